import type { Resolve } from '../resolve/model.js';
import { findIncludes, noIncludes } from './includes.js';
import { planInterface } from './interface-plan.js';
import { LeftOutNames } from './left-out-names.js';
import { withLeftOutWorlds } from './left-out-worlds.js';
import { withLeftOut } from './left-out.js';
import { madeByInterface } from './made-types.js';
import { withPackageOrder } from './package-order.js';
import type { PackagePlan } from './plan.js';
import { planWorld } from './world-plan.js';

/** What is printed for each package, so that the text gives back the order of everything. */
export function planPackages(resolve: Resolve): readonly PackagePlan[] {
  const included = findIncludes(resolve);
  const plans = resolve.packages.map((found, id): PackagePlan => {
    const interfaces = [...found.interfaces.values()].map((each) => planInterface(resolve, each));
    const made = new Set(interfaces.flatMap((plan) => madeByInterface(resolve, plan)));
    const worlds = [...found.worlds.values()].map((each) =>
      planWorld(resolve, each, included[each] ?? noIncludes, made),
    );
    return { id, interfaces, worlds, leftOut: undefined, firstPaths: undefined };
  });
  const names = new LeftOutNames(resolve);
  const withWorlds = withLeftOutWorlds(resolve, plans, names);
  return withPackageOrder(resolve, withLeftOut(resolve, withWorlds, names), names);
}
