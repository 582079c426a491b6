import { interfaceKey, type PackageId, type Resolve } from '@wit-bindgen-ts/wit-parser';
import type { BindgenOptions } from '../options/bindgen-options.js';
import { ChosenOptions } from '../options/chosen-options.js';
import { WitLookup } from '../wit/wit-lookup.js';
import { FilePaths } from './file-paths.js';
import type { InterfacePlan } from './model.js';
import { InterfacePlanner } from './plan-interface.js';

/** Plans the interfaces of a package in both directions, and those that their types come from. */
export function planInterfaces(
  resolve: Resolve,
  id: PackageId,
  options: BindgenOptions = {},
): InterfacePlan[] {
  const lookup = new WitLookup(resolve);
  const ids = [...lookup.package(id).interfaces.values()];
  const chosen = new ChosenOptions(lookup, options);
  const planner = new InterfacePlanner(lookup, new FilePaths(), chosen, new Set(ids));
  for (const direction of ['import', 'export'] as const) {
    for (const each of ids) planner.plan(each, direction, interfaceKey(each));
  }
  return planner.all;
}
