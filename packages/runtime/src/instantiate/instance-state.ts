import type { Component } from '../component/component.js';
import { adapter, loweredImport } from '../call/lowered-function.js';
import type { CoreFunction, RuntimeOptions } from '../call/call-context.js';
import { ComponentInstance } from '../call/component-instance.js';
import type { HandlePresentation } from '../call/instance-handles.js';
import type { LiftedFunction } from '../call/lifted-function.js';
import { GuestMemory } from '../call/linear-memory.js';
import { resourceDrop, resourceNew, resourceRep } from '../call/resource-builtins.js';
import type { RuntimeResource } from '../call/runtime-resource.js';
import type { ResolvedImports } from '../link/resolve-imports.js';
import type { CoreArguments, CoreDef, Initializer, ModuleRef, Options } from '../plan/plan.js';
import { at } from '../plan/type-table.js';
import { asFunction, asMemory } from './core-exports.js';

/** Everything that one instantiation of a component makes, by the numbers that the plan gives. */
export class InstanceState {
  readonly component: Component;
  readonly imports: ResolvedImports;
  readonly lifted: LiftedFunction[] = [];
  readonly resources: (RuntimeResource | undefined)[];
  readonly #instances: readonly ComponentInstance[];
  readonly #coreInstances: WebAssembly.Instance[] = [];
  readonly #memories: GuestMemory[] = [];
  readonly #extracted: CoreFunction[] = [];
  readonly #coreFuncs: CoreFunction[] = [];
  readonly #presentation: HandlePresentation;

  /** @param presentation - how host functions see handles to the guest's resources */
  constructor(component: Component, imports: ResolvedImports, presentation: HandlePresentation) {
    this.component = component;
    this.imports = imports;
    this.#presentation = presentation;
    this.resources = component.plan.resources.map((_, index) => imports.resources.get(index));
    const instances: ComponentInstance[] = [];
    // A parent stands before its children.
    for (const parent of component.plan.instances) {
      instances.push(new ComponentInstance(parent === null ? undefined : at(instances, parent)));
    }
    this.#instances = instances;
  }

  addCoreInstance(instance: WebAssembly.Instance): void {
    this.#coreInstances.push(instance);
  }

  /** Does what an initializer says; instantiating core modules is left to the caller, who may have to wait for it. */
  initialize(initializer: Exclude<Initializer, { readonly op: 'instantiate-module' }>): void {
    switch (initializer.op) {
      case 'extract-memory':
        this.#memories.push(new GuestMemory(asMemory(this.#core(initializer.core))));
        return;
      case 'extract-realloc':
      case 'extract-post-return':
        this.#extracted.push(asFunction(this.#core(initializer.core)));
        return;
      case 'lift':
        this.lifted.push({
          type: at(this.component.types.funcTypes, initializer.type),
          core: asFunction(this.#core(initializer.core)),
          options: this.#options(initializer.options),
        });
        return;
      case 'define-resource':
        return this.#defineResource(initializer);
      default:
        this.#coreFuncs.push(this.#makeCoreFunc(initializer));
    }
  }

  module(ref: ModuleRef): WebAssembly.Module | undefined {
    return ref.kind === 'static'
      ? at(this.component.modules, ref.index)
      : this.imports.modules.get(ref.index);
  }

  /** The import object of a core module. */
  coreImports(args: readonly CoreArguments[]): WebAssembly.Imports {
    return Object.fromEntries(args.map((arg) => [arg.module, this.#coreArgument(arg)]));
  }

  #coreArgument(arg: CoreArguments): WebAssembly.ModuleImports {
    if ('instance' in arg) return at(this.#coreInstances, arg.instance).exports;
    return Object.fromEntries(arg.items.map(([name, core]) => [name, this.#core(core)]));
  }

  #core(core: CoreDef): WebAssembly.ImportValue {
    if (core.kind === 'func') return at(this.#coreFuncs, core.index);
    const value = at(this.#coreInstances, core.instance).exports[core.name];
    if (value === undefined)
      throw new Error(`core instance ${core.instance} does not export \`${core.name}\``);
    return value;
  }

  #makeCoreFunc(
    initializer: Extract<
      Initializer,
      { readonly op: 'lower-import' | 'lower-lifted' | `resource.${string}` }
    >,
  ): CoreFunction {
    switch (initializer.op) {
      case 'lower-import': {
        const resolved = this.imports.funcs.get(initializer.import);
        if (resolved === undefined) throw new Error(`import ${initializer.import} is not resolved`);
        const type = at(this.component.types.funcTypes, initializer.type);
        const options = this.#options(initializer.options);
        return loweredImport(type, resolved.func, resolved.name, options, this.#presentation);
      }
      case 'lower-lifted':
        return adapter(at(this.lifted, initializer.lifted), this.#options(initializer.options));
      case 'resource.new':
        return resourceNew(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
      case 'resource.rep':
        return resourceRep(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
      case 'resource.drop':
        return resourceDrop(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
    }
  }

  #defineResource({
    resource,
    instance,
    dtor,
  }: Extract<Initializer, { readonly op: 'define-resource' }>): void {
    this.resources[resource] = {
      ...at(this.component.types.resources, resource),
      definer: at(this.#instances, instance),
      dtor: dtor === null ? undefined : asFunction(this.#core(dtor)),
    };
  }

  #resource(index: number): RuntimeResource {
    const resource = this.resources[index];
    if (resource === undefined) throw new Error(`resource ${index} is used before it is defined`);
    return resource;
  }

  #options({ instance, stringEncoding, memory, realloc, postReturn }: Options): RuntimeOptions {
    return {
      instance: at(this.#instances, instance),
      stringEncoding,
      memory: memory === null ? undefined : at(this.#memories, memory),
      realloc: realloc === null ? undefined : at(this.#extracted, realloc),
      postReturn: postReturn === null ? undefined : at(this.#extracted, postReturn),
      resources: this.resources,
    };
  }
}
