import type { Span } from '../source/span.js';
import type { PathSyntax, UseSyntax } from '../syntax/ast.js';
import type { GateReader } from './gates.js';
import type { Stability } from './model.js';
import { packageKey } from './package-name.js';
import type { DeclaredPackage } from './package-scopes.js';

/** A type of another package whose first `use` needs a feature that is off. */
export interface GatedUse {
  readonly stability: Stability;
  readonly span: Span;
}

/**
 * The types of other packages that are not there for this one. Each is brought in by the first `use` that names it, as
 * in wasm-tools: when that one needs a feature that is off, so do all others.
 *
 * @returns Them by {@link foreignTypeKey}.
 */
export function gatedForeignUses(
  { foreignPaths }: DeclaredPackage,
  gates: GateReader,
): ReadonlyMap<string, GatedUse> {
  const gated = new Map<string, GatedUse>();
  if (!foreignPaths.some(({ use }) => use !== undefined && missingFeature(use, gates) !== undefined))
    return gated;
  const seen = new Set<string>();
  for (const { use } of foreignPaths) {
    if (use === undefined) continue;
    const stability = missingFeature(use, gates);
    for (const { name } of use.names) {
      const key = foreignTypeKey(use.path, name.text);
      if (!seen.has(key) && stability !== undefined) gated.set(key, { stability, span: name.span });
      seen.add(key);
    }
  }
  return gated;
}

export function foreignTypeKey({ package: owner, name }: PathSyntax, type: string): string {
  return `${owner === undefined ? '' : packageKey(owner)}/${name.text}.${type}`;
}

function missingFeature({ attributes }: UseSyntax, gates: GateReader): Stability | undefined {
  for (const attribute of attributes) {
    if (attribute.kind !== 'unstable') continue;
    const stability: Stability = { kind: 'unstable', feature: attribute.feature };
    if (gates.isOff(stability)) return stability;
  }
  return undefined;
}
