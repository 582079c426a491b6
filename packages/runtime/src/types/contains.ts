import type { FuncType } from './item-type.js';
import type { ValType } from './val-type.js';

/** The types that a type is made of, one level down. Handles, streams and futures are made of nothing. */
export function childrenOf(type: ValType): readonly ValType[] {
  switch (type.kind) {
    case 'record':
      return type.fields.map((field) => field.type);
    case 'variant':
      return type.cases.flatMap((case_) => case_.type ?? []);
    case 'list':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'tuple':
      return type.types;
    case 'option':
      return [type.some];
    case 'result':
      return [type.ok, type.err].flatMap((payload) => payload ?? []);
    default:
      return [];
  }
}

/** Finds a type for which `predicate` holds in `types` and all that they are made of; visits each type once. */
export function findType(
  types: Iterable<ValType>,
  predicate: (type: ValType) => boolean,
  visited = new Set<ValType>(),
): ValType | undefined {
  for (const type of types) {
    if (visited.has(type)) continue;
    visited.add(type);
    const found = predicate(type) ? type : findType(childrenOf(type), predicate, visited);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The types of a function's parameters. */
export function paramTypes(func: FuncType): ValType[] {
  return func.params.map((param) => param.type);
}

/** The type of a function's result, if it has one. */
export function resultTypes(func: FuncType): ValType[] {
  return func.result === undefined ? [] : [func.result];
}
