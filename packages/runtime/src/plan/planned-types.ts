import type {
  ComponentItem,
  ComponentType,
  CoreModuleType,
  FuncType,
  InstanceType,
  TypeItem,
} from '../types/item-type.js';
import type { CoreExternType } from '../types/core-type.js';
import { primitive } from '../types/primitives.js';
import type { Labelled, ResourceType, ValType } from '../types/val-type.js';
import { at } from './at.js';
import type {
  ComponentTypeEntry,
  CoreModuleEntry,
  DefinedTypeEntry,
  FuncTypeEntry,
  ImportEntry,
  ItemTypeEntry,
  TypeEntry,
  TypeRef,
} from './plan.js';

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

  /** The type of something that is imported or exported. */
  item(entry: ItemTypeEntry | ImportEntry): ComponentItem {
    switch (entry.kind) {
      case 'func':
        return at(this.funcTypes, entry.type);
      case 'resource':
      case 'resource-alias':
        return at(this.resources, entry.resource);
      case 'type':
        return this.definedType(entry.type);
      case 'module':
        return coreModuleType(entry.type);
      case 'component':
        return this.componentType(entry.type);
      case 'instance':
        return this.#instanceType(entry.items);
    }
  }

  definedType(entry: DefinedTypeEntry): TypeItem {
    if (typeof entry !== 'object') return { kind: 'type', type: this.type(entry) };
    switch (entry.kind) {
      case 'func':
        return { kind: 'type', type: at(this.funcTypes, entry.type) };
      case 'instance':
        return { kind: 'type', type: this.#instanceType(entry.items) };
      case 'component':
        return { kind: 'type', type: this.componentType(entry.type) };
    }
  }

  componentType({ imports, exports }: ComponentTypeEntry): ComponentType {
    return { kind: 'component', imports: this.#items(imports), exports: this.#items(exports) };
  }

  #instanceType(items: readonly (ItemTypeEntry | ImportEntry)[]): InstanceType {
    return { kind: 'instance', exports: this.#items(items) };
  }

  #items(entries: readonly (ItemTypeEntry | ImportEntry)[]): ReadonlyMap<string, ComponentItem> {
    return new Map(entries.map((entry) => [entry.name, this.item(entry)]));
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

/** The type of a core module. */
export function coreModuleType({ imports, exports }: CoreModuleEntry): CoreModuleType {
  const byModule = new Map<string, Map<string, CoreExternType>>();
  for (const [module, name, type] of imports) {
    const items = byModule.get(module) ?? new Map<string, CoreExternType>();
    byModule.set(module, items.set(name, type));
  }
  return { kind: 'module', imports: byModule, exports: new Map(exports) };
}
