import type { Span } from '../source/span.js';
import type { Identifier } from '../syntax/ast.js';
import type { InterfaceId, Stability, TypeId, TypeOwner, WorldId } from './model.js';

/** What a name of an interface or a world stands for. Only what is wrong with `pending` and `failed` is not reported. */
export type NameEntry =
  | { readonly kind: 'type'; readonly id: TypeId; readonly span: Span }
  | { readonly kind: 'function'; readonly span: Span }
  /** A type by its place among all of them, that is not resolved yet: whoever names it is part of a cycle. */
  | { readonly kind: 'pending'; readonly index: number; readonly span: Span }
  /** Wrong, and reported already: whoever names it says nothing. */
  | { readonly kind: 'failed'; readonly span: Span };

/** The names within an interface or a world, and whose they are. */
export interface TypeScope {
  readonly names: Map<string, NameEntry>;
  /** The types among them that are there, in the order in which they were made. */
  readonly types: Map<string, TypeId>;
  /** `undefined` when a feature that is off takes the whole interface or world away. */
  owner: TypeOwner | undefined;
  /** Whether there may be more names: some could not be read, or it is not resolved yet. */
  isIncomplete: boolean;
}

export function newTypeScope(): TypeScope {
  return { names: new Map(), types: new Map(), owner: undefined, isIncomplete: true };
}

/** Says what a name stands for, unless it failed already. */
export function settleName({ names, types }: TypeScope, { text }: Identifier, entry: NameEntry): void {
  if (names.get(text)?.kind !== 'pending') return;
  names.set(text, entry);
  if (entry.kind === 'type' && entry.id >= 0) types.set(text, entry.id);
}

/** An interface or a world, as others see it. */
export type ItemScope = InterfaceScope | WorldScope;

export type ScopeOfKind<Kind extends ItemScope['kind']> = Extract<ItemScope, { readonly kind: Kind }>;

interface ItemHead {
  readonly name: string;
  readonly span: Span;
  /** Its place among the interfaces and worlds of its package. */
  readonly index: number;
  readonly types: TypeScope;
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
  /** Whether it has all its imports and exports: it is complete, and none of them failed. */
  hasAllItems: boolean;
}

/** The interfaces and worlds of a package. */
export interface PackageScope {
  /** Its name as text. */
  readonly key: string;
  /** `undefined` for a name that failed: it was defined twice, or could not be read. */
  readonly items: ReadonlyMap<string, ItemScope | undefined>;
  /** Whether there may be more names, which could not be read. */
  readonly isIncomplete: boolean;
}
