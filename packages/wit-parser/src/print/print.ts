import type { PackageId, Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { funcLines } from './functions.js';
import { interfaceLines } from './interfaces.js';
import { braced, separated } from './lines.js';
import type { Lines } from './lines.js';
import { packageText } from './names.js';
import { planPackages } from './package-plan.js';
import type { LeftOutInterface, PackagePlan } from './plan.js';
import { worldLines } from './worlds.js';

/** How a `Resolve` is printed. */
export interface PrintOptions {
  /** The package that comes first and needs no braces. The last one unless given: no other depends on it. */
  readonly package?: PackageId;
}

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

function itemLines(resolve: Resolve, { uses, leftOut, interfaces, worlds }: PackagePlan): Lines {
  return separated([
    ...uses.map(({ path, alias }) => ({
      kind: 'use',
      lines: [alias === undefined ? `use ${path};` : `use ${path} as ${alias};`],
    })),
    ...(leftOut === undefined ? [] : [{ kind: 'interface', lines: leftOutLines(resolve, leftOut) }]),
    ...interfaces.map((plan) => ({ kind: 'interface', lines: interfaceLines(resolve, plan) })),
    ...worlds.map((plan) => ({ kind: 'world', lines: worldLines(resolve, plan) })),
  ]);
}

function leftOutLines(resolve: Resolve, { name, feature, funcs }: LeftOutInterface): Lines {
  const docs = 'A feature that is not active left an interface out.';
  const body = separated(funcs.map((func) => ({ kind: 'func', lines: funcLines(resolve, func) })));
  return [
    ...preludeLines({ docs, stability: { kind: 'unstable', feature } }),
    ...braced(`interface ${name}`, body),
  ];
}
