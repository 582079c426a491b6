import { decode } from '../binary/decode.js';
import { makePlan } from '../plan/make-plan.js';
import type { Plan } from '../plan/plan.js';
import { PlannedTypes } from '../plan/type-table.js';
import type { ComponentItem, ComponentType } from '../types/item-type.js';
import { checkCoreModules } from './check-core-modules.js';
import { compileCoreModules, compileCoreModulesSync } from './core-modules.js';
import { ComponentExportIndex } from './export-index.js';
import { ExportTree } from './export-tree.js';
import { importItem } from './planned-items.js';
import { asBytes, sourceBytes, type ComponentBytes, type ComponentSource } from './source-bytes.js';

/** An export: what it is, and where. */
export interface ComponentExport {
  readonly item: ComponentItem;
  readonly index: ComponentExportIndex;
}

/** A component: decoded, planned, its core modules compiled. It never changes, and any number of instances share it. */
export class Component {
  /** What the component imports and exports. */
  readonly type: ComponentType;
  /** @internal */
  readonly plan: Plan;
  /** @internal */
  readonly modules: readonly WebAssembly.Module[];
  /** @internal */
  readonly types: PlannedTypes;
  readonly #exports: ExportTree;

  private constructor(plan: Plan, modules: readonly WebAssembly.Module[]) {
    checkCoreModules(plan, modules);
    this.plan = plan;
    this.modules = modules;
    this.types = new PlannedTypes(plan);
    this.#exports = new ExportTree(plan, this.types, modules);
    this.type = {
      kind: 'component',
      imports: new Map(plan.imports.map((entry) => [entry.name, importItem(entry, this.types)])),
      exports: this.#exports.root,
    };
  }

  /**
   * Compiles a component from its bytes, or from the response to a fetch.
   *
   * @throws {CompileError} if the bytes are no component that this runtime can run, with the offset of the byte or the
   *   number of the core module.
   * @throws {TypeError} if the source holds no bytes.
   */
  static async compile(source: ComponentSource): Promise<Component> {
    const { plan, modules } = makePlan(decode(await sourceBytes(source)));
    return new Component(plan, await compileCoreModules(modules));
  }

  /** As `compile`, at once. Browsers refuse this for large core modules outside of workers. */
  static compileSync(bytes: ComponentBytes): Component {
    const { plan, modules } = makePlan(decode(asBytes(bytes)));
    return new Component(plan, compileCoreModulesSync(modules));
  }

  /**
   * Finds an export by its name, or by that of a semver-compatible version of it.
   *
   * @param parent - the exported instance that it is an export of
   */
  getExportIndex(name: string, parent?: ComponentExportIndex): ComponentExportIndex | undefined {
    const level = parent === undefined ? null : this.placeOf(parent);
    const place = level === undefined ? undefined : this.#exports.find(name, level);
    return place === undefined ? undefined : new ComponentExportIndex(this, place);
  }

  /** As `getExportIndex`, with what the export is. */
  getExport(name: string, parent?: ComponentExportIndex): ComponentExport | undefined {
    const index = this.getExportIndex(name, parent);
    return index && { item: this.#exports.item(index.place), index };
  }

  /** @internal The places of the exports of the component, or of the instance that stands at `parent`. */
  exportPlaces(parent: number | null): ReadonlyMap<string, number> {
    return this.#exports.places(parent);
  }

  /** @internal The place of an export in the plan; `undefined` for one of another component. */
  placeOf(at: string | ComponentExportIndex): number | undefined {
    if (typeof at === 'string') return this.#exports.find(at, null);
    return at.component === this ? at.place : undefined;
  }
}
