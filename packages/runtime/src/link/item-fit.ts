import type { Problem } from '../errors/problem.js';
import { NameMap } from '../names/name-map.js';
import { TypeComparison } from '../types/compare.js';
import type { ComponentItem, ComponentType, InstanceType, TypeItem } from '../types/item-type.js';
import { describeType } from '../types/print.js';
import type { ResourceType } from '../types/val-type.js';
import { coreModuleProblems } from './core-module-problems.js';
import { typedModule } from './core-module-type.js';
import { aKind, describeItem, isOnlyTypes } from './describe-item.js';
import { hintFor, nearestHint } from './hints.js';
import { typeMismatch } from './problems.js';
import type { ResourceSide } from './resource-side.js';

/**
 * Finds what keeps items of one component from being what another needs: subtyping, with every difference told.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-checking
 */
export class ItemFit {
  readonly #given: ResourceSide;
  readonly #needed: ResourceSide;
  readonly #problems: Problem[];
  readonly #comparison = new TypeComparison((needed, given) => this.#same(needed, given));

  constructor(given: ResourceSide, needed: ResourceSide, problems: Problem[]) {
    this.#given = given;
    this.#needed = needed;
    this.#problems = problems;
  }

  /** Compares what is given with what is needed by the same name. */
  item(given: ComponentItem, needed: ComponentItem, where: string): void {
    if (needed.kind === 'func' && given.kind === 'func') {
      if (!this.#comparison.equalFuncs(needed, given))
        this.#problems.push(typeMismatch('import-type', where, needed, given));
    } else if (needed.kind === 'resource' && given.kind === 'resource') {
      this.#resource(given, needed, where);
    } else if (needed.kind === 'instance' && given.kind === 'instance') {
      this.exports(given.exports, needed.exports, where);
    } else if (needed.kind === 'type' && given.kind === 'type') {
      this.#type(given, needed, where);
    } else if (needed.kind === 'module' && given.kind === 'module') {
      for (const problem of coreModuleProblems(needed, typedModule(given), where))
        this.#problems.push(problem);
    } else if (needed.kind === 'component' && given.kind === 'component') {
      this.component(given, needed, where);
    } else {
      this.#problem(where, `expected ${describeItem(needed)}, found ${aKind(given)}`);
    }
  }

  /** Every export that is needed has to be given; there may be more. */
  exports(given: InstanceType['exports'], needed: InstanceType['exports'], where: string): void {
    const names = new NameMap<ComponentItem>();
    for (const [name, item] of given) names.set(name, item);
    for (const [name, item] of needed) {
      const found = names.get(name);
      if (found !== undefined) this.item(found, item, `${where}#${name}`);
      else this.missing(name, item, given.keys(), `${where}#${name}`);
    }
  }

  /** @param names - what is exported in its place */
  missing(name: string, needed: ComponentItem, names: Iterable<string>, where: string): void {
    const hint = hintFor(this.#problems, () => nearestHint(name, names));
    this.#problem(where, `the component does not export this, ${describeItem(needed)} is needed${hint}`);
  }

  /** A component fits if it imports no more than it will be given, and exports no less than is needed of it. */
  component(given: ComponentType, needed: ComponentType, where: string): void {
    const inside = { given: this.#given.inner(), needed: this.#needed.inner() };
    const imports = new ItemFit(inside.needed, inside.given, this.#problems);
    const arguments_ = new NameMap<ComponentItem>();
    for (const [name, item] of needed.imports) arguments_.set(name, item);
    for (const [name, item] of given.imports) {
      const argument = arguments_.get(name);
      const at = `${where}: import ${name}`;
      if (argument !== undefined) {
        imports.item(argument, item, at);
      } else if (!isOnlyTypes(item)) {
        const hint = hintFor(this.#problems, () => nearestHint(name, needed.imports.keys()));
        this.#problem(at, `the component needs ${describeItem(item)}, which it is not given${hint}`);
      }
    }
    new ItemFit(inside.given, inside.needed, this.#problems).exports(given.exports, needed.exports, where);
  }

  #resource(given: ResourceType, needed: ResourceType, where: string): void {
    const identity = this.#given.identity(given);
    const expected = this.#needed.get(needed);
    if (expected === undefined) this.#needed.bind(needed, identity);
    else if (expected !== identity) this.#problem(where, 'this is another resource');
  }

  #type({ type: given }: TypeItem, { type: needed }: TypeItem, where: string): void {
    if (isItemType(needed) || isItemType(given)) {
      if (isItemType(needed) && isItemType(given)) this.item(given, needed, where);
      else this.#problem(where, 'this is a type of another kind');
    } else if (!this.#comparison.equal(needed, given)) {
      const lines = [
        'the types differ',
        `expected ${describeType(needed)}`,
        `found    ${describeType(given)}`,
      ];
      this.#problem(where, lines.join('\n'));
    }
  }

  /** A resource that was not found has a problem of its own already. */
  #same(needed: ResourceType, given: ResourceType): boolean {
    const expected = this.#needed.get(needed);
    return expected === undefined || expected === this.#given.identity(given);
  }

  #problem(where: string, message: string): void {
    this.#problems.push({ code: 'import-type', where, message });
  }
}

type ItemType = Extract<TypeItem['type'], { readonly kind: 'func' | 'instance' | 'component' }>;

function isItemType(type: TypeItem['type']): type is ItemType {
  return type.kind === 'func' || type.kind === 'instance' || type.kind === 'component';
}
