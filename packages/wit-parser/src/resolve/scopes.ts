import type { Span } from '../source/span.js';
import type { InterfaceId, PackageName, Stability, TypeId, TypeOwner, WorldId } from './model.js';

/** What a name of an interface or a world stands for, once it is known. */
export type NameEntry =
  | { readonly kind: 'type'; readonly id: TypeId; readonly span: Span }
  | { readonly kind: 'function'; readonly span: Span }
  /** A type that is not there because a feature is off. */
  | { readonly kind: 'gated'; readonly feature: string; readonly span: Span }
  /** Wrong, and reported already: whoever names it says nothing. */
  | { readonly kind: 'failed'; readonly span: Span };

/** The names within an interface or a world, and whose they are. */
export interface TypeScope {
  readonly names: Map<string, NameEntry>;
  /** `undefined` when a feature that is off takes the whole interface or world away. */
  readonly owner: TypeOwner | undefined;
}

/** An interface or a world, as others see it. */
export type ItemScope = InterfaceScope | WorldScope;

interface ItemHead {
  readonly name: string;
  readonly span: Span;
  readonly names: Map<string, NameEntry>;
  stability: Stability | undefined;
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

/** The interfaces and worlds of a package. */
export interface PackageScope {
  readonly name: PackageName;
  readonly items: ReadonlyMap<string, ItemScope>;
}
