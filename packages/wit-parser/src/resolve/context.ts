import type { Problem } from '../source/diagnostic.js';
import type { Arenas } from './arenas.js';
import type { GateReader } from './gates.js';
import type { PackageId, PackageName } from './model.js';
import type { ItemScope, PackageScope } from './scopes.js';
import type { TypeInterner } from './type-interner.js';

/** What every part of the resolver works on while it resolves one package. */
export interface PackageContext {
  readonly arenas: Arenas;
  readonly package: PackageId;
  readonly name: PackageName;
  readonly gates: GateReader;
  readonly interner: TypeInterner;
  /** The items of this package, by name. */
  readonly scope: PackageScope;
  /** Every package that may be referred to, by its name as text: those resolved already, and this one. */
  readonly packages: ReadonlyMap<string, PackageScope>;
  /** The names of all packages, resolved or not. */
  readonly packageNames: readonly string[];
  /** The names of packages reported as unknown, so that each is reported once. */
  readonly unknownPackages: Set<string>;
  readonly report: (problem: Problem) => void;
}

/** The top-level names of one file: those of the package, and what its `use` declarations add. */
export interface FileContext extends PackageContext {
  /** `undefined` for a name whose `use` failed. */
  readonly used: ReadonlyMap<string, ItemScope | undefined>;
}
