import {
  formatPackageName,
  interfaceKey,
  type Func,
  type InterfaceId,
  type PackageId,
  type PackageName,
  type Span,
  type TypeDefKind,
  type World,
} from '@wit-bindgen-ts/wit-parser';
import { isKebabName } from '../wit/casing.js';
import { ownName } from '../wit/func-names.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { ProblemReport } from './problem-report.js';
import type { ItemGroup } from './world-items.js';

const code = 'name-invalid';

const semanticVersion = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * Reports names that WIT does not allow. The parser lets none pass; a `Resolve` from elsewhere may hold any, and names
 * become identifiers.
 */
export function checkNames(group: ItemGroup, report: ProblemReport): void {
  const check = (item: string, name: string, span: Span): void => {
    if (!isKebabName(name))
      report.add(code, group, item, `${JSON.stringify(name)} is not a name in WIT`, span);
  };
  if (group.interface?.name !== undefined) check('', group.interface.name, group.interface.span);
  for (const { name = '', kind, span } of group.types) {
    check(name, name, span);
    for (const label of labelsOf(kind)) check(name, label.name, label.span);
  }
  for (const func of group.functions) checkFuncNames(func, check);
}

function checkFuncNames(func: Func, check: (item: string, name: string, span: Span) => void): void {
  check(func.name, ownName(func), func.span);
  for (const { name, span } of func.params) check(func.name, name, span);
}

/** Reports the names of a world, its own interfaces and the packages of all others. */
export function checkWorldNames(lookup: WitLookup, world: World, report: ProblemReport): void {
  const check = (name: string, allowed: boolean): void => {
    if (!allowed)
      report.add(code, { path: '' }, '', `${JSON.stringify(name)} is not a name in WIT`, world.span);
  };
  const packages = new Set([world.package]);
  check(world.name, isKebabName(world.name));
  for (const [key, item] of [...world.imports, ...world.exports]) {
    if (item.kind !== 'interface') continue;
    const { name, package: owner } = lookup.interface(item.id);
    packages.add(owner);
    if (name === undefined || key !== interfaceKey(item.id)) check(key, isKebabName(key));
  }
  checkPackages(lookup, packages, report, world.span);
}

/** Reports the names of the packages of interfaces. */
export function checkPackageNames(
  lookup: WitLookup,
  ids: readonly InterfaceId[],
  report: ProblemReport,
  span: Span,
): void {
  const packages = new Set(ids.map((id) => lookup.interface(id).package));
  checkPackages(lookup, packages, report, span);
}

function checkPackages(
  lookup: WitLookup,
  ids: ReadonlySet<PackageId>,
  report: ProblemReport,
  span: Span,
): void {
  for (const id of ids) {
    const { name } = lookup.package(id);
    if (isPackageName(name)) continue;
    const message = `${JSON.stringify(formatPackageName(name))} is not a name in WIT`;
    report.add(code, { path: '' }, '', message, span);
  }
}

function isPackageName({ namespace, name, version }: PackageName): boolean {
  return (
    isKebabName(namespace) && isKebabName(name) && (version === undefined || semanticVersion.test(version))
  );
}

function labelsOf(kind: TypeDefKind): readonly { readonly name: string; readonly span: Span }[] {
  switch (kind.kind) {
    case 'record':
      return kind.fields;
    case 'flags':
      return kind.flags;
    case 'variant':
    case 'enum':
      return kind.cases;
    default:
      return [];
  }
}
