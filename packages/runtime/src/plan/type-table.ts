import { isPrimitive, primitive } from '../types/primitives.js';
import type { FuncType } from '../types/item-type.js';
import type { Labelled, ResourceType, ValType } from '../types/val-type.js';
import type { FuncTypeEntry, TypeEntry, TypeRef } from './plan.js';

/** Numbers types for the plan; types of the same structure get the same number. */
export class TypeTable {
  readonly types: TypeEntry[] = [];
  readonly funcTypes: FuncTypeEntry[] = [];
  readonly #byType = new Map<ValType, TypeRef>();
  readonly #byKey = new Map<string, number>();

  ref(type: ValType): TypeRef {
    if (isPrimitive(type)) return type.kind;
    let ref = this.#byType.get(type);
    if (ref === undefined) {
      ref = this.#intern(this.types, this.#entry(type));
      this.#byType.set(type, ref);
    }
    return ref;
  }

  func(type: FuncType): number {
    const entry = {
      async: type.async,
      params: this.#labelled(type.params),
      result: this.#optional(type.result),
    };
    return this.#intern(this.funcTypes, entry);
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

  #entry(type: Exclude<ValType, { readonly kind: TypeRef }>): TypeEntry {
    switch (type.kind) {
      case 'record':
        return { kind: 'record', fields: this.#labelled(type.fields) };
      case 'variant':
        return {
          kind: 'variant',
          cases: type.cases.map((case_) => [case_.name, this.#optional(case_.type)]),
        };
      case 'list':
        return { kind: 'list', element: this.ref(type.element), length: type.length ?? null };
      case 'map':
        return { kind: 'map', key: this.ref(type.key), value: this.ref(type.value) };
      case 'tuple':
        return { kind: 'tuple', types: type.types.map((member) => this.ref(member)) };
      case 'flags':
      case 'enum':
        return { kind: type.kind, names: type.names };
      case 'option':
        return { kind: 'option', some: this.ref(type.some) };
      case 'result':
        return { kind: 'result', ok: this.#optional(type.ok), err: this.#optional(type.err) };
      case 'own':
      case 'borrow':
        return { kind: type.kind, resource: type.resource.index };
      case 'stream':
      case 'future':
        return { kind: type.kind, element: this.#optional(type.element) };
    }
  }

  #optional(type: ValType | undefined): TypeRef | null {
    return type === undefined ? null : this.ref(type);
  }

  #labelled(members: readonly Labelled[]): (readonly [string, TypeRef])[] {
    return members.map(({ name, type }) => [name, this.ref(type)]);
  }
}

/** The types of a plan as a graph again. */
export class PlannedTypes {
  readonly resources: readonly ResourceType[];
  readonly funcTypes: readonly FuncType[];
  readonly #types: ValType[] = [];

  constructor(plan: {
    readonly types: readonly TypeEntry[];
    readonly funcTypes: readonly FuncTypeEntry[];
    readonly resources: readonly { readonly name: string }[];
  }) {
    this.resources = plan.resources.map(({ name }, index) => ({ kind: 'resource', name, index }));
    // Each entry refers only to ones before it.
    for (const entry of plan.types) this.#types.push(this.#type(entry));
    this.funcTypes = plan.funcTypes.map(({ async, params, result }) => ({
      kind: 'func',
      async,
      params: this.#labelled(params),
      ...this.#optional('result', result),
    }));
  }

  type(ref: TypeRef): ValType {
    return typeof ref === 'string' ? primitive(ref) : at(this.#types, ref);
  }

  #type(entry: TypeEntry): ValType {
    switch (entry.kind) {
      case 'record':
        return { kind: 'record', fields: this.#labelled(entry.fields) };
      case 'variant':
        return {
          kind: 'variant',
          cases: entry.cases.map(([name, ref]) => ({ name, ...this.#optional('type', ref) })),
        };
      case 'list': {
        const element = this.type(entry.element);
        return entry.length === null
          ? { kind: 'list', element }
          : { kind: 'list', element, length: entry.length };
      }
      case 'map':
        return { kind: 'map', key: this.type(entry.key), value: this.type(entry.value) };
      case 'tuple':
        return { kind: 'tuple', types: entry.types.map((ref) => this.type(ref)) };
      case 'flags':
      case 'enum':
        return { kind: entry.kind, names: entry.names };
      case 'option':
        return { kind: 'option', some: this.type(entry.some) };
      case 'result':
        return { kind: 'result', ...this.#optional('ok', entry.ok), ...this.#optional('err', entry.err) };
      case 'own':
      case 'borrow':
        return { kind: entry.kind, resource: at(this.resources, entry.resource) };
      case 'stream':
      case 'future':
        return { kind: entry.kind, ...this.#optional('element', entry.element) };
    }
  }

  #optional<Key extends string>(key: Key, ref: TypeRef | null): { readonly [K in Key]?: ValType } {
    const property: { [K in Key]?: ValType } = {};
    if (ref !== null) property[key] = this.type(ref);
    return property;
  }

  #labelled(members: readonly (readonly [string, TypeRef])[]): Labelled[] {
    return members.map(([name, ref]) => ({ name, type: this.type(ref) }));
  }
}

/** An element that the plan says is there. */
export function at<T>(elements: readonly T[], index: number): T {
  const element = elements[index];
  if (element === undefined)
    throw new RangeError(`the plan refers to ${index} of ${elements.length} elements`);
  return element;
}
