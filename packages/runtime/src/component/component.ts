import { at } from '../plan/at.js';
import type { Plan } from '../plan/plan.js';
import { PlannedTypes } from '../plan/planned-types.js';
import type { ComponentItem, ComponentType } from '../types/item-type.js';
import { checkPlan, type ComponentClone } from './clone.js';
import { compileCoreModules } from './core-modules.js';
import { ComponentExportIndex } from './export-index.js';
import { ExportTree } from './export-tree.js';
import { deserialize, restored, serialize } from './serialized.js';
import { asBytes, type ComponentBytes } from './source-bytes.js';

/** An export: what it is, and where. */
export interface ComponentExport {
  readonly item: ComponentItem;
  readonly index: ComponentExportIndex;
}

/** A component: validated, planned, its core modules compiled. It never changes, and any number of instances share it. */
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
  readonly #inside = new Map<number, Component>();
  /** The bytes of the core modules, where they are known. */
  readonly #bytes: readonly Uint8Array<ArrayBuffer>[] | undefined;

  /** @internal */
  constructor(
    plan: Plan,
    modules: readonly WebAssembly.Module[],
    bytes: readonly Uint8Array<ArrayBuffer>[] | undefined,
  ) {
    this.plan = plan;
    this.modules = modules;
    this.types = new PlannedTypes(plan);
    this.#bytes = bytes;
    this.#exports = new ExportTree(plan, this.types);
    this.type = {
      kind: 'component',
      imports: new Map(plan.imports.map((entry) => [entry.name, this.types.item(entry)])),
      exports: this.#exports.root,
    };
  }

  /**
   * Makes a component from what `serialize` gave. It is not validated again: only give bytes here that you trust as you
   * trust your own code.
   *
   * @throws {CompileError} if the bytes are damaged, or were written by a version of this runtime that plans differently.
   * @throws {TypeError} if this is nothing that holds bytes.
   */
  static async deserialize(bytes: ComponentBytes): Promise<Component> {
    const { plan, modules } = deserialize(asBytes(bytes));
    const compiled = await compileCoreModules(modules);
    return restored(
      () =>
        new Component(
          plan,
          compiled,
          modules.map((module) => module.bytes),
        ),
    );
  }

  /**
   * Makes a component from what `cloneable` gave, in this or another worker. Nothing is compiled.
   *
   * @throws {CompileError} if another version of this runtime made it.
   * @throws {TypeError} if this is no such thing.
   */
  static fromClone(clone: ComponentClone): Component {
    checkPlan(clone);
    return restored(() => new Component(clone.plan, clone.modules, undefined), 'plan');
  }

  /**
   * The component as bytes, which `deserialize` takes: what was found out by decoding and validating it, and its core
   * modules as they are.
   *
   * @throws {TypeError} if the component came here as a clone, or if the bytes that it was compiled from are gone since.
   */
  serialize(): Uint8Array<ArrayBuffer> {
    if (this.#bytes === undefined)
      throw new TypeError('this component came as a clone, without the bytes of its core modules');
    if (this.#bytes.some((bytes) => bytes.length === 0))
      throw new TypeError('the bytes that this component was compiled from were transferred away');
    return serialize(this.plan, this.#bytes);
  }

  /** The component as plain data and compiled modules, for `postMessage`; `fromClone` takes it on the other side. */
  cloneable(): ComponentClone {
    return { plan: this.plan, modules: this.modules };
  }

  /**
   * Finds an export by its name, or by that of a semver-compatible version of it.
   *
   * @param parent - the exported instance that it is an export of
   */
  getExportIndex(name: string, parent?: ComponentExportIndex): ComponentExportIndex | undefined {
    const level = parent === undefined ? null : this.#placeOfIndex(parent);
    const place =
      level === undefined || typeof name !== 'string' ? undefined : this.#exports.find(name, level);
    return place === undefined ? undefined : new ComponentExportIndex(this, place);
  }

  /** As `getExportIndex`, with what the export is. */
  getExport(name: string, parent?: ComponentExportIndex): ComponentExport | undefined {
    const index = this.getExportIndex(name, parent);
    return index && { item: this.#exports.item(index.place), index };
  }

  /** @internal A component that this one gives away whole, by its place in the plan. */
  inside(index: number): Component {
    let inside = this.#inside.get(index);
    if (inside === undefined) {
      inside = new Component(at(this.plan.components, index), this.modules, this.#bytes);
      this.#inside.set(index, inside);
    }
    return inside;
  }

  /** @internal The places of the exports of the component, or of the instance that stands at `parent`. */
  exportPlaces(parent: number | null): ReadonlyMap<string, number> {
    return this.#exports.places(parent);
  }

  /** @internal The place of an export in the plan; `undefined` for one of another component. */
  placeOf(at: string | ComponentExportIndex): number | undefined {
    return typeof at === 'string' ? this.#exports.find(at, null) : this.#placeOfIndex(at);
  }

  /** What is no index, JavaScript can pass that too, finds as much as an index of another component. */
  #placeOfIndex(at: unknown): number | undefined {
    return at instanceof ComponentExportIndex && at.component === this ? at.place : undefined;
  }
}
