import type { PackageId, Resolve } from '../resolve/model.js';
import { walkDependencies } from '../resolve/dependency-walk.js';
import { comparePackageNames } from '../resolve/package-name.js';
import type { LeftOutNames } from './left-out-names.js';
import { identifier, itemPath } from './names.js';
import type { InterfacePlan, PackagePlan, PackageUse, WorldPlan } from './plan.js';
import { usedInterface } from './uses.js';

/**
 * Makes sure that the text gives the packages their order. That follows from the paths in it: packages come in the order
 * of their names, but after those that they name. A path may be gone, because a feature left it out, or because an
 * interface that was included is named at once; then a package names others in a `use` at its top.
 */
export function withPackageOrder(
  resolve: Resolve,
  plans: readonly PackagePlan[],
  names: LeftOutNames,
): readonly PackagePlan[] {
  const dependencies = plans.map((plan) => dependenciesOf(resolve, plan));
  const missing = missingDependencies(resolve, dependencies);
  if (missing.size === 0) return plans;
  const named = new Set([...missing.values()].flat());
  const complete = plans.map((plan) => (named.has(plan.id) ? withSomeItem(plan, names) : plan));
  return complete.map((plan) => {
    const others = missing.get(plan.id) ?? [];
    return {
      ...plan,
      uses: usesOf(resolve, plan, others.map((id) => complete[id]).filter(isPresent), names),
    };
  });
}

/** The other packages that a package names, in the order of `paths.ts`. */
function dependenciesOf(resolve: Resolve, { id, interfaces, worlds }: PackagePlan): readonly PackageId[] {
  const found = [
    ...interfaces.flatMap((plan) => usedPackages(resolve, plan)),
    ...worlds.flatMap((plan) => [
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
  { packages }: Resolve,
  dependencies: readonly (readonly PackageId[])[],
): ReadonlyMap<PackageId, readonly PackageId[]> {
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

/** A package with nothing in it cannot be named otherwise. */
function withSomeItem(plan: PackagePlan, names: LeftOutNames): PackagePlan {
  const { interfaces, worlds, leftOut } = plan;
  if (interfaces.length > 0 || worlds.length > 0 || leftOut !== undefined) return plan;
  return { ...plan, leftOut: { name: names.next(), feature: names.feature, funcs: [] } };
}

function usesOf(
  resolve: Resolve,
  plan: PackagePlan,
  others: readonly PackagePlan[],
  names: LeftOutNames,
): PackageUse[] {
  const own = resolve.packages[plan.id];
  const taken = new Set([
    ...(own?.interfaces.keys() ?? []),
    ...(own?.worlds.keys() ?? []),
    plan.leftOut?.name,
  ]);
  return others.map(({ id, leftOut }) => {
    const found = resolve.packages[id];
    const name =
      leftOut?.name ?? [...(found?.interfaces.keys() ?? []), ...(found?.worlds.keys() ?? [])][0] ?? '';
    const path = itemPath(resolve, { name, package: id }, plan.id);
    const alias = taken.has(name) ? names.next() : undefined;
    taken.add(name);
    return { path, alias: alias && identifier(alias) };
  });
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
