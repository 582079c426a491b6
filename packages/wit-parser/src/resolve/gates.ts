import type { Attribute } from '../syntax/ast.js';
import type { Span } from '../source/span.js';
import type { Report } from './context.js';
import type { PackageName, Stability } from './model.js';
import { checkGateVersion } from './rules/gate-versions.js';
import { reportLoneDeprecation, reportRepeatedGate, reportTwoGates } from './rules/conflicting-gates.js';

/** Which `@unstable` features are on. */
export type FeatureSelection = readonly string[] | 'all';

/** What the attributes of an item say. */
export interface Gates {
  readonly stability: Stability | undefined;
  readonly externalId: string | undefined;
  /** Whether the item is there: not when it needs a feature that is off. */
  readonly isOpen: boolean;
}

/** Most items have no attributes. */
const noGates: Gates = { stability: undefined, externalId: undefined, isOpen: true };

type AttributeOf<Kind> = Extract<Attribute, { readonly kind: Kind }>;
type VersionAttribute = Extract<Attribute, { readonly version: string }>;

/** Reads the attributes of the items of one package. See "Feature Gates" in the standard's WIT.md. */
export class GateReader {
  /** `undefined` when it is not known. */
  readonly #package: PackageName | undefined;
  readonly #features: FeatureSelection;
  readonly #report: Report;
  /** Versions that a gate may have, as far as that was asked. */
  readonly #released = new Set<string>();

  constructor(packageName: PackageName | undefined, features: FeatureSelection, report: Report) {
    this.#package = packageName;
    this.#features = features;
    this.#report = report;
  }

  /** @param hasExternalId - Whether the item can have an external id. On others, one stands for nothing. */
  read(attributes: readonly Attribute[], hasExternalId = true): Gates {
    if (attributes.length === 0) return noGates;
    let since: VersionAttribute | undefined;
    let deprecated: VersionAttribute | undefined;
    let unstable: AttributeOf<'unstable'> | undefined;
    let externalId: AttributeOf<'external-id'> | undefined;
    for (const attribute of attributes) {
      if (attribute.kind === 'unstable') unstable = this.#first(unstable, attribute);
      else if (attribute.kind === 'external-id') {
        if (hasExternalId) externalId = this.#first(externalId, attribute);
      } else if (attribute.kind === 'since') since = this.#first(since, attribute);
      else deprecated = this.#first(deprecated, attribute);
    }
    const stability = this.#stability(since, unstable, deprecated);
    return { stability, externalId: externalId?.id, isOpen: !this.isOff(stability) };
  }

  /** Whether a feature that is off takes away what has a stability. */
  isOff(stability: Stability | undefined): boolean {
    if (stability?.kind !== 'unstable' || this.#features === 'all') return false;
    return !this.#features.includes(stability.feature);
  }

  /**
   * Reports that something is there since a version that its package has not come to.
   *
   * @param item - Its name.
   */
  checkVersion({ stability }: Gates, item: Span): void {
    if (stability?.kind !== 'stable' || this.#package === undefined) return;
    const { since } = stability;
    if (this.#released.has(since)) return;
    if (checkGateVersion(this.#report, since, this.#package, item)) this.#released.add(since);
  }

  #first<Each extends Attribute>(first: Each | undefined, attribute: Each): Each {
    if (first === undefined) return attribute;
    reportRepeatedGate(this.#report, attribute, first);
    return first;
  }

  #stability(
    since: VersionAttribute | undefined,
    unstable: AttributeOf<'unstable'> | undefined,
    deprecated: VersionAttribute | undefined,
  ): Stability | undefined {
    if (since !== undefined && unstable !== undefined) reportTwoGates(this.#report, since, unstable);
    const rest = deprecated && { deprecated: deprecated.version };
    if (since !== undefined) return { kind: 'stable', since: since.version, ...rest };
    if (unstable !== undefined) return { kind: 'unstable', feature: unstable.feature, ...rest };
    if (deprecated !== undefined) reportLoneDeprecation(this.#report, deprecated);
    return undefined;
  }
}
