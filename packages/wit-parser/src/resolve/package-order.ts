import type { Span } from '../source/span.js';
import type { Report } from './context.js';
import { comparePackageNames, formatPackageName, packageNameOf } from './package-name.js';
import type { PackageUnit } from './package-units.js';
import { namedPackages } from './paths.js';
import { reportPackageCycle } from './rules/package-cycles.js';
import { shortestCycle, strongComponents } from './strong-components.js';

/**
 * The packages, each after those that it depends on; else in the order of their names. Reports cycles. Packages that
 * do not exist are left for the paths that name them to report.
 */
export function orderPackages(units: readonly PackageUnit[], report: Report): readonly PackageUnit[] {
  const sorted = [...units].sort(compareUnits);
  const indices = new Map<string, number>();
  for (const [index, { name }] of sorted.entries()) {
    if (name !== undefined) indices.set(formatPackageName(name), index);
  }
  const dependencies = sorted.map((unit) => dependenciesOf(unit, indices));
  const graph = dependencies.map((each) => [...each.keys()]);
  const components = strongComponents(graph, graph.keys());
  for (const component of components) {
    const cycle = shortestCycle(graph, component);
    const uses = cycle.flatMap(({ from, to }) => {
      const [unit, used, span] = [sorted[from], sorted[to], dependencies[from]?.get(to)];
      if (unit?.name === undefined || used?.name === undefined || span === undefined) return [];
      return [{ from: formatPackageName(unit.name), to: formatPackageName(used.name), span }];
    });
    reportPackageCycle(uses, report);
  }
  return components.flat().flatMap((index) => sorted[index] ?? []);
}

/** One without a name comes last: nothing can depend on it. */
function compareUnits({ name: a }: PackageUnit, { name: b }: PackageUnit): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return comparePackageNames(a, b);
}

/** The packages that one depends on, by their indices, and where it first names each. */
function dependenciesOf({ files }: PackageUnit, indices: ReadonlyMap<string, number>): Map<number, Span> {
  const first = new Map<number, Span>();
  for (const items of files) {
    for (const name of namedPackages(items)) {
      const index = indices.get(formatPackageName(packageNameOf(name)));
      if (index !== undefined && !first.has(index)) first.set(index, name.span);
    }
  }
  return first;
}
