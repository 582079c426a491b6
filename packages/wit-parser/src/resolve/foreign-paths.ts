import type { Problem, ProblemNote } from '../source/diagnostic.js';
import { didYouMean } from '../source/did-you-mean.js';
import type { PackageNameSyntax, PathSyntax, TopLevelItem } from '../syntax/ast.js';
import type { Span } from '../source/span.js';
import { stabilityOf } from './gates.js';
import type { GateReader } from './gates.js';
import { gatedReference } from './rules/gated-reference.js';
import { formatPackageName, packageNameOf } from './package-name.js';
import { forEachPath } from './paths.js';
import type { PathMention } from './paths.js';
import type { FailedItem, ItemScope, PackageScope } from './scopes.js';

/** All packages that paths may lead to. */
export interface KnownPackages {
  /** Those resolved already, by their names as text. */
  readonly scopes: ReadonlyMap<string, PackageScope>;
  /** The names of all, resolved or not. */
  readonly names: readonly string[];
  /** Whether a syntax error hides packages. */
  readonly isBroken: boolean;
}

/**
 * What the paths of one package to items of others lead to. Each item is looked up once, for all that mention it: if
 * one of them is there. Its first mention decides what kind of item it must be, and is where an error stands.
 */
export class ForeignPaths {
  readonly #packages: KnownPackages;
  readonly #ownName: string;
  readonly #gates: GateReader;
  readonly #report: (problem: Problem) => void;
  readonly #items = new Map<string, ForeignItem>();
  readonly #unknownPackages = new Set<string>();

  /** @param files - All files of the package. */
  constructor(
    files: readonly (readonly TopLevelItem[])[],
    ownName: string,
    packages: KnownPackages,
    gates: GateReader,
    report: (problem: Problem) => void,
  ) {
    this.#packages = packages;
    this.#ownName = ownName;
    this.#gates = gates;
    this.#report = report;
    for (const items of files) forEachPath(items, (mention) => this.#mention(mention));
    for (const item of this.#items.values()) item.found = this.#lookUp(item);
  }

  /** What a path with a package leads to; `undefined` when that failed. */
  lookUp(path: PathSyntax): ItemScope | undefined {
    const item = path.package && this.#items.get(keyOf(path.package, path));
    return item?.found;
  }

  /** Whether a type that is used from another package is there: the first `use` that names it decides. */
  isTypeOn(path: PathSyntax, name: string): boolean {
    const item = path.package && this.#items.get(keyOf(path.package, path));
    return item?.types.get(name) ?? true;
  }

  #mention({ path, attributes, kind, names }: PathMention): void {
    if (path.package === undefined) return;
    const key = keyOf(path.package, path);
    let item = this.#items.get(key);
    if (item === undefined) {
      item = { kind, path, package: path.package, missingFeature: undefined, isOn: false, types: new Map() };
      this.#items.set(key, item);
    }
    const stability = stabilityOf(attributes);
    const isOn = this.#gates.isOn(stability, path.name.span);
    if (isOn) item.isOn = true;
    else if (stability?.kind === 'unstable') item.missingFeature ??= stability.feature;
    for (const { name } of names ?? []) if (!item.types.has(name.text)) item.types.set(name.text, isOn);
  }

  #lookUp({ path, package: packageName, kind, isOn, missingFeature }: ForeignItem): ItemScope | undefined {
    const key = formatPackageName(packageNameOf(packageName));
    const scope = this.#packages.scopes.get(key);
    const { text, span } = path.name;
    if (scope === undefined) this.#reportUnknownPackage(packageName, key);
    if (scope === undefined) return failedItem(text, span);
    if (!isOn) return absentItem(kind, text, span, missingFeature);
    const found = scope.items.get(text);
    if (found === undefined) {
      if (!scope.isBroken) this.#reportUnknownItem(path, kind, key, scope);
      return failedItem(text, span);
    }
    if (found.kind === 'failed' || found.missingFeature === undefined) return found;
    this.#report(gatedReference(span, text, found.missingFeature, found.span));
    return failedItem(text, span);
  }

  #reportUnknownPackage({ span }: PackageNameSyntax, key: string): void {
    if (this.#unknownPackages.has(key) || this.#packages.isBroken) return;
    this.#unknownPackages.add(key);
    const known = this.#packages.names.filter((name) => name !== this.#ownName);
    // One that is known and not resolved is part of a cycle, which is reported.
    if (known.includes(key) || key === this.#ownName) return;
    this.#report({
      code: 'unknown-package',
      message: `the package \`${key}\` was not found`,
      span,
      notes: () => [...packageHint(key, known)],
    });
  }

  #reportUnknownItem(
    { name }: PathSyntax,
    kind: 'interface' | 'world',
    key: string,
    { items }: PackageScope,
  ): void {
    const candidates = [...items.values()].filter((item) => item.kind === kind).map((item) => item.name);
    this.#report({
      code: kind === 'world' ? 'unknown-world' : 'unknown-interface',
      message: `there is no ${kind} \`${name.text}\` in the package \`${key}\``,
      span: name.span,
      notes: () => didYouMean(name.text, candidates),
    });
  }
}

interface ForeignItem {
  readonly kind: 'interface' | 'world';
  /** The first mention. */
  readonly path: PathSyntax;
  readonly package: PackageNameSyntax;
  isOn: boolean;
  missingFeature: string | undefined;
  /** The types that are used from it, and whether they are there. */
  readonly types: Map<string, boolean>;
  found?: ItemScope | undefined;
}

function keyOf(name: PackageNameSyntax, { name: item }: PathSyntax): string {
  return `${formatPackageName(packageNameOf(name))}/${item.text}`;
}

function failedItem(name: string, span: Span): FailedItem {
  return { kind: 'failed', name, span };
}

/** One that nothing refers to but what is not there itself. It has all names that it is asked for. */
function absentItem(kind: 'interface' | 'world', name: string, span: Span, missingFeature = ''): ItemScope {
  return { kind, name, span, names: new Map(), isBroken: true, missingFeature, id: undefined };
}

function* packageHint(key: string, known: readonly string[]): Generator<ProblemNote> {
  const [unversioned] = key.split('@');
  const otherVersions = known.filter((name) => name.split('@')[0] === unversioned);
  if (otherVersions.length > 0) {
    yield { message: `there is ${otherVersions.map((name) => `\`${name}\``).join(', ')}` };
    return;
  }
  const similar = didYouMean(key, known);
  yield* similar;
  if (similar.length === 0)
    yield { message: 'packages that are used stand in the folder `deps`, or in the same file' };
}
