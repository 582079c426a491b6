import type { Component } from '../component/component.js';
import { adapter, loweredImport } from '../call/lowered-function.js';
import type { CoreFunction, RuntimeOptions } from '../call/call-context.js';
import { ComponentInstance } from '../call/component-instance.js';
import type { HandlePresentation } from '../call/instance-handles.js';
import type { LiftedFunction } from '../call/lifted-function.js';
import { GuestMemory } from '../call/linear-memory.js';
import { resourceDrop, resourceNew, resourceRep } from '../call/resource-builtins.js';
import type { RuntimeResource } from '../call/runtime-resource.js';
import { at } from '../plan/at.js';
import type { ComponentRef, CoreArguments, CoreDef, Initializer, ModuleRef, Options } from '../plan/plan.js';
import { asFunction, asMemory } from './core-exports.js';
import type { InstanceSettings } from './instantiate-options.js';
import type { ImportedComponent, RuntimeFunc, RuntimeImports } from './imports.js';

/** Everything that one instantiation of a component makes, by the numbers that the plan gives. */
export class InstanceState {
  readonly component: Component;
  readonly imports: RuntimeImports;
  /** How host functions see handles to the guest's resources. */
  readonly presentation: HandlePresentation;
  readonly settings: InstanceSettings;
  readonly lifted: LiftedFunction[] = [];
  readonly resources: (RuntimeResource | undefined)[];
  readonly #instances: readonly ComponentInstance[];
  readonly #coreInstances: WebAssembly.Instance[] = [];
  readonly #memories: GuestMemory[] = [];
  readonly #extracted: CoreFunction[] = [];
  readonly #coreFuncs: CoreFunction[] = [];

  /** @param parent - the component instance that this one is inside of */
  constructor(
    component: Component,
    imports: RuntimeImports,
    presentation: HandlePresentation,
    settings: InstanceSettings,
    parent: ComponentInstance | undefined,
  ) {
    this.component = component;
    this.imports = imports;
    this.presentation = presentation;
    this.settings = settings;
    this.resources = component.plan.resources.map((_, index) => imports.resources.get(index));
    const instances: ComponentInstance[] = [];
    // A parent stands before its children.
    for (const outer of component.plan.instances) {
      const around = outer === null ? parent : at(instances, outer);
      instances.push(new ComponentInstance(around, settings.limits, settings.leaks));
    }
    this.#instances = instances;
  }

  get coreInstanceCount(): number {
    return this.#coreInstances.length;
  }

  componentInstance(index: number): ComponentInstance {
    return at(this.#instances, index);
  }

  addCoreInstance(instance: WebAssembly.Instance): void {
    this.#coreInstances.push(instance);
  }

  /** Does what an initializer says; instantiating is left to the caller, who may have to wait for it. */
  initialize(
    initializer: Exclude<Initializer, { readonly op: 'instantiate-module' | 'instantiate-component' }>,
  ): void {
    switch (initializer.op) {
      case 'extract-memory':
        this.#memories.push(new GuestMemory(asMemory(this.#core(initializer.core))));
        return;
      case 'extract-realloc':
      case 'extract-post-return':
      case 'extract-callback':
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

  /** The function that is exported at a place in the plan. */
  exportedFunc(place: number): RuntimeFunc | undefined {
    const entry = at(this.component.plan.exports, place);
    if (entry.kind === 'imported-func') return this.imports.funcs.get(entry.import);
    return entry.kind === 'func' ? { kind: 'lifted', lifted: at(this.lifted, entry.lifted) } : undefined;
  }

  exportedModule(place: number): WebAssembly.Module | undefined {
    const entry = at(this.component.plan.exports, place);
    return entry.kind === 'module' ? this.module(entry.module) : undefined;
  }

  exportedResource(place: number): RuntimeResource | undefined {
    const entry = at(this.component.plan.exports, place);
    return entry.kind === 'resource' ? this.resources[entry.resource] : undefined;
  }

  exportedComponent(place: number): ImportedComponent | undefined {
    const entry = at(this.component.plan.exports, place);
    return entry.kind === 'component' && entry.component !== null
      ? this.givenComponent(entry.component)
      : undefined;
  }

  /** A component as a whole: one that this one defines or imports. */
  givenComponent({ kind, index }: ComponentRef): ImportedComponent | undefined {
    return kind === 'static' ? this.component.inside(index) : this.imports.components.get(index);
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
      { readonly op: 'lower-import' | 'lower-lifted' | 'builtin' | `resource.${string}` }
    >,
  ): CoreFunction {
    switch (initializer.op) {
      case 'lower-import': {
        const func = this.imports.funcs.get(initializer.import);
        if (func === undefined) throw new Error(`import ${initializer.import} is not resolved`);
        return this.#lowered(func, initializer);
      }
      case 'lower-lifted':
        return this.#lowered({ kind: 'lifted', lifted: at(this.lifted, initializer.lifted) }, initializer);
      case 'builtin':
        throw new Error(`\`${initializer.name}\` is not supported, which linking did not tell`);
      case 'resource.new':
        return resourceNew(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
      case 'resource.rep':
        return resourceRep(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
      case 'resource.drop':
        return resourceDrop(at(this.#instances, initializer.instance), this.#resource(initializer.resource));
    }
  }

  #lowered(func: RuntimeFunc, { type, options }: { readonly type: number; readonly options: Options }) {
    const funcType = at(this.component.types.funcTypes, type);
    const runtimeOptions = this.#options(options);
    if (func.kind !== 'host') return adapter(func.lifted, funcType, runtimeOptions);
    const { name, errStyle, lower } = func;
    const { presentation } = this;
    const lowered = { type: funcType, name, options: runtimeOptions, presentation, errStyle };
    return lower !== undefined && options.address === 'i32'
      ? lower(lowered)
      : loweredImport(lowered, func.func);
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

  #options({ instance, stringEncoding, memory, address, realloc, postReturn }: Options): RuntimeOptions {
    return {
      instance: at(this.#instances, instance),
      stringEncoding,
      memory: memory === null ? undefined : at(this.#memories, memory),
      address,
      realloc: realloc === null ? undefined : at(this.#extracted, realloc),
      postReturn: postReturn === null ? undefined : at(this.#extracted, postReturn),
      resources: this.resources,
    };
  }
}
