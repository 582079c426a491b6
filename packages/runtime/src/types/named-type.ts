/**
 * What the names of types stand for. Two types with the same parts are the same, whatever names they have: this is kept
 * beside the types, for those who show them to people.
 */
import type { TypeItem } from './item-type.js';
import { resourceNameOf, setResourceNameOf } from './resource-name.js';
import type { HandleType } from './val-type.js';

/** A type of values, functions, instances or components: all that a name can stand for but a resource. */
export type NameableType = TypeItem['type'];

const named = new WeakMap<NameableType, NameableType>();
const originals = new WeakMap<NameableType, NameableType>();

/**
 * The type that a type import or export `(type (eq …))` brings: equal to the type that it names, but an object of its own,
 * so that it can be told which of several names a definition means.
 */
export function nameType<Type extends NameableType>(type: Type): Type {
  const copy = { ...type };
  if (isHandle(type) && isHandle(copy)) setResourceNameOf(copy, resourceNameOf(type));
  named.set(copy, type);
  return copy;
}

/** What a type is another name for; `undefined` for one that is no name. */
export function typeNamed(type: NameableType): NameableType | undefined {
  return named.get(type);
}

/**
 * Makes one type a name of another. For types that were copied with others in their place: the copy of a name is a name of
 * the copy.
 */
export function setTypeNamed(name: NameableType, type: NameableType): void {
  named.set(name, type);
}

/** Remembers which type another is a copy of, with others in place of its resources. */
export function setCopiedFrom(copy: NameableType, original: NameableType): void {
  originals.set(copy, original);
}

export function copiedFrom(type: NameableType): NameableType | undefined {
  return originals.get(type);
}

function isHandle(type: NameableType): type is HandleType {
  return type.kind === 'own' || type.kind === 'borrow';
}
