import { childrenOf } from '../types/contains.js';
import { isPrimitive } from '../types/primitives.js';
import type { FuncType } from '../types/item-type.js';
import type { Labelled, ResourceType, ValType } from '../types/val-type.js';
import type { Budget } from './budget.js';
import type { FuncTypeEntry, TypeEntry, TypeRef } from './plan.js';

/** The resources of the plan that stand for symbolic ones. */
export interface PlannedResources {
  get(symbolic: ResourceType): ResourceType | undefined;
}

/** Numbers types for the plan; types of the same structure get the same number. */
export class TypeTable {
  readonly types: TypeEntry[] = [];
  readonly funcTypes: FuncTypeEntry[] = [];
  readonly #budget: Budget;
  readonly #byKey = new Map<string, number>();
  /** For types without resources: these are the same in every instance. */
  readonly #refs = new Map<ValType, TypeRef>();
  /** For the others, by the instance. */
  readonly #refsByInstance = new WeakMap<PlannedResources, Map<ValType, TypeRef>>();
  readonly #resourceFree = new Map<ValType, boolean>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  ref(type: ValType, resources: PlannedResources, offset: number): TypeRef {
    if (isPrimitive(type)) return type.kind;
    const refs = this.#isResourceFree(type) ? this.#refs : this.#refsIn(resources);
    let ref = refs.get(type);
    if (ref === undefined) {
      this.#budget.spend('definitions', 1, offset);
      ref = this.#intern(this.types, new EntryOf(this, resources, offset).type(type));
      refs.set(type, ref);
    }
    return ref;
  }

  func(type: FuncType, resources: PlannedResources, offset: number): number {
    return this.#intern(this.funcTypes, new EntryOf(this, resources, offset).func(type));
  }

  #refsIn(resources: PlannedResources): Map<ValType, TypeRef> {
    const refs = this.#refsByInstance.get(resources) ?? new Map<ValType, TypeRef>();
    this.#refsByInstance.set(resources, refs);
    return refs;
  }

  #isResourceFree(type: ValType): boolean {
    let free = this.#resourceFree.get(type);
    if (free === undefined) {
      const parts = type.kind === 'stream' || type.kind === 'future' ? [type.element] : childrenOf(type);
      free = !('resource' in type) && parts.every((part) => part === undefined || this.#isResourceFree(part));
      this.#resourceFree.set(type, free);
    }
    return free;
  }

  #intern<T>(entries: T[], entry: T): number {
    const key = JSON.stringify(entry);
    let index = this.#byKey.get(key);
    if (index === undefined) {
      index = entries.push(entry) - 1;
      this.#byKey.set(key, index);
    }
    return index;
  }
}

/** Writes down one type, for one instance. */
class EntryOf {
  readonly #table: TypeTable;
  readonly #resources: PlannedResources;
  readonly #offset: number;

  constructor(table: TypeTable, resources: PlannedResources, offset: number) {
    this.#table = table;
    this.#resources = resources;
    this.#offset = offset;
  }

  func({ async, params, result }: FuncType): FuncTypeEntry {
    return { async, params: this.#labelled(params), result: this.#optional(result) };
  }

  type(type: Exclude<ValType, { readonly kind: TypeRef }>): TypeEntry {
    switch (type.kind) {
      case 'record':
        return { kind: 'record', fields: this.#labelled(type.fields) };
      case 'variant':
        return { kind: 'variant', cases: type.cases.map(({ name, type }) => [name, this.#optional(type)]) };
      case 'list':
        return { kind: 'list', element: this.#ref(type.element), length: type.length ?? null };
      case 'map':
        return { kind: 'map', key: this.#ref(type.key), value: this.#ref(type.value) };
      case 'tuple':
        return { kind: 'tuple', types: type.types.map((member) => this.#ref(member)) };
      case 'flags':
      case 'enum':
        return { kind: type.kind, names: type.names };
      case 'option':
        return { kind: 'option', some: this.#ref(type.some) };
      case 'result':
        return { kind: 'result', ok: this.#optional(type.ok), err: this.#optional(type.err) };
      case 'own':
      case 'borrow':
        return { kind: type.kind, resource: this.#resource(type.resource) };
      case 'stream':
      case 'future':
        return { kind: type.kind, element: this.#optional(type.element) };
    }
  }

  #resource(symbolic: ResourceType): number {
    const planned = this.#resources.get(symbolic);
    if (planned === undefined)
      throw new RangeError(`the resource \`${symbolic.name}\` has no place in the plan`);
    return planned.index;
  }

  #ref(type: ValType): TypeRef {
    return this.#table.ref(type, this.#resources, this.#offset);
  }

  #optional(type: ValType | undefined): TypeRef | null {
    return type === undefined ? null : this.#ref(type);
  }

  #labelled(members: readonly Labelled[]): (readonly [string, TypeRef])[] {
    return members.map(({ name, type }) => [name, this.#ref(type)]);
  }
}
