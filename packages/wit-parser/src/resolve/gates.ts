import type { Problem } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Attribute } from '../syntax/ast.js';
import type { PackageName, Stability } from './model.js';
import { checkAttributes } from './rules/conflicting-attributes.js';
import { checkReleased } from './rules/released-version.js';

/** Which `@unstable` features are on. */
export type FeatureSelection = readonly string[] | 'all';

/** What the attributes of an item say. */
export interface Gates {
  readonly stability?: Stability;
  readonly externalId?: string;
}

const noGates: Gates = {};

/** Reads the attributes of the items of one package. See "Feature Gates" in the standard's WIT.md. */
export class GateReader {
  readonly #package: PackageName;
  readonly #features: FeatureSelection;
  readonly #report: (problem: Problem) => void;
  /** Where a version is reported already: an item may be asked for more than once. */
  readonly #reported = new Set<Span>();

  constructor(packageName: PackageName, features: FeatureSelection, report: (problem: Problem) => void) {
    this.#package = packageName;
    this.#features = features;
    this.#report = report;
  }

  /** @param takesId - Whether the item can have an external id: on others it means nothing. */
  read(attributes: readonly Attribute[], takesId = true): Gates {
    if (attributes.length === 0) return noGates;
    checkAttributes(attributes, takesId, this.#report);
    const externalId = takesId ? externalIdOf(attributes) : undefined;
    const stability = stabilityOf(attributes);
    return { ...(stability !== undefined && { stability }), ...(externalId !== undefined && { externalId }) };
  }

  /**
   * Whether an item is there: not when it needs a feature that is off.
   *
   * @param at - Its name, where a version that does not fit the package is reported.
   */
  isOn(stability: Stability | undefined, at: Span): boolean {
    if (stability === undefined) return true;
    if (stability.kind === 'unstable') {
      return this.#features === 'all' || this.#features.includes(stability.feature);
    }
    const problem = checkReleased(stability.since, this.#package, at);
    if (problem !== undefined && !this.#reported.has(at)) {
      this.#reported.add(at);
      this.#report(problem);
    }
    return true;
  }
}

export function stabilityOf(attributes: readonly Attribute[]): Stability | undefined {
  let gate: Stability | undefined;
  let deprecated: { readonly deprecated?: string } = {};
  for (const attribute of attributes) {
    if (attribute.kind === 'deprecated') deprecated = { deprecated: attribute.version };
    else if (attribute.kind === 'since') gate = { kind: 'stable', since: attribute.version };
    else if (attribute.kind === 'unstable') gate ??= { kind: 'unstable', feature: attribute.feature };
  }
  return gate && { ...gate, ...deprecated };
}

function externalIdOf(attributes: readonly Attribute[]): string | undefined {
  for (const attribute of attributes) if (attribute.kind === 'external-id') return attribute.id;
  return undefined;
}
