import type { Span } from '../source/span.js';
import type { PathSyntax, TopLevelItem, UseSyntax } from '../syntax/ast.js';
import type { GateReader } from './gates.js';
import type { Stability } from './model.js';
import { formatPackageName, packageNameOf } from './package-name.js';
import { visitPaths } from './paths.js';

/** A type of another package whose first `use` needs a feature that is off. */
export interface GatedUse {
  readonly stability: Stability;
  readonly span: Span;
}

/**
 * The types of other packages that are not there for this one. Each is brought in by the first `use` that names it, as
 * in wasm-tools: when that one needs a feature that is off, so do all others.
 *
 * @param files - All files of the package.
 * @returns Them by {@link foreignTypeKey}.
 */
export function gatedForeignUses(
  files: readonly (readonly TopLevelItem[])[],
  gates: GateReader,
): ReadonlyMap<string, GatedUse> {
  const uses: UseSyntax[] = [];
  const visit = ({ package: owner }: PathSyntax, use?: UseSyntax) => {
    if (owner !== undefined && use !== undefined) uses.push(use);
  };
  for (const items of files) visitPaths(items, visit);
  const gated = new Map<string, GatedUse>();
  if (!uses.some((use) => missingFeature(use, gates) !== undefined)) return gated;
  const seen = new Set<string>();
  for (const use of uses) {
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
  return `${owner === undefined ? '' : formatPackageName(packageNameOf(owner))}/${name.text}.${type}`;
}

function missingFeature({ attributes }: UseSyntax, gates: GateReader): Stability | undefined {
  for (const attribute of attributes) {
    if (attribute.kind !== 'unstable') continue;
    const stability: Stability = { kind: 'unstable', feature: attribute.feature };
    if (gates.isOff(stability)) return stability;
  }
  return undefined;
}
