import { importedFunc, liftedFunc, type Func } from '../call/func.js';
import type { HandlePresentation } from '../call/instance-handles.js';
import type { ComponentExport } from '../component/component.js';
import type { ComponentExportIndex } from '../component/export-index.js';
import type { ResolvedImports } from '../link/resolve-imports.js';
import { at as elementAt } from '../plan/type-table.js';
import type { ResourceType } from '../types/val-type.js';
import { DynamicExports } from './dynamic-exports.js';
import type { InstancePre } from './instance-pre.js';
import { InstanceState } from './instance-state.js';

/** A running instance of a component. */
export class Instance {
  readonly instancePre: InstancePre;
  /** @internal */
  readonly state: InstanceState;
  readonly #dynamic: DynamicExports;
  readonly #funcs = new Map<number, Func>();

  /** @internal */
  constructor(instancePre: InstancePre, imports: ResolvedImports) {
    this.instancePre = instancePre;
    this.#dynamic = new DynamicExports(this);
    this.state = new InstanceState(instancePre.component, imports, this.#dynamic);
  }

  /** An exported function, by its place or, at the root of the component, by its name. */
  getFunc(at: string | ComponentExportIndex): Func | undefined {
    const place = this.instancePre.component.placeOf(at);
    if (place === undefined) return undefined;
    let func = this.#funcs.get(place);
    if (func === undefined) {
      func = this.makeFunc(place, this.#dynamic);
      if (func !== undefined) this.#funcs.set(place, func);
    }
    return func;
  }

  /** An exported core module. */
  getModule(at: string | ComponentExportIndex): WebAssembly.Module | undefined {
    const entry = this.#entry(at);
    return entry?.kind === 'module' ? this.state.module(entry.module) : undefined;
  }

  /** An exported resource type. Each instance has its own. */
  getResource(at: string | ComponentExportIndex): ResourceType | undefined {
    const entry = this.#entry(at);
    return entry?.kind === 'resource' ? this.state.resources[entry.resource] : undefined;
  }

  /** An export of the component, or of an instance that it exports: what it is, and where. */
  getExport(name: string, parent?: ComponentExportIndex): ComponentExport | undefined {
    return this.instancePre.component.getExport(name, parent);
  }

  getExportIndex(name: string, parent?: ComponentExportIndex): ComponentExportIndex | undefined {
    return this.instancePre.component.getExportIndex(name, parent);
  }

  /**
   * Every export, in the shape of an import object: instances by their full name, functions by their camelCase name,
   * resources as classes by their PascalCase name. Built when it is first read.
   */
  get exports(): Record<string, unknown> {
    return this.#dynamic.exports;
  }

  /** @internal The function at a place in the plan, with handles presented in some way. */
  makeFunc(place: number, presentation: HandlePresentation): Func | undefined {
    const { component, imports, lifted } = this.state;
    const entry = elementAt(component.plan.exports, place);
    if (entry.kind === 'func') return liftedFunc(elementAt(lifted, entry.lifted), entry.name, presentation);
    const imported = entry.kind === 'imported-func' ? imports.funcs.get(entry.import) : undefined;
    if (entry.kind !== 'imported-func' || imported === undefined) return undefined;
    return importedFunc(elementAt(component.types.funcTypes, entry.type), imported.func);
  }

  #entry(at: string | ComponentExportIndex) {
    const { component } = this.instancePre;
    const place = component.placeOf(at);
    return place === undefined ? undefined : component.plan.exports[place];
  }
}
