import type { ComponentInstance } from '../call/component-instance.js';
import { liftedFunc, type Func } from '../call/func.js';
import type { ResultStyle } from '../call/function-result.js';
import { importedFunc } from '../call/imported-function.js';
import type { HandlePresentation } from '../call/instance-handles.js';
import type { ComponentExport } from '../component/component.js';
import type { ComponentExportIndex } from '../component/export-index.js';
import { at as elementAt } from '../plan/at.js';
import type { ResourceType } from '../types/val-type.js';
import { DynamicExports } from './dynamic-exports.js';
import type { RuntimeImports } from './imports.js';
import type { InstancePre } from './instance-pre.js';
import { InstanceState } from './instance-state.js';
import type { InstanceSettings } from './instantiate-options.js';

/** A running instance of a component. */
export class Instance {
  readonly instancePre: InstancePre;
  /** @internal */
  readonly state: InstanceState;
  readonly #dynamic: DynamicExports;
  readonly #funcs = new Map<number, Func>();

  /**
   * @internal
   * @param parent - the component instance that this one is inside of
   */
  constructor(
    instancePre: InstancePre,
    imports: RuntimeImports,
    settings: InstanceSettings,
    parent: ComponentInstance | undefined,
  ) {
    this.instancePre = instancePre;
    this.#dynamic = new DynamicExports(this);
    this.state = new InstanceState(instancePre.component, imports, this.#dynamic, settings, parent);
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
    const place = this.instancePre.component.placeOf(at);
    return place === undefined ? undefined : this.state.exportedModule(place);
  }

  /** An exported resource type. Each instance has its own, but for those that it imports. */
  getResource(at: string | ComponentExportIndex): ResourceType | undefined {
    const place = this.instancePre.component.placeOf(at);
    return place === undefined ? undefined : this.state.exportedResource(place);
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
  makeFunc(place: number, presentation: HandlePresentation, results?: ResultStyle): Func | undefined {
    const { component, resources, settings } = this.state;
    const entry = elementAt(component.plan.exports, place);
    const func = this.state.exportedFunc(place);
    if (func === undefined || (entry.kind !== 'func' && entry.kind !== 'imported-func')) return undefined;
    const type = elementAt(component.types.funcTypes, entry.type);
    if (func.kind === 'lifted') return liftedFunc(func.lifted, type, entry.name, presentation, results);
    const { limits } = settings;
    const { errStyle } = func;
    const imported = { func: func.func, type, name: entry.name, errStyle, resources, limits };
    return importedFunc(imported, presentation, results);
  }
}
