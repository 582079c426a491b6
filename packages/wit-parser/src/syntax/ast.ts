/** WIT as it is written: names are not looked up yet. The order is that of the file. */
import type { PrimitiveType } from './primitive-types.js';
import type { Span } from '../source/span.js';
import type { FuncSyntax, TypeDefSyntax } from './ast-types.js';

export interface Identifier {
  /** Without the `%` that may stand before it. */
  readonly text: string;
  readonly span: Span;
}

/** What may stand before an item: documentation and gates. */
export interface Prelude {
  readonly docs: string | undefined;
  readonly attributes: readonly Attribute[];
}

export type Attribute =
  | { readonly kind: 'since' | 'deprecated'; readonly version: string; readonly span: Span }
  | { readonly kind: 'unstable'; readonly feature: string; readonly span: Span }
  | { readonly kind: 'external-id'; readonly id: string; readonly span: Span };

export interface FileSyntax {
  /** `package a:b;` at the top. */
  readonly header: PackageHeader | undefined;
  readonly items: readonly TopLevelItem[];
  /** `package a:b { … }`. */
  readonly nestedPackages: readonly NestedPackage[];
  /** An empty span at the top of the file, for what is missing in it. */
  readonly start: Span;
  /** A syntax error hides something of the top level, even its name: an item, a package, or the header. */
  readonly isBroken: boolean;
}

/** An item that could not be read, which is reported already. */
export interface BrokenItem {
  readonly kind: 'broken';
  /** `undefined` if not even this much was read. */
  readonly name: Identifier | undefined;
  readonly span: Span;
}

export interface PackageHeader {
  readonly name: PackageNameSyntax;
  readonly docs: string | undefined;
  /** The first line of the documentation, or the keyword. */
  readonly docsSpan: Span | undefined;
}

export interface NestedPackage extends PackageHeader {
  readonly items: readonly TopLevelItem[];
  /** Not allowed by the standard; the resolver says so. */
  readonly nestedPackages: readonly NestedPackage[];
  /** As for a file. */
  readonly isBroken: boolean;
}

export interface PackageNameSyntax {
  readonly namespace: Identifier;
  readonly name: Identifier;
  readonly version: string | undefined;
  readonly span: Span;
}

export type TopLevelItem = InterfaceSyntax | WorldSyntax | TopLevelUse | BrokenItem;

export interface TopLevelUse extends Prelude {
  readonly kind: 'use';
  readonly path: PathSyntax;
  readonly alias: Identifier | undefined;
  /** The keyword. */
  readonly span: Span;
}

/** The name of an interface or a world: `b`, or `ns:pkg/b@1.0.0`. */
export interface PathSyntax {
  readonly package: PackageNameSyntax | undefined;
  readonly name: Identifier;
}

export interface InterfaceSyntax extends Prelude {
  readonly kind: 'interface';
  readonly name: Identifier;
  readonly items: readonly InterfaceItem[];
}

export type InterfaceItem = UseSyntax | TypeDefSyntax | NamedFunc | BrokenItem;

/** `use path.{a, b as c};` */
export interface UseSyntax extends Prelude {
  readonly kind: 'use-types';
  readonly path: PathSyntax;
  readonly names: readonly RenamedName[];
}

export interface RenamedName {
  readonly name: Identifier;
  readonly alias: Identifier | undefined;
}

export interface NamedFunc extends Prelude {
  readonly kind: 'func';
  readonly name: Identifier;
  readonly func: FuncSyntax;
}

export interface WorldSyntax extends Prelude {
  readonly kind: 'world';
  readonly name: Identifier;
  readonly items: readonly WorldItemSyntax[];
}

export type WorldItemSyntax = UseSyntax | TypeDefSyntax | IncludeSyntax | ExternSyntax | BrokenItem;

/** `include path with { a as b }` */
export interface IncludeSyntax extends Prelude {
  readonly kind: 'include';
  readonly path: PathSyntax;
  readonly renames: readonly { readonly from: Identifier; readonly to: Identifier }[];
}

/** An import or an export of a world. */
export interface ExternSyntax extends Prelude {
  readonly kind: 'import' | 'export';
  readonly item: ExternItem;
}

export type ExternItem =
  | { readonly kind: 'func'; readonly name: Identifier; readonly func: FuncSyntax }
  | { readonly kind: 'inline-interface'; readonly name: Identifier; readonly items: readonly InterfaceItem[] }
  | { readonly kind: 'path'; readonly path: PathSyntax }
  /** `import primary: wasi:keyvalue/store;` */
  | { readonly kind: 'named-path'; readonly name: Identifier; readonly path: PathSyntax };

export type { FuncSyntax, PrimitiveType, TypeDefSyntax };
