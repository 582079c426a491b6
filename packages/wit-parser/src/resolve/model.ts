/**
 * The resolved form of WIT: every name looked up, every package in one place.
 *
 * The arenas (`worlds`, `interfaces`, `types`, `packages`) and the order in them are those of the `Resolve` that
 * `wasm-tools component wit --json` prints. A type stands after every type that it refers to, and a package after
 * every package that it depends on, so that one pass in order meets nothing unknown.
 */
import type { Span } from '../source/span.js';
import type { PrimitiveType } from '../syntax/primitive-types.js';

export type PackageId = number & { readonly arena?: 'packages' };
export type InterfaceId = number & { readonly arena?: 'interfaces' };
export type WorldId = number & { readonly arena?: 'worlds' };
export type TypeId = number & { readonly arena?: 'types' };

export interface Resolve {
  readonly worlds: readonly World[];
  readonly interfaces: readonly Interface[];
  readonly types: readonly TypeDef[];
  readonly packages: readonly Package[];
}

export interface PackageName {
  readonly namespace: string;
  readonly name: string;
  /** A semantic version, `1.2.0`. */
  readonly version?: string;
}

export interface Package {
  readonly name: PackageName;
  readonly interfaces: ReadonlyMap<string, InterfaceId>;
  readonly worlds: ReadonlyMap<string, WorldId>;
  /** Documentation comments are kept as Markdown, without the comment markers. */
  readonly docs?: string | undefined;
}

export interface World {
  readonly name: string;
  /** By plain name, or by `interfaceKey(id)` for an interface that has a package. */
  readonly imports: ReadonlyMap<WorldKey, WorldItem>;
  readonly exports: ReadonlyMap<WorldKey, WorldItem>;
  readonly package: PackageId;
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly span: Span;
}

/** `interface-3` for the interface with id 3; else the kebab-case name. As in wasm-tools' JSON. */
export type WorldKey = string;

export function interfaceKey(id: InterfaceId): WorldKey {
  return `interface-${id}`;
}

/** Whether an item goes by the full name of its interface, and not by a name that the world gives it. */
export function isInterfaceKey(key: WorldKey, item: WorldItem): boolean {
  return item.kind === 'interface' && key === interfaceKey(item.id);
}

export type WorldItem =
  | {
      readonly kind: 'interface';
      readonly id: InterfaceId;
      readonly docs?: string | undefined;
      readonly stability?: Stability | undefined;
      readonly externalId?: string | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'function'; readonly function: Func }
  | { readonly kind: 'type'; readonly id: TypeId; readonly span: Span };

/** Where an import or an export of a world is declared. */
export function worldItemSpan(item: WorldItem): Span {
  return item.kind === 'function' ? item.function.span : item.span;
}

export interface Interface {
  /** `undefined` for an interface written in place in a world. */
  readonly name?: string | undefined;
  readonly types: ReadonlyMap<string, TypeId>;
  readonly functions: ReadonlyMap<string, Func>;
  readonly package: PackageId;
  /** The interface that `include` copied this one from. */
  readonly cloneOf?: InterfaceId | undefined;
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly span: Span;
}

export interface Func {
  /** As in the component: `find`, `[constructor]cart`, `[method]cart.add`, `[static]cart.merge`. */
  readonly name: string;
  readonly kind: FuncKind;
  readonly async: boolean;
  /** A method's first parameter is `self`. */
  readonly params: readonly Param[];
  readonly result?: Type | undefined;
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly externalId?: string | undefined;
  readonly span: Span;
}

export type FuncKind =
  | { readonly kind: 'freestanding' }
  | { readonly kind: 'method' | 'static' | 'constructor'; readonly resource: TypeId };

export interface Param {
  readonly name: string;
  readonly type: Type;
  readonly span: Span;
}

export type Type = PrimitiveType | TypeId;

export interface TypeDef {
  /** `undefined` for a type without a name of its own, such as `list<u8>`. */
  readonly name?: string | undefined;
  readonly kind: TypeDefKind;
  /** Where a named type is declared; `undefined` for one without a name. */
  readonly owner?: TypeOwner | undefined;
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly externalId?: string | undefined;
  readonly span: Span;
}

export type TypeOwner =
  { readonly kind: 'interface'; readonly id: InterfaceId } | { readonly kind: 'world'; readonly id: WorldId };

export type TypeDefKind =
  | { readonly kind: 'record'; readonly fields: readonly Field[] }
  | { readonly kind: 'resource' }
  | { readonly kind: 'own' | 'borrow'; readonly resource: TypeId }
  | { readonly kind: 'flags'; readonly flags: readonly Label[] }
  | { readonly kind: 'tuple'; readonly types: readonly Type[] }
  | { readonly kind: 'variant'; readonly cases: readonly Case[] }
  | { readonly kind: 'enum'; readonly cases: readonly Label[] }
  | { readonly kind: 'option'; readonly some: Type }
  | { readonly kind: 'result'; readonly ok?: Type | undefined; readonly err?: Type | undefined }
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'fixed-length-list'; readonly element: Type; readonly length: number }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'future' | 'stream'; readonly element?: Type | undefined }
  /** Another name for a type: `type a = b`, or what a `use` brings in. */
  | { readonly kind: 'alias'; readonly type: Type };

/** A flag, or a case of an enum. */
export interface Label {
  readonly name: string;
  readonly docs?: string | undefined;
  readonly span: Span;
}

export interface Field extends Label {
  readonly type: Type;
}

export interface Case extends Label {
  readonly type?: Type | undefined;
}

/** From `@since`, `@unstable` and `@deprecated`. */
export type Stability =
  | { readonly kind: 'stable'; readonly since: string; readonly deprecated?: string }
  | { readonly kind: 'unstable'; readonly feature: string; readonly deprecated?: string };
