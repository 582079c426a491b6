import { didYouMean } from '../../source/did-you-mean.js';
import type { ProblemNote } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { Report } from '../context.js';

/** A package that is named must be there. */
export function reportUnknownPackage(
  report: Report,
  key: string,
  span: Span,
  known: () => readonly string[],
): void {
  report({
    code: 'unknown-package',
    message: `the package \`${key}\` was not found`,
    span,
    notes: () => packageHint(key, known()),
  });
}

function packageHint(key: string, known: readonly string[]): readonly ProblemNote[] {
  const [unversioned] = key.split('@');
  const otherVersions = known.filter((name) => name.split('@')[0] === unversioned);
  if (otherVersions.length > 0) {
    return [{ message: `there is ${otherVersions.map((name) => `\`${name}\``).join(', ')}` }];
  }
  const similar = didYouMean(key, known);
  if (similar.length > 0) return similar;
  return [{ message: 'packages that are used stand in the folder `deps`, or in the same file' }];
}
