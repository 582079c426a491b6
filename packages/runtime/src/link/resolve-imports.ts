import type { HostResourceType } from '../call/host-items.js';
import type { LoweredImport } from '../call/lowered-function.js';
import { Component } from '../component/component.js';
import type { Problem } from '../errors/problem.js';
import type {
  HostImport,
  ImportedComponent,
  ProvidedExport,
  Provider,
  ResolvedImports,
} from '../instantiate/imports.js';
import { InstancePre } from '../instantiate/instance-pre.js';
import { at } from '../plan/at.js';
import type { ImportEntry } from '../plan/plan.js';
import { coreModuleType } from '../plan/planned-types.js';
import { TypeComparison } from '../types/compare.js';
import type { FuncType } from '../types/item-type.js';
import { ResourcePairs } from '../types/resource-pairs.js';
import type { ResourceType } from '../types/val-type.js';
import { coreModuleProblems } from './core-module-problems.js';
import { compiledModule } from './core-module-type.js';
import type { ComponentProvider, Definition } from './definition.js';
import { describeItem } from './describe-item.js';
import { hintFor } from './hints.js';
import { ItemFit } from './item-fit.js';
import { LinkerInstance } from './linker-instance.js';
import { typeMismatch } from './problems.js';
import { ProvidedItems } from './provided-items.js';
import { ProviderSlot } from './provider-slot.js';
import { ResourceSide } from './resource-side.js';
import { unsupportedProblems } from './unsupported.js';

type Entry<Kind extends ImportEntry['kind']> = Extract<ImportEntry, { readonly kind: Kind }>;

/** Finds what a component imports, and checks it against the types of the imports. */
export class ImportResolution implements ResolvedImports {
  readonly funcs = new Map<number, HostImport | ProvidedExport>();
  readonly modules = new Map<number, WebAssembly.Module | ProvidedExport>();
  readonly components = new Map<number, ImportedComponent | ProvidedExport>();
  readonly resources = new Map<number, HostResourceType | ProvidedExport>();
  readonly identities = new Map<number, ResourceType>();
  readonly providers: Provider[] = [];
  /** Every import that nothing is provided for, or something that does not fit, and what cannot be run. */
  readonly problems: Problem[];
  readonly #component: Component;
  readonly #slots = new Map<ComponentProvider, ProviderSlot>();
  /** The resources of this component's types. */
  readonly #needed = new ResourceSide((resource) => this.identities.get(resource.index));
  readonly #pairs = new ResourcePairs();
  readonly #comparison = new TypeComparison(this.#pairs.same);

  constructor(component: Component, root: LinkerInstance) {
    this.#component = component;
    this.problems = unsupportedProblems(component);
    for (const entry of component.plan.imports) this.#resolve(entry, root, `import ${entry.name}`);
  }

  #resolve(entry: ImportEntry, linker: LinkerInstance, where: string): void {
    switch (entry.kind) {
      case 'func':
        return this.#resolveFunc(entry, linker, where);
      case 'resource':
        return this.#resolveResource(entry, linker, where);
      case 'module':
        return this.#resolveModule(entry, linker, where);
      case 'component':
        return this.#resolveComponent(entry, linker, where);
      case 'instance':
        return this.#resolveInstance(entry, linker, where);
      case 'type':
      case 'resource-alias':
      // A name for a type that is known needs nothing from the host.
    }
  }

  #resolveFunc(entry: Entry<'func'>, linker: LinkerInstance, where: string): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'func') return this.#missing(entry, linker, where);
    this.#checkFunc(definition.type, at(this.#component.types.funcTypes, entry.type), where);
    const { errStyle, async, lower } = definition.binding;
    if (async) {
      const message = 'the host provides this as an asynchronous function, which is not supported yet';
      this.problems.push({ code: 'unsupported-async', where, message });
    }
    const host = { kind: 'host', name: entry.name, func: definition.func, errStyle } as const;
    const lowering = lower && { lower: (lowered: LoweredImport) => lower(lowered, this.#provided) };
    this.funcs.set(entry.import, { ...host, ...lowering });
  }

  /** The class that the host provides for a resource of the types that it expects. */
  readonly #provided = (expected: ResourceType): HostResourceType | undefined => {
    const found = this.#pairs.foundFor(expected);
    const resource = found && this.resources.get(found.index);
    return resource?.kind === 'resource' ? resource : undefined;
  };

  #checkFunc(expected: FuncType | undefined, found: FuncType, where: string): void {
    if (expected === undefined || this.#comparison.equalFuncs(expected, found)) return;
    this.problems.push(typeMismatch('import-type', where, expected, found));
  }

  #resolveResource(entry: Entry<'resource'>, linker: LinkerInstance, where: string): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'resource') return this.#missing(entry, linker, where);
    const found = at(this.#component.types.resources, entry.resource);
    if (definition.type !== undefined && !this.#pairs.pair(definition.type, found)) {
      this.problems.push({ code: 'import-type', where, message: 'this is another resource' });
    }
    this.resources.set(entry.resource, definition.resource);
    this.identities.set(entry.resource, definition.resource);
  }

  #resolveModule(entry: Entry<'module'>, linker: LinkerInstance, where: string): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'module') return this.#missing(entry, linker, where);
    const found = compiledModule(definition.module);
    for (const problem of coreModuleProblems(coreModuleType(entry.type), found, where))
      this.problems.push(problem);
    this.modules.set(entry.import, definition.module);
  }

  #resolveComponent(entry: Entry<'component'>, linker: LinkerInstance, where: string): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'component') return this.#missing(entry, linker, where);
    const { provider } = definition;
    if ('instancePre' in provider) {
      const message = 'an instance is provided, and the component itself is needed';
      this.problems.push({ code: 'import-type', where, message });
      return;
    }
    const given = provider instanceof Component ? provider : provider.component;
    // One that was linked has its imports: it needs nothing of who instantiates it.
    const imports = given === provider ? given.type.imports : new Map<string, never>();
    const fit = new ItemFit(new ResourceSide(), this.#needed, this.problems);
    fit.component({ ...given.type, imports }, this.#component.types.componentType(entry.type), where);
    if (given === provider) {
      for (const problem of unsupportedProblems(given))
        this.problems.push({ ...problem, where: `${where}: ${problem.where}` });
    }
    this.components.set(entry.import, provider);
  }

  #resolveInstance(entry: Entry<'instance'>, linker: LinkerInstance, where: string): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind === 'component') return this.#resolveProvided(entry, definition, where);
    if (definition?.kind !== 'instance') {
      if (definition !== undefined || !needsNothing(entry)) this.#missing(entry, linker, where);
      return;
    }
    for (const item of entry.items) this.#resolve(item, definition.instance, `${where}#${item.name}`);
  }

  #resolveProvided(
    entry: Entry<'instance'>,
    { provider }: Extract<Definition, { readonly kind: 'component' }>,
    where: string,
  ): void {
    const slot = this.#slot(provider, entry.name, where);
    if (slot === undefined) return;
    const provided = new ProvidedItems(slot, this.#component.types, this.#needed, this.problems);
    provided.instance(entry, where);
    for (const [index, source] of provided.funcs) this.funcs.set(index, source);
    for (const [index, source] of provided.modules) this.modules.set(index, source);
    for (const [index, source] of provided.components) this.components.set(index, source);
    for (const [index, { source, identity }] of provided.resources) {
      this.resources.set(index, source);
      this.identities.set(index, identity);
    }
  }

  /** The instance of a provider: the same for all imports that are given the same one. */
  #slot(provider: ComponentProvider, name: string, where: string): ProviderSlot | undefined {
    let slot = this.#slots.get(provider);
    if (slot === undefined) {
      if ('instancePre' in provider) {
        slot = new ProviderSlot(provider.instancePre, provider);
      } else {
        const pre = provider instanceof Component ? this.#linkedAlone(provider, where) : provider;
        if (pre === undefined) return undefined;
        slot = new ProviderSlot(pre, this.providers.push({ name, pre }) - 1);
      }
      this.#slots.set(provider, slot);
    }
    return slot;
  }

  /** A component that nothing was linked with has to be one that imports nothing. */
  #linkedAlone(component: Component, where: string): InstancePre | undefined {
    const imports = new ImportResolution(component, new LinkerInstance('', false));
    if (imports.problems.length === 0) return new InstancePre(component, imports);
    for (const { code, where: inside, message } of imports.problems)
      this.problems.push({ code, where: `${where}: ${inside}`, message });
    return undefined;
  }

  #missing(entry: ImportEntry, linker: LinkerInstance, where: string): void {
    const item = this.#component.types.item(entry);
    const given = linker.given(entry.name, item.kind);
    const needed = `${given ?? 'nothing'} is provided, ${this.#describe(entry)} is needed`;
    const hint = given === undefined ? hintFor(this.problems, () => linker.hint(entry.name, item.kind)) : '';
    const code = given === undefined ? 'import-missing' : 'import-type';
    this.problems.push({ code, where, message: `${needed}${hint}` });
  }

  #describe(entry: ImportEntry): string {
    if (entry.kind !== 'instance') return describeItem(this.#component.types.item(entry));
    const items = entry.items.filter((item) => !needsNothing(item));
    const exports = items.map((item) => [item.name, this.#component.types.item(item)] as const);
    return describeItem({ kind: 'instance', exports: new Map(exports) });
  }
}

/** Types are known, and an instance that holds nothing else is as well: the host need not provide them. */
function needsNothing(entry: ImportEntry): boolean {
  if (entry.kind === 'instance') return entry.items.every(needsNothing);
  return entry.kind === 'type' || entry.kind === 'resource-alias';
}
