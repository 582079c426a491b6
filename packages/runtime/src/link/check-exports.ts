import type { Component } from '../component/component.js';
import type { ComponentExportIndex } from '../component/export-index.js';
import type { Problem } from '../errors/problem.js';
import { NameMap } from '../names/name-map.js';
import { TypeComparison } from '../types/compare.js';
import type { ComponentItem, ComponentType } from '../types/item-type.js';
import { describeFunc } from '../types/print.js';
import { ResourcePairs } from '../types/resource-pairs.js';
import { aKind } from './describe-item.js';
import { hintFor, nearestHint } from './hints.js';
import { typeMismatch } from './problems.js';

/** What there is to be said of the exports of a component, where those of a world are expected. */
export interface CheckedExports {
  /** Every difference. */
  readonly problems: readonly Problem[];
  /** The component's resources, for those of the world. */
  readonly resources: ResourcePairs;
}

/** Checks that a component exports what a world does, with the same types. */
export function checkExports(component: Component, world: ComponentType): CheckedExports {
  const check = new ExportCheck(component);
  check.pairImports(world.imports);
  for (const [name, expected] of world.exports) check.export(name, expected, undefined, `export ${name}`);
  return check;
}

class ExportCheck implements CheckedExports {
  readonly problems: Problem[] = [];
  readonly resources = new ResourcePairs();
  readonly #component: Component;
  readonly #comparison = new TypeComparison(this.resources.same);

  constructor(component: Component) {
    this.#component = component;
  }

  /** Exports can use the resources of imports. What else of the imports differs is found when they are linked. */
  pairImports(imports: ReadonlyMap<string, ComponentItem>): void {
    const found = new NameMap<ComponentItem>();
    for (const [name, item] of this.#component.type.imports) found.set(name, item);
    for (const [name, expected] of imports) this.#pairResources(expected, found.get(name));
  }

  export(
    name: string,
    expected: ComponentItem,
    parent: ComponentExportIndex | undefined,
    where: string,
  ): void {
    const found = this.#component.getExport(name, parent);
    if (found === undefined) return this.#missing(name, expected, parent, where);
    const { item, index } = found;
    if (expected.kind !== item.kind) {
      const message = `expected ${aKind(expected)}, found ${aKind(item)}`;
      this.problems.push({ code: 'export-type', where, message });
    } else if (expected.kind === 'func' && item.kind === 'func') {
      if (!this.#comparison.equalFuncs(expected, item)) {
        this.problems.push(typeMismatch('export-type', where, expected, item));
      }
    } else if (expected.kind === 'resource' && item.kind === 'resource') {
      if (!this.resources.pair(expected, item)) {
        this.problems.push({ code: 'export-type', where, message: 'this is another resource' });
      }
    } else if (expected.kind === 'instance') {
      for (const [inner, type] of expected.exports) this.export(inner, type, index, `${where}#${inner}`);
    }
  }

  #missing(
    name: string,
    expected: ComponentItem,
    parent: ComponentExportIndex | undefined,
    where: string,
  ): void {
    const needed = expected.kind === 'func' ? describeFunc(expected) : aKind(expected);
    const siblings = this.#component.exportPlaces(parent?.place ?? null);
    const hint = hintFor(this.problems, () => nearestHint(name, siblings.keys()));
    const message = `the component does not export this, ${needed} is expected${hint}`;
    this.problems.push({ code: 'export-missing', where, message });
  }

  #pairResources(expected: ComponentItem, found: ComponentItem | undefined): void {
    if (expected.kind === 'resource' && found?.kind === 'resource') this.resources.pair(expected, found);
    if (expected.kind !== 'instance' || found?.kind !== 'instance') return;
    for (const [name, item] of expected.exports) this.#pairResources(item, found.exports.get(name));
  }
}
