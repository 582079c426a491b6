import type { ComponentExportIndex } from '../component/export-index.js';
import type { Problem } from '../errors/problem.js';
import type { ProvidedExport } from '../instantiate/imports.js';
import type { ImportEntry } from '../plan/plan.js';
import type { PlannedTypes } from '../plan/planned-types.js';
import type { ResourceType } from '../types/val-type.js';
import { hintFor, nearestHint } from './hints.js';
import { ItemFit } from './item-fit.js';
import type { ProviderSlot } from './provider-slot.js';
import { ResourceSide } from './resource-side.js';
import { unsupportedProblems } from './unsupported.js';

/** Finds the items of an imported instance among the exports of a provider, and checks their types. */
export class ProvidedItems {
  readonly funcs = new Map<number, ProvidedExport>();
  readonly modules = new Map<number, ProvidedExport>();
  readonly components = new Map<number, ProvidedExport>();
  /** By their places in the plan. */
  readonly resources = new Map<
    number,
    { readonly source: ProvidedExport; readonly identity: ResourceType }
  >();
  readonly #slot: ProviderSlot;
  readonly #types: PlannedTypes;
  readonly #problems: Problem[];
  readonly #fit: ItemFit;

  /**
   * @param types - those of the component that imports the instance
   * @param needed - what its resources are
   */
  constructor(slot: ProviderSlot, types: PlannedTypes, needed: ResourceSide, problems: Problem[]) {
    this.#slot = slot;
    this.#types = types;
    this.#problems = problems;
    const given = new ResourceSide((resource) => slot.identity(resource));
    this.#fit = new ItemFit(given, needed, problems);
  }

  /** The instance that the provider exports by the name of the import, else all that it exports. */
  instance(entry: Extract<ImportEntry, { readonly kind: 'instance' }>, where: string): void {
    const { component } = this.#slot;
    const exported = component.getExport(entry.name);
    const parent = exported?.item.kind === 'instance' ? exported.index : undefined;
    if (parent === undefined && this.#isInstead(entry)) {
      this.#fit.missing(entry.name, this.#types.item(entry), component.exportPlaces(null).keys(), where);
      return;
    }
    for (const item of entry.items) this.#item(item, parent, `${where}#${item.name}`);
  }

  /** Whether the provider exports something that has nearly the name of an instance, and nothing of what is needed of it. */
  #isInstead({ name, items }: Extract<ImportEntry, { readonly kind: 'instance' }>): boolean {
    const { component } = this.#slot;
    const names = component.exportPlaces(null);
    if (items.length === 0 || items.some((item) => component.getExportIndex(item.name) !== undefined))
      return false;
    return hintFor(this.#problems, () => nearestHint(name, names.keys())) !== '';
  }

  #item(entry: ImportEntry, parent: ComponentExportIndex | undefined, where: string): void {
    const { component } = this.#slot;
    const found = component.getExport(entry.name, parent);
    if (found === undefined) {
      const names = component.exportPlaces(parent?.place ?? null).keys();
      this.#fit.missing(entry.name, this.#types.item(entry), names, where);
    } else if (entry.kind === 'instance' && found.item.kind === 'instance') {
      for (const inner of entry.items) this.#item(inner, found.index, `${where}#${inner.name}`);
    } else {
      this.#fit.item(found.item, this.#types.item(entry), where);
      this.#take(entry, found.index, where);
    }
  }

  #take(entry: ImportEntry, { place }: ComponentExportIndex, where: string): void {
    const source = { kind: 'export', from: this.#slot.from, place } as const;
    if (entry.kind === 'func') this.funcs.set(entry.import, source);
    if (entry.kind === 'module') this.modules.set(entry.import, source);
    if (entry.kind === 'component') this.#takeComponent(entry, source, where);
    if (entry.kind !== 'resource') return;
    const found = this.#slot.component.plan.exports[place];
    if (found?.kind !== 'resource') return;
    const resource = this.#slot.component.types.resources[found.resource];
    if (resource !== undefined)
      this.resources.set(entry.resource, { source, identity: this.#slot.identity(resource) });
  }

  #takeComponent(
    entry: Extract<ImportEntry, { readonly kind: 'component' }>,
    source: ProvidedExport,
    where: string,
  ): void {
    const { component } = this.#slot;
    const exported = component.plan.exports[source.place];
    if (exported?.kind !== 'component') return;
    if (exported.component === null) {
      const message = 'this component uses an import of the one around it, and cannot be given away yet';
      this.#problems.push({ code: 'unsupported-component-import', where, message });
    } else {
      if (exported.component.kind === 'static') {
        for (const problem of unsupportedProblems(component.inside(exported.component.index)))
          this.#problems.push({ ...problem, where: `${where}: ${problem.where}` });
      }
      this.components.set(entry.import, source);
    }
  }
}
