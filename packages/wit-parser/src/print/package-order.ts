import type { PackageId, Resolve, WorldId } from '../resolve/model.js';
import { walkDependencies } from '../resolve/dependency-walk.js';
import { comparePackageNames } from '../resolve/package-name.js';
import type { LeftOutNames } from './left-out-names.js';
import { itemPath } from './names.js';
import type { InterfacePlan, FirstPaths, PackagePlan, WorldPlan } from './plan.js';
import { usedInterface } from './uses.js';
import { isPlain } from './world-items.js';

/**
 * Makes sure that the text gives the packages their order. That follows from the paths in it: packages come in the order
 * of their names, but after those that they name. A path may be gone, because a feature left it out, or because an
 * interface that was included is named at once; then a package names others at its top.
 */
export function withPackageOrder(
  resolve: Resolve,
  plans: readonly PackagePlan[],
  names: LeftOutNames,
): readonly PackagePlan[] {
  const missingFirst = missingDependencies(resolve, plans);
  if (missingFirst.size === 0) return plans;
  const including = withIncludes(resolve, plans, missingFirst);
  const missing = missingDependencies(resolve, including);
  const nameable = nameablePackages(including, missing);
  const complete = including.map((plan) => (nameable.has(plan.id) ? withInterface(plan, names) : plan));
  return complete.map((plan) => {
    const others = missing.get(plan.id)?.map((id) => (nameable.has(id) ? complete[id] : undefined)) ?? [];
    const named = others.filter(isPresent);
    return named.length === 0 ? plan : { ...plan, firstPaths: pathsTo(resolve, plan, named, names) };
  });
}

/** The other packages that a package names, in the order of `paths.ts`. */
function dependenciesOf(resolve: Resolve, { id, interfaces, worlds }: PackagePlan): readonly PackageId[] {
  const found = [
    ...interfaces.flatMap((plan) => usedPackages(resolve, plan)),
    ...worlds.flatMap((plan) => [
      ...plan.firstIncludes.map(({ world }) => resolve.worlds[world]?.package),
      ...usedPackages(resolve, plan),
      ...plan.includes.map(({ world }) => resolve.worlds[world]?.package),
      ...externPackages(resolve, plan, 'import'),
      ...externPackages(resolve, plan, 'export'),
    ]),
  ];
  return [...new Set(found.filter(isPresent))].filter((other) => other !== id);
}

function usedPackages(resolve: Resolve, { uses }: InterfacePlan | WorldPlan): (PackageId | undefined)[] {
  return uses.map((type) => resolve.interfaces[usedInterface(resolve, type) ?? -1]?.package);
}

function externPackages(
  resolve: Resolve,
  { steps }: WorldPlan,
  direction: 'import' | 'export',
): (PackageId | undefined)[] {
  return steps.flatMap((step) => {
    if (step.kind === 'type' || step.direction !== direction || step.item.kind === 'function') return [];
    return step.inline === undefined
      ? [resolve.interfaces[step.item.id]?.package]
      : usedPackages(resolve, step.inline);
  });
}

/**
 * For each package that would come too early, those that must come before it. What they depend on comes before them, so
 * one after the other they bring in nothing else.
 */
function missingDependencies(
  resolve: Resolve,
  plans: readonly PackagePlan[],
): ReadonlyMap<PackageId, readonly PackageId[]> {
  const { packages } = resolve;
  const dependencies = plans.map((plan) => dependenciesOf(resolve, plan));
  const nameOf = (id: PackageId) => packages[id]?.name ?? { namespace: '', name: '' };
  const roots = [...packages.keys()].sort((a, b) => comparePackageNames(nameOf(a), nameOf(b)));
  const missing = new Map<PackageId, readonly PackageId[]>();
  const entered = new Set<PackageId>();
  let next = 0;
  for (const root of roots) {
    if (root < next) continue;
    const left: PackageId[] = [];
    walkDependencies<PackageId>(root, {
      enter: (id) => id >= next && !entered.has(id) && entered.add(id).size > 0,
      dependencies: (id) => dependencies[id] ?? [],
      leave: (id) => left.push(id),
    });
    const isInOrder = left.every((id, index) => id === next + index);
    if (!isInOrder)
      missing.set(
        root,
        Array.from({ length: root - next }, (_, index) => next + index),
      );
    next = root + 1;
  }
  return missing;
}

/** Includes worlds of packages that have nothing else to name, where that adds nothing. */
function withIncludes(
  resolve: Resolve,
  plans: readonly PackagePlan[],
  missing: ReadonlyMap<PackageId, readonly PackageId[]>,
): readonly PackagePlan[] {
  const result = [...plans];
  for (const [root, others] of missing) {
    const worldsOnly = others.filter((id) => plans[id]?.interfaces.length === 0);
    for (const id of worldsOnly.length === 0 ? [] : [...others, root]) {
      const plan = plans[id];
      const earlier = worldsOnly.filter((other) => other < id);
      if (plan !== undefined) result[id] = withIncludesOf(resolve, plan, earlier);
    }
  }
  return result;
}

function withIncludesOf(resolve: Resolve, plan: PackagePlan, others: readonly PackageId[]): PackagePlan {
  const candidates = others.flatMap((id) => [...(resolve.packages[id]?.worlds.values() ?? [])]);
  const worlds = plan.worlds.map((world) => {
    const added = candidates.filter((candidate) => addsNothing(resolve, candidate, world));
    return {
      ...world,
      firstIncludes: added.map((each) => ({ world: each, renames: new Map<string, string>() })),
    };
  });
  return { ...plan, worlds };
}

/** Whether a world has all that another one would bring in: interfaces, under their own names and with the same gates. */
function addsNothing({ worlds }: Resolve, candidate: WorldId, { id, includes }: WorldPlan): boolean {
  const [source, target] = [worlds[candidate], worlds[id ?? -1]];
  if (source === undefined || target === undefined) return false;
  if (includes.some(({ world }) => world === candidate)) return false;
  return (['imports', 'exports'] as const).every((direction) =>
    [...source[direction]].every(([key, item]) => {
      const here = target[direction].get(key);
      if (isPlain(key, item) || item.kind !== 'interface' || here?.kind !== 'interface') return false;
      const isSame = JSON.stringify(item.stability) === JSON.stringify(here.stability);
      return isSame && item.stability?.kind !== 'stable';
    }),
  );
}

/**
 * Those that have interfaces, and all that are missing beside an empty one. Only a feature that is not active leaves a
 * package empty that others name; then there can be items that need such a feature.
 */
function nameablePackages(
  plans: readonly PackagePlan[],
  missing: ReadonlyMap<PackageId, readonly PackageId[]>,
): ReadonlySet<PackageId> {
  const isEmpty = (id: PackageId) => plans[id]?.interfaces.length === 0 && plans[id].worlds.length === 0;
  const hasInterfaces = (id: PackageId) => (plans[id]?.interfaces.length ?? 0) > 0;
  return new Set(
    [...missing.values()].flatMap((ids) => (ids.some(isEmpty) ? ids : ids.filter(hasInterfaces))),
  );
}

/** A package can only be named with an interface of it. */
function withInterface(plan: PackagePlan, names: LeftOutNames): PackagePlan {
  if (plan.interfaces.length > 0 || plan.leftOut !== undefined) return plan;
  return { ...plan, leftOut: { name: names.next(), feature: names.feature, funcs: [] } };
}

function pathsTo(
  resolve: Resolve,
  { id: from }: PackagePlan,
  others: readonly PackagePlan[],
  names: LeftOutNames,
): FirstPaths {
  const own = resolve.packages[from];
  const taken = new Set([...(own?.interfaces.keys() ?? []), ...(own?.worlds.keys() ?? [])]);
  const isLeftOut = others.some(({ interfaces }) => interfaces.length === 0);
  const paths = others.map(({ id, leftOut }) => {
    const [first] = resolve.packages[id]?.interfaces.keys() ?? [];
    const name = first ?? leftOut?.name ?? '';
    const path = itemPath(resolve, { name, package: id }, from);
    const alias = taken.has(name) ? names.next() : undefined;
    taken.add(name);
    return { path, alias };
  });
  return { paths, leftOut: isLeftOut ? { name: names.next(), feature: names.feature } : undefined };
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
