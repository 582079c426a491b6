import type { PackageId, Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { interfaceLines } from './interfaces.js';
import { firstPathSections, leftOutInterfaceLines } from './left-out-items.js';
import { braced, separated } from './lines.js';
import type { Lines } from './lines.js';
import { packageText } from './names.js';
import { planPackages } from './package-plan.js';
import type { PackagePlan } from './plan.js';
import { worldLines } from './worlds.js';

/** How a `Resolve` is printed. */
export interface PrintOptions {
  /** The package that comes first and needs no braces. The last one unless given: no other depends on it. */
  readonly package?: PackageId;
}

/**
 * WIT text again, with its documentation: all packages in one text, which `parseWit` resolves to the same with the same
 * features, down to every id. So it has what the `Resolve` has, and not what was written: items in the order of their
 * ids, and imports that others imply. Where something is left of what an inactive feature left out, a function, an
 * interface or a world that needs the feature `left-out` stands for it.
 *
 * What does not come back:
 *
 * - White space at the ends of lines of a comment `/* … *​/`, which counts as documentation although it is none.
 *   Documentation that no comment can hold, such as a line break at its end, which no parser makes.
 * - The order of packages that have no interfaces but worlds, where what named them is gone or stands elsewhere: it was
 *   left out, or included a world with nothing in it.
 * - The order of the ids, if the `Resolve` was not made from text: without places of its items, a world has what it
 *   includes as its own.
 *
 * @throws RangeError when there is no such package, or the `Resolve` is not whole.
 */
export function print(
  resolve: Resolve,
  { package: main = resolve.packages.length - 1 }: PrintOptions = {},
): string {
  if (resolve.packages.length === 0) return '';
  if (resolve.packages[main] === undefined) throw new RangeError(`no package ${main}`);
  const plans = planPackages(resolve);
  const others = plans.filter(({ id }) => id !== main);
  const sections = [plans[main], ...others].map((plan) =>
    plan === undefined
      ? []
      : plan.id === main
        ? mainPackageLines(resolve, plan)
        : nestedPackageLines(resolve, plan),
  );
  return `${separated(sections.map((lines) => ({ kind: 'package', lines }))).join('\n')}\n`;
}

function mainPackageLines(resolve: Resolve, plan: PackagePlan): Lines {
  const [head, prelude] = packageHead(resolve, plan);
  const items = itemLines(resolve, plan);
  return [...prelude, `${head};`, ...(items.length === 0 ? [] : ['', ...items])];
}

function nestedPackageLines(resolve: Resolve, plan: PackagePlan): Lines {
  const [head, prelude] = packageHead(resolve, plan);
  return [...prelude, ...braced(head, itemLines(resolve, plan))];
}

function packageHead({ packages }: Resolve, { id }: PackagePlan): [string, Lines] {
  const found = packages[id];
  if (found === undefined) throw new RangeError(`no package ${id}`);
  return [`package ${packageText(found.name)}`, preludeLines(found)];
}

function itemLines(resolve: Resolve, { firstPaths, leftOut, interfaces, worlds }: PackagePlan): Lines {
  return separated([
    ...(firstPaths === undefined ? [] : firstPathSections(firstPaths)),
    ...(leftOut === undefined ? [] : [{ kind: 'interface', lines: leftOutInterfaceLines(resolve, leftOut) }]),
    ...interfaces.map((plan) => ({ kind: 'interface', lines: interfaceLines(resolve, plan) })),
    ...worlds.map((plan) => ({ kind: 'world', lines: worldLines(resolve, plan) })),
  ]);
}
