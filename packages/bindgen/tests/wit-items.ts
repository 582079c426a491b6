import { formatItemName, interfaceFullName, interfaceKey } from '@wit-bindgen-ts/wit-parser';
import type {
  Func,
  Resolve,
  Type,
  TypeDefKind,
  TypeId,
  TypeOwner,
  WorldItem,
} from '@wit-bindgen-ts/wit-parser';

/** Every item of a `Resolve` by its path, as text: without ids, order and documentation. */
export function witItems(resolve: Resolve): Map<string, string> {
  return new WitItems(resolve).items;
}

class WitItems {
  readonly items = new Map<string, string>();
  readonly #resolve: Resolve;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    for (const { name, interfaces, worlds } of resolve.packages) {
      for (const [each, id] of interfaces) this.#addInterface(formatItemName(name, each), id);
      for (const [each, id] of worlds) this.#addWorld(`world ${formatItemName(name, each)}`, id);
    }
  }

  #addWorld(path: string, id: number): void {
    const world = this.#resolve.worlds[id];
    for (const direction of ['imports', 'exports'] as const) {
      for (const [key, item] of world?.[direction] ?? []) {
        const name =
          item.kind === 'interface' && key === interfaceKey(item.id) ? this.#interface(item.id) : key;
        this.#addWorldItem(`${path} ${direction} ${name}`, item);
      }
    }
  }

  #addWorldItem(path: string, item: WorldItem): void {
    if (item.kind === 'function') this.items.set(path, this.#func(item.function));
    else if (item.kind === 'type') this.items.set(path, this.#definition(item.id));
    else {
      const name = interfaceFullName(this.#resolve, item.id);
      this.items.set(path, `interface ${name ?? 'in place'} ${item.externalId ?? ''}`);
      if (name === undefined) this.#addInterface(path, item.id);
    }
  }

  #addInterface(path: string, id: number): void {
    const each = this.#resolve.interfaces[id];
    this.items.set(`${path} {}`, 'interface');
    for (const [name, type] of each?.types ?? []) this.items.set(`${path} ${name}`, this.#definition(type));
    for (const [name, func] of each?.functions ?? []) this.items.set(`${path} ${name}()`, this.#func(func));
  }

  #func({ async: isAsync, kind, params, result, externalId = '' }: Func): string {
    const list = params.map(({ name, type }) => `${name}: ${this.#type(type)}`).join(', ');
    return `${isAsync ? 'async ' : ''}${kind.kind} (${list}) -> ${this.#type(result)} ${externalId}`;
  }

  #definition(id: TypeId): string {
    const type = this.#resolve.types[id];
    return type === undefined ? '' : `${this.#kind(type.kind)} ${type.externalId ?? ''}`;
  }

  #type(type: Type | undefined): string {
    if (typeof type !== 'number') return type ?? '_';
    const found = this.#resolve.types[type];
    if (found === undefined) return `no type ${type}`;
    return found.name === undefined ? this.#kind(found.kind) : `${this.#owner(found.owner)} ${found.name}`;
  }

  #owner(owner: TypeOwner | undefined): string {
    if (owner === undefined) return '';
    return owner.kind === 'world' ? 'world' : this.#interface(owner.id);
  }

  #interface(id: number): string {
    return interfaceFullName(this.#resolve, id) ?? 'in place';
  }

  #kind(kind: TypeDefKind): string {
    switch (kind.kind) {
      case 'record':
        return `record { ${kind.fields.map(({ name, type }) => `${name}: ${this.#type(type)}`).join(', ')} }`;
      case 'variant':
        return `variant { ${kind.cases.map(({ name, type }) => `${name} ${this.#type(type)}`).join(', ')} }`;
      case 'enum':
        return `enum { ${kind.cases.map(({ name }) => name).join(', ')} }`;
      case 'flags':
        return `flags { ${kind.flags.map(({ name }) => name).join(', ')} }`;
      case 'resource':
        return 'resource';
      case 'alias':
        return this.#type(kind.type);
      case 'own':
      case 'borrow':
        return `${kind.kind}<${this.#type(kind.resource)}>`;
      case 'tuple':
        return `tuple<${kind.types.map((type) => this.#type(type)).join(', ')}>`;
      case 'option':
        return `option<${this.#type(kind.some)}>`;
      case 'result':
        return `result<${this.#type(kind.ok)}, ${this.#type(kind.err)}>`;
      case 'map':
        return `map<${this.#type(kind.key)}, ${this.#type(kind.value)}>`;
      case 'fixed-length-list':
        return `list<${this.#type(kind.element)}, ${kind.length}>`;
      case 'list':
      case 'stream':
      case 'future':
        return `${kind.kind}<${this.#type(kind.element)}>`;
    }
  }
}
