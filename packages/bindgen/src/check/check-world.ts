import {
  formatPackageName,
  interfaceKey,
  type PackageId,
  type Resolve,
  type SourceMap,
  type WorldId,
} from '@wit-bindgen-ts/wit-parser';
import type { BindgenOptions } from '../options/bindgen-options.js';
import { addInterfaceTargets, addWorldTargets, noTargets } from '../options/option-targets.js';
import { withThoseUsed } from '../wit/used-interfaces.js';
import { WitLookup } from '../wit/wit-lookup.js';
import { checkOptions } from './chosen-options.js';
import { checkEmptyLists } from './empty-lists.js';
import { checkNames, checkPackageNames, checkWorldNames } from './item-names.js';
import { ProblemReport } from './problem-report.js';
import { interfaceGroups, itemGroups, type ItemGroup } from './world-items.js';

/**
 * Checks that bindings can be generated for a world, before anything is made.
 *
 * @param others Worlds for which the same options are given: what names something there is of use.
 * @throws {BindgenError} With every reason why they cannot.
 */
export function checkWorld(
  resolve: Resolve,
  id: WorldId,
  options: BindgenOptions = {},
  others: readonly WorldId[] = [],
  sources?: SourceMap,
): void {
  const lookup = new WitLookup(resolve);
  const world = lookup.world(id);
  const report = new ProblemReport(`the world \`${world.name}\``, `world ${world.name}`, sources);
  const targets = noTargets();
  for (const each of [id, ...others]) addWorldTargets(targets, lookup, lookup.world(each));
  checkOptions(options, targets, report, world.span);
  checkWorldNames(lookup, world, report);
  checkGroups(lookup, itemGroups(lookup, world), report);
  report.throwIfAny();
}

/**
 * Checks that bindings can be generated for all interfaces of a package.
 *
 * @throws {BindgenError} With every reason why they cannot.
 */
export function checkInterfaces(
  resolve: Resolve,
  id: PackageId,
  options: BindgenOptions = {},
  sources?: SourceMap,
): void {
  const lookup = new WitLookup(resolve);
  const { name, interfaces } = lookup.package(id);
  const fullName = formatPackageName(name);
  const report = new ProblemReport(
    `the interfaces of the package \`${fullName}\``,
    `package ${fullName}`,
    sources,
  );
  const ids = withThoseUsed(lookup, [...interfaces.values()]);
  const targets = noTargets();
  for (const each of ids) addInterfaceTargets(targets, lookup, each, interfaceKey(each), 'imports');
  for (const each of interfaces.values()) {
    addInterfaceTargets(targets, lookup, each, interfaceKey(each), 'exports');
  }
  const [first] = ids;
  const span = first === undefined ? { file: 0, start: 0, end: 0 } : lookup.interface(first).span;
  checkOptions(options, targets, report, span);
  checkPackageNames(lookup, ids, report, span);
  checkGroups(lookup, interfaceGroups(lookup, ids), report);
  report.throwIfAny();
}

function checkGroups(lookup: WitLookup, groups: readonly ItemGroup[], report: ProblemReport): void {
  for (const group of groups) {
    checkNames(group, report);
    checkEmptyLists(lookup, group, report);
  }
}
