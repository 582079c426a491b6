import type { Problem } from '../source/diagnostic.js';
import type { Arenas } from './arenas.js';
import type { ForeignPaths } from './foreign-paths.js';
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
  /** What paths to other packages lead to. */
  readonly foreign: ForeignPaths;
  readonly report: (problem: Problem) => void;
}

/** The top-level names of one file: those of the package, and what its `use` declarations add. */
export interface FileContext extends PackageContext {
  /** `undefined` for a name whose `use` failed. */
  readonly used: ReadonlyMap<string, ItemScope | undefined>;
}
