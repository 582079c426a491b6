import semver from 'semver';
import type { Problem } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Attribute } from '../syntax/ast.js';
import type { PackageName, Stability } from './model.js';
import { formatPackageName } from './package-name.js';

/** Which `@unstable` features are on. */
export type FeatureSelection = readonly string[] | 'all';

/** What the attributes of an item say. */
export interface Gates {
  readonly stability?: Stability;
  readonly externalId?: string;
  /** Whether the item is there: not when it needs a feature that is off. */
  readonly open: boolean;
}

/** Reads the attributes of the items of one package. See "Feature Gates" in the standard's WIT.md. */
export class GateReader {
  readonly #package: PackageName;
  readonly #features: FeatureSelection;
  readonly #report: (problem: Problem) => void;

  constructor(packageName: PackageName, features: FeatureSelection, report: (problem: Problem) => void) {
    this.#package = packageName;
    this.#features = features;
    this.#report = report;
  }

  /** @param item - The name of the item, where a gate that does not fit the package is reported. */
  read(attributes: readonly Attribute[], item: Span): Gates {
    if (attributes.length === 0) return { open: true };
    this.#checkRepeated(attributes);
    const externalId = attributes.find((attribute) => attribute.kind === 'external-id')?.id;
    const stability = this.#stability(attributes);
    return {
      ...(stability !== undefined && { stability }),
      ...(externalId !== undefined && { externalId }),
      open: this.#isOpen(stability, item),
    };
  }

  #checkRepeated(attributes: readonly Attribute[]): void {
    const seen = new Map<string, Span>();
    for (const { kind, span } of attributes) {
      const first = seen.get(kind);
      if (first === undefined) seen.set(kind, span);
      else this.#conflict(`\`@${kind}\` may stand once`, span, first);
    }
  }

  #stability(attributes: readonly Attribute[]): Stability | undefined {
    const since = attributes.find((attribute) => attribute.kind === 'since');
    const unstable = attributes.find((attribute) => attribute.kind === 'unstable');
    const deprecated = attributes.find((attribute) => attribute.kind === 'deprecated');
    const rest = deprecated?.kind === 'deprecated' ? { deprecated: deprecated.version } : {};
    if (since !== undefined && unstable !== undefined) {
      this.#conflict(
        'an item is either `@since` a version or `@unstable`, not both',
        unstable.span,
        since.span,
      );
    }
    if (since?.kind === 'since') return { kind: 'stable', since: since.version, ...rest };
    if (unstable?.kind === 'unstable') return { kind: 'unstable', feature: unstable.feature, ...rest };
    if (deprecated !== undefined) {
      const message = '`@deprecated` needs `@since` or `@unstable` beside it';
      this.#report({ code: 'conflicting-gates', message, span: deprecated.span });
    }
    return undefined;
  }

  #conflict(message: string, span: Span, other: Span): void {
    this.#report({
      code: 'conflicting-gates',
      message,
      span,
      notes: [{ message: 'the other stands here', span: other }],
    });
  }

  #isOpen(stability: Stability | undefined, item: Span): boolean {
    if (stability?.kind === 'unstable')
      return this.#features === 'all' || this.#features.includes(stability.feature);
    if (stability?.kind === 'stable') this.#checkVersion(stability.since, item);
    return true;
  }

  #checkVersion(since: string, item: Span): void {
    const { version } = this.#package;
    const name = formatPackageName(this.#package);
    if (version === undefined) {
      const message = `a package with versions in its gates must have a version, and \`${name}\` has none`;
      this.#report({ code: 'unversioned-gate', message, span: item });
    } else if (semver.gt(since, version)) {
      const message = `this is there since version ${since}, which comes after \`${name}\` itself`;
      this.#report({ code: 'unreleased-version', message, span: item });
    }
  }
}
