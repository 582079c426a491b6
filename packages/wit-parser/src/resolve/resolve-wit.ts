import type { Problem } from '../source/diagnostic.js';
import { ProblemReport } from '../source/problem-report.js';
import { SourceMap } from '../source/source-map.js';
import type { SourceText } from '../source/source-map.js';
import type { FileSyntax } from '../syntax/ast.js';
import { parseFile } from '../syntax/parse-file.js';
import { Arenas } from './arenas.js';
import type { PackageContext } from './context.js';
import { GateReader } from './gates.js';
import type { FeatureSelection } from './gates.js';
import type { PackageId, Resolve } from './model.js';
import { compareText } from './package-name.js';
import { orderPackages } from './package-order.js';
import { checkDistinct, groupFiles } from './package-units.js';
import type { PackageGroup, PackageUnit } from './package-units.js';
import { resolvePackage } from './resolve-package.js';
import type { ItemScope, PackageScope } from './scopes.js';
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
  const sources = new SourceMap();
  const report = new ProblemReport(sources);
  const syntaxGroups = [main, ...dependencies].map((files) => parseFiles(files, sources, report));
  report.throwIfAny();
  const groups = syntaxGroups.map((files) => groupFiles(files, report));
  report.throwIfAny();
  const units = groups.flatMap(unitsOf);
  checkDistinct(units, report);
  report.throwIfAny();
  const ordered = orderPackages(units, report);
  report.throwIfAny();
  const mainUnit = groups[0]?.main;
  const resolver = new PackageResolver(ordered, options.features ?? [], report);
  for (const unit of ordered) resolver.add(unit);
  if (mainUnit === undefined) throw new TypeError('there is no file to resolve');
  return { resolve: resolver.arenas, package: ordered.indexOf(mainUnit), sources };
}

function parseFiles(files: readonly SourceText[], sources: SourceMap, report: ProblemReport): FileSyntax[] {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return sorted.map((file) => parseFile(sources.add(file), report)).filter((syntax) => syntax !== undefined);
}

function unitsOf({ main, nested }: PackageGroup): PackageUnit[] {
  return main === undefined ? [...nested] : [main, ...nested];
}

class PackageResolver {
  readonly arenas = new Arenas();
  readonly #packages = new Map<string, PackageScope>();
  readonly #packageNames: readonly string[];
  readonly #features: FeatureSelection;
  readonly #report: ProblemReport;

  constructor(units: readonly PackageUnit[], features: FeatureSelection, report: ProblemReport) {
    this.#packageNames = units.map(({ key }) => key);
    this.#features = features;
    this.#report = report;
  }

  /** Stops at the first package with an error: those that depend on it could not be told from faulty ones. */
  add(unit: PackageUnit): void {
    const report = (problem: Problem) => this.#report.add(problem);
    const scope = packageScope(unit, report);
    this.#packages.set(unit.key, scope);
    const { name, docs } = unit;
    const head = { name, interfaces: new Map(), worlds: new Map(), ...(docs !== undefined && { docs }) };
    const context: PackageContext = {
      arenas: this.arenas,
      package: this.arenas.addPackage(head),
      name,
      gates: new GateReader(name, this.#features, report),
      interner: new TypeInterner(this.arenas),
      scope,
      packages: this.#packages,
      packageNames: this.#packageNames,
      unknownPackages: new Set(),
      report,
    };
    resolvePackage(context, unit);
    this.#report.throwIfAny();
  }
}

/** The names of a package's items, before any of them is resolved. */
function packageScope({ name, files }: PackageUnit, report: (problem: Problem) => void): PackageScope {
  const items = new Map<string, ItemScope>();
  for (const item of files.flat()) {
    if (item.kind === 'use' || item.kind === 'broken') continue;
    const { text, span } = item.name;
    const earlier = items.get(text);
    if (earlier !== undefined) {
      const notes = [{ message: 'first defined here', span: earlier.span }];
      report({
        code: 'duplicate-name',
        message: `\`${text}\` is defined twice in this package`,
        span,
        notes,
      });
      continue;
    }
    items.set(text, {
      kind: item.kind,
      name: text,
      span,
      names: new Map(),
      id: undefined,
      stability: undefined,
    });
  }
  return { name, items };
}
