import type { ProblemReport } from '../source/problem-report.js';
import type { Span } from '../source/span.js';
import { formatPackageName, comparePackageNames, packageNameOf } from './package-name.js';
import type { PackageUnit } from './package-units.js';
import { forEachPath } from './paths.js';

interface PackageDependency {
  readonly key: string;
  /** The path that makes the dependency: the first of them. */
  readonly span: Span;
}

/**
 * The packages, each after those that it depends on; else in the order of their names. Reports cycles. Packages that
 * do not exist are left for the paths that name them to report.
 */
export function orderPackages(units: readonly PackageUnit[], report: ProblemReport): readonly PackageUnit[] {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const state = new Map<string, 'entered' | 'left'>();
  const order: PackageUnit[] = [];
  for (const unit of [...units].sort((a, b) => comparePackageNames(a.name, b.name))) {
    visitPackage(unit, { byKey, state, order, report });
  }
  return order;
}

interface PackageWalk {
  readonly byKey: ReadonlyMap<string, PackageUnit>;
  readonly state: Map<string, 'entered' | 'left'>;
  readonly order: PackageUnit[];
  readonly report: ProblemReport;
}

interface PackageStep {
  readonly unit: PackageUnit;
  readonly dependencies: readonly PackageDependency[];
  next: number;
}

function visitPackage(root: PackageUnit, { byKey, state, order, report }: PackageWalk): void {
  const path: PackageStep[] = [];
  const enter = (unit: PackageUnit) => {
    state.set(unit.key, 'entered');
    path.push({ unit, dependencies: dependenciesOf(unit), next: 0 });
  };
  if (!state.has(root.key)) enter(root);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const dependency = step.dependencies[step.next++];
    if (dependency === undefined) {
      path.pop();
      state.set(step.unit.key, 'left');
      order.push(step.unit);
      continue;
    }
    const unit = byKey.get(dependency.key);
    if (unit === undefined || state.get(unit.key) === 'left') continue;
    if (state.get(unit.key) === 'entered') reportCycle(path, unit.key, report);
    else enter(unit);
  }
}

function dependenciesOf({ files }: PackageUnit): PackageDependency[] {
  const first = new Map<string, PackageDependency>();
  for (const items of files) {
    forEachPath(items, ({ path: { package: name } }) => {
      if (name === undefined) return;
      const key = formatPackageName(packageNameOf(name));
      if (!first.has(key)) first.set(key, { key, span: name.span });
    });
  }
  return [...first.values()];
}

function reportCycle(path: readonly PackageStep[], key: string, report: ProblemReport): void {
  const cycle = path.slice(path.findIndex(({ unit }) => unit.key === key));
  const uses = cycle.map(({ unit, dependencies, next }) => ({ unit, dependency: dependencies[next - 1] }));
  const [first, ...others] = uses;
  if (first?.dependency === undefined) return;
  report.add({
    code: 'package-cycle',
    message: `the package \`${first.unit.key}\` depends on itself`,
    span: first.dependency.span,
    notes: others.flatMap(({ unit, dependency }) =>
      dependency === undefined
        ? []
        : [{ message: `\`${unit.key}\` uses \`${dependency.key}\` here`, span: dependency.span }],
    ),
  });
}
