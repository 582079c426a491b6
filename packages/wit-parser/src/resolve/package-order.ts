import type { Span } from '../source/span.js';
import type { Report } from './context.js';
import { comparePackageNames } from './package-name.js';
import type { DeclaredPackage } from './package-scopes.js';
import type { PackageTable } from './package-table.js';
import { reportPackageCycle } from './rules/package-cycles.js';
import type { PackageScope } from './scopes.js';
import { shortestCycle, strongComponents } from './strong-components.js';

/**
 * The packages, each after those that it depends on; else in the order of their names. Reports cycles, and packages
 * that do not exist where they are first named.
 */
export function orderPackages(
  declared: readonly DeclaredPackage[],
  packages: PackageTable,
  report: Report,
): readonly DeclaredPackage[] {
  const sorted = [...declared].sort(compareDeclared);
  const indices = new Map<PackageScope, number>();
  for (const [index, { scope }] of sorted.entries()) indices.set(scope, index);
  const dependencies = sorted.map((each) => dependenciesOf(each, packages, indices));
  const graph = dependencies.map((each) => [...each.keys()]);
  const components = strongComponents(graph, graph.keys());
  for (const component of components) {
    const uses = shortestCycle(graph, component).flatMap(({ from, to }) => {
      const [user, used, span] = [sorted[from], sorted[to], dependencies[from]?.get(to)];
      if (user === undefined || used === undefined || span === undefined) return [];
      return [{ from: user.scope.key, to: used.scope.key, span }];
    });
    reportPackageCycle(uses, report);
  }
  return components.flat().flatMap((index) => sorted[index] ?? []);
}

/** One without a name comes last: nothing can depend on it. */
function compareDeclared(
  { unit: { name: a } }: DeclaredPackage,
  { unit: { name: b } }: DeclaredPackage,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return comparePackageNames(a, b);
}

/** The packages that one depends on, by their indices, and where it first names each. */
function dependenciesOf(
  { foreignPaths, scope }: DeclaredPackage,
  packages: PackageTable,
  indices: ReadonlyMap<PackageScope, number>,
): Map<number, Span> {
  const first = new Map<number, Span>();
  for (const { package: name } of foreignPaths) {
    const found = packages.find(name, scope);
    const index = found && indices.get(found);
    if (index !== undefined && !first.has(index)) first.set(index, name.span);
  }
  return first;
}
