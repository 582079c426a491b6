import type { Problem } from '../source/diagnostic.js';
import type { Arenas } from './arenas.js';
import type { GatedUse } from './foreign-uses.js';
import type { GateReader } from './gates.js';
import type { PackageId } from './model.js';
import type { PackageTable } from './package-table.js';
import type { ItemScope, PackageScope } from './scopes.js';
import type { TypeInterner } from './type-interner.js';

export type Report = (problem: Problem) => void;

/** What every part of the resolver works on while it resolves one package. */
export interface PackageContext {
  readonly arenas: Arenas;
  readonly package: PackageId;
  readonly gates: GateReader;
  readonly interner: TypeInterner;
  /** The items of this package, by name. */
  readonly scope: PackageScope;
  /** Every package that may be referred to. */
  readonly packages: PackageTable;
  /** Types of others that are not there for this one. */
  readonly gatedUses: ReadonlyMap<string, GatedUse>;
  readonly report: Report;
}

/** The top-level names of one file: those of the package, and what its `use` declarations add. */
export interface FileContext extends PackageContext {
  /** `undefined` for a name that failed. */
  readonly used: ReadonlyMap<string, ItemScope | undefined>;
}
