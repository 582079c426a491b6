import { Arenas } from './arenas.js';
import type { Report } from './context.js';
import { gatedForeignUses } from './foreign-uses.js';
import { GateReader } from './gates.js';
import type { FeatureSelection } from './gates.js';
import type { PackageId, Resolve } from './model.js';
import { formatPackageName } from './package-name.js';
import { orderPackages } from './package-order.js';
import { declarePackage } from './package-scopes.js';
import type { DeclaredPackage } from './package-scopes.js';
import { PackageTable } from './package-table.js';
import type { PackageGroup, PackageUnit } from './package-units.js';
import { resolvePackage } from './resolve-package.js';
import { checkDistinctPackages } from './rules/distinct-packages.js';
import { TypeInterner } from './type-interner.js';

export interface ResolvedPackages {
  /** Not to be used when something was reported. */
  readonly resolve: Resolve;
  /** The main package of the first group. */
  readonly main: PackageId;
}

/**
 * Resolves all packages, each after those that it depends on. What failed is left out, so that whatever depends on it
 * is resolved too, for mistakes of its own.
 */
export function resolvePackages(
  groups: readonly PackageGroup[],
  features: FeatureSelection,
  report: Report,
): ResolvedPackages {
  const units = groups.flatMap(({ main, nested }) => [main, ...nested]);
  checkDistinctPackages(units, report);
  const declared = units.map((unit) => declarePackage(unit, keyOf(unit), report));
  const packages = packageTable(groups, declared, report);
  const ordered = orderPackages(declared, packages, report);
  const arenas = new Arenas();
  for (const each of ordered) {
    const { name, docs } = each.unit;
    const gates = new GateReader(name, features, report);
    const head = { name: name ?? unnamed, interfaces: new Map(), worlds: new Map(), docs };
    const context = {
      arenas,
      package: arenas.addPackage(head),
      gates,
      interner: new TypeInterner(arenas),
      scope: each.scope,
      packages,
      gatedUses: gatedForeignUses(each, gates),
      report,
    };
    resolvePackage(context, each);
  }
  return { resolve: arenas, main: ordered.findIndex(({ unit }) => unit === groups[0]?.main) };
}

/** A package whose header is missing is resolved too. */
const unnamed = { namespace: '', name: '' };

function keyOf({ name }: PackageUnit): string {
  return formatPackageName(name ?? unnamed);
}

function packageTable(
  groups: readonly PackageGroup[],
  declared: readonly DeclaredPackage[],
  report: Report,
): PackageTable {
  const isIncomplete = declared.some(({ unit }) => unit.name === undefined || unit.isIncomplete);
  const packages = new PackageTable(isIncomplete, report);
  for (const { otherNames } of groups) {
    for (const name of otherNames) packages.addFailed(formatPackageName(name));
  }
  for (const { unit, scope } of declared) if (unit.name !== undefined) packages.add(scope);
  return packages;
}
