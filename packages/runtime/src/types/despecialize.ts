import { childrenOf, findType, paramTypes, resultTypes } from './contains.js';
import type { FuncType } from './item-type.js';
import type { Labelled, ValType } from './val-type.js';

/**
 * A function type with `list<tuple<K, V>>` in place of every `map<K, V>`: the same in memory, and what a map is in the
 * standard. A `Map` of JavaScript's holds one value for a key; between two guests all of them are to arrive.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#despecialization
 */
export function mapsAsLists(func: FuncType): FuncType {
  const types = [...paramTypes(func), ...resultTypes(func)];
  if (findType(types, ({ kind }) => kind === 'map') === undefined) return func;
  const rewriting = new MapRewriting();
  const params = rewriting.labelled(func.params);
  return func.result === undefined
    ? { ...func, params }
    : { ...func, params, result: rewriting.type(func.result) };
}

/** Rewrites each type once, so that types which share their parts go on to share them. */
class MapRewriting {
  readonly #rewritten = new Map<ValType, ValType>();

  type(type: ValType): ValType {
    let rewritten = this.#rewritten.get(type);
    if (rewritten === undefined) {
      rewritten = childrenOf(type).length === 0 ? type : this.#composed(type);
      this.#rewritten.set(type, rewritten);
    }
    return rewritten;
  }

  labelled(members: readonly Labelled[]): Labelled[] {
    return members.map(({ name, type }) => ({ name, type: this.type(type) }));
  }

  #composed(type: ValType): ValType {
    switch (type.kind) {
      case 'map':
        return {
          kind: 'list',
          element: { kind: 'tuple', types: [this.type(type.key), this.type(type.value)] },
        };
      case 'record':
        return { kind: 'record', fields: this.labelled(type.fields) };
      case 'variant':
        return {
          kind: 'variant',
          cases: type.cases.map((c) =>
            c.type === undefined ? c : { name: c.name, type: this.type(c.type) },
          ),
        };
      case 'list':
        return { ...type, element: this.type(type.element) };
      case 'tuple':
        return { kind: 'tuple', types: type.types.map((member) => this.type(member)) };
      case 'option':
        return { kind: 'option', some: this.type(type.some) };
      case 'result':
        return {
          kind: 'result',
          ...(type.ok === undefined ? {} : { ok: this.type(type.ok) }),
          ...(type.err === undefined ? {} : { err: this.type(type.err) }),
        };
      default:
        return type;
    }
  }
}
