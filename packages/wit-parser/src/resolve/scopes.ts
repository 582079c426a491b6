import type { Span } from '../source/span.js';
import type { InterfaceId, PackageName, TypeId, TypeOwner, WorldId } from './model.js';

/** What a name of an interface or a world stands for, once it is known. */
export type NameEntry =
  /** One that is not there because a feature is off is an absent type: see `Arenas`. */
  | { readonly kind: 'type'; readonly id: TypeId; readonly span: Span }
  | { readonly kind: 'function'; readonly span: Span }
  /** Wrong, and reported already: whoever names it says nothing. */
  | { readonly kind: 'failed'; readonly span: Span };

/** The names within an interface or a world, and whose they are. */
export interface TypeScope {
  readonly names: Map<string, NameEntry>;
  /** `undefined` when a feature that is off takes the whole interface or world away. */
  readonly owner: TypeOwner | undefined;
  /** Whether a syntax error hides names of it: then none is missed. */
  readonly isBroken: boolean;
}

/** An interface or a world, as others see it. */
export type ItemScope = InterfaceScope | WorldScope | FailedItem;

interface ItemHead {
  readonly name: string;
  readonly span: Span;
  readonly names: Map<string, NameEntry>;
  /** Whether a syntax error hides names of it. */
  isBroken: boolean;
  /** The feature that it needs and that is off. */
  missingFeature: string | undefined;
}

export interface InterfaceScope extends ItemHead {
  readonly kind: 'interface';
  /** Set once the interface is resolved, if it is there. */
  id: InterfaceId | undefined;
}

export interface WorldScope extends ItemHead {
  readonly kind: 'world';
  /** Set once the world is resolved, if it is there. */
  id: WorldId | undefined;
}

/** Wrong, and reported already. */
export interface FailedItem {
  readonly kind: 'failed';
  readonly name: string;
  readonly span: Span;
}

/** The interfaces and worlds of a package. */
export interface PackageScope {
  readonly name: PackageName;
  readonly items: ReadonlyMap<string, ItemScope>;
  /** Whether a syntax error hides items of it. */
  readonly isBroken: boolean;
}
