import type { Check } from '../report.js';

/** What became of the directives of one file, by kind: `a.wast: 3 passed (component 1, assert_return 2), 1 failed (…)`. */
export function fileLine(path: string, checks: readonly Check[]): string {
  const parts = (['passed', 'failed', 'skipped'] as const).flatMap((status) => {
    const found = checks.filter(({ outcome }) => outcome.status === status);
    return found.length === 0 ? [] : [`${found.length} ${status} (${details(found)})`];
  });
  return `${path}: ${parts.length > 0 ? parts.join(', ') : 'no directives'}`;
}

function details(checks: readonly Check[]): string {
  const counts = new Map<string, number>();
  for (const { part } of checks) counts.set(part, (counts.get(part) ?? 0) + 1);
  const expected = checks.filter(
    ({ outcome }) => outcome.status === 'failed' && outcome.expectedBecause !== undefined,
  ).length;
  const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return expected > 0 ? `${kinds}; ${expected} as expected` : kinds;
}
