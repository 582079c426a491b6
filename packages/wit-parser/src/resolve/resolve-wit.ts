import type { Problem } from '../source/diagnostic.js';
import { ProblemReport } from '../source/problem-report.js';
import { SourceMap } from '../source/source-map.js';
import type { SourceText } from '../source/source-map.js';
import type { FileSyntax } from '../syntax/ast.js';
import { parseFile } from '../syntax/parse-file.js';
import { Arenas } from './arenas.js';
import type { PackageContext } from './context.js';
import { ForeignPaths } from './foreign-paths.js';
import type { KnownPackages } from './foreign-paths.js';
import { GateReader } from './gates.js';
import type { FeatureSelection } from './gates.js';
import type { PackageId, Resolve } from './model.js';
import { compareText } from './package-name.js';
import { orderPackages } from './package-order.js';
import { packageScope } from './package-scope.js';
import { distinctUnits, groupFiles } from './package-units.js';
import type { PackageUnit } from './package-units.js';
import { resolvePackage } from './resolve-package.js';
import { absentType } from './rules/gated-reference.js';
import type { PackageScope } from './scopes.js';
import { TypeInterner } from './type-interner.js';

/** How WIT is resolved. */
export interface ResolveOptions {
  /** The `@unstable` features that are active: a list of them, or `'all'`. None unless given. */
  readonly features?: readonly string[] | 'all';
}

/** WIT files in memory. */
export interface WitSources {
  /** The files of the main package; each may also define others in braces. At least one. */
  readonly main: readonly SourceText[];
  /** The packages that it may use: one list of files for each. */
  readonly dependencies?: readonly (readonly SourceText[])[];
}

/** Resolved WIT. */
export interface ResolvedWit {
  readonly resolve: Resolve;
  /** The main package: the one that the given file or folder declares. */
  readonly package: PackageId;
  /** Every file that was read. The spans in `resolve` refer to it. */
  readonly sources: SourceMap;
}

/**
 * Resolves WIT files in memory: parses them, orders their packages and looks up every name. Reads no file, so it works
 * in a browser too.
 *
 * @throws WitError with all that is wrong, as far as one error does not follow from another.
 */
export function resolveWit(
  { main, dependencies = [] }: WitSources,
  options: ResolveOptions = {},
): ResolvedWit {
  if (main.length === 0) throw new TypeError('there is no file to resolve');
  const sources = new SourceMap();
  const report = new ProblemReport(sources);
  const groups = [main, ...dependencies]
    .map((files) => parseFiles(files, sources, report))
    .map((files) => groupFiles(files, report));
  const all = groups.flatMap((group) => [group.main, ...group.nested]);
  const ordered = orderPackages(distinctUnits(all, report), report);
  const resolver = new PackageResolver(ordered, options.features ?? [], report);
  for (const unit of ordered) resolver.add(unit);
  report.throwIfAny();
  const mainKey = groups[0]?.main.key;
  const id = ordered.findIndex(({ key }) => key === mainKey);
  return { resolve: resolver.arenas, package: id, sources };
}

function parseFiles(files: readonly SourceText[], sources: SourceMap, report: ProblemReport): FileSyntax[] {
  const sorted = files.length > 1 ? [...files].sort((a, b) => compareText(a.path, b.path)) : files;
  return sorted.map((file) => parseFile(sources.add(file), report));
}

class PackageResolver {
  readonly arenas = new Arenas();
  readonly #scopes = new Map<string, PackageScope>();
  readonly #known: KnownPackages;
  readonly #features: FeatureSelection;
  readonly #report: (problem: Problem) => void;

  constructor(units: readonly PackageUnit[], features: FeatureSelection, report: ProblemReport) {
    const names = units.map(({ key }) => key);
    this.#known = { scopes: this.#scopes, names, isBroken: units.some(({ isBroken }) => isBroken) };
    this.#features = features;
    this.#report = (problem) => report.add(problem);
  }

  /** Resolves a package after those that it depends on. What failed in those is known, and reported once. */
  add(unit: PackageUnit): void {
    const report = this.#report;
    const scope = packageScope(unit, report);
    this.#scopes.set(unit.key, scope);
    const { name, docs } = unit;
    const head = { name, interfaces: new Map(), worlds: new Map(), ...(docs !== undefined && { docs }) };
    const gates = new GateReader(name, this.#features, report);
    const { arenas } = this;
    const context: PackageContext = {
      arenas,
      package: arenas.addPackage(head),
      name,
      gates,
      interner: new TypeInterner(arenas, gates, (absent, at) => report(absentType(arenas.type(absent), at))),
      scope,
      foreign: new ForeignPaths(unit.files, unit.key, this.#known, gates, report),
      report,
    };
    resolvePackage(context, unit);
  }
}
