import type { Resolve, SourceMap, WorldId } from '@wit-bindgen-ts/wit-parser';
import { WitLookup } from '../wit/wit-lookup.js';
import { checkEmptyLists } from './empty-lists.js';
import { checkNames, checkWorldNames } from './item-names.js';
import { ProblemReport } from './problem-report.js';
import { itemGroups } from './world-items.js';

/**
 * Checks that bindings can be generated for a world, before anything is made.
 *
 * @throws {BindgenError} With every reason why they cannot.
 */
export function checkWorld(resolve: Resolve, id: WorldId, sources?: SourceMap): void {
  const lookup = new WitLookup(resolve);
  const world = lookup.world(id);
  const report = new ProblemReport(world.name, sources);
  checkWorldNames(lookup, world, report);
  for (const group of itemGroups(lookup, world)) {
    checkNames(group, report);
    checkEmptyLists(lookup, group, report);
  }
  report.throwIfAny();
}
