import { table } from '../table.js';
import type { Cost, ShapeCosts } from './measure.js';

/**
 * How much more a definition may cost in the largest size than in the one before. What is quadratic costs 10 times as
 * much; what no longer fits into the caches of the processor costs twice as much, however it is done.
 */
export const target = 3;

/** Microseconds for each definition. */
export function costsTable(results: readonly ShapeCosts[]): string {
  const rows = results.map(({ name, costs }) => [
    name,
    costs.at(-1)?.definitions.toLocaleString('en') ?? '',
    ...costs.map(cell),
    growthCell(costs),
  ]);
  return table(['', 'n', 'of n ÷ 100', 'of n ÷ 10', 'of n', 'growth'], rows);
}

export function targetLine(results: readonly ShapeCosts[]): string {
  const missed = results.flatMap(({ name, costs }) => {
    const growth = growthOf(costs);
    if (costs.some((cost) => 'skipped' in cost))
      return [`${name}: not measured in full, it would take too long`];
    return growth === undefined || growth <= target ? [] : [`${name}: ${growth.toFixed(2)}×`];
  });
  const line = `a definition costs at most ${target} times as much among n as among n ÷ 10`;
  return missed.length === 0 ? `${line}: met` : [`${line}: missed`, ...missed].join('\n  ');
}

/** How many times more a definition costs in the largest size than in the one before; undefined where one has no cost. */
export function growthOf(costs: readonly Cost[]): number | undefined {
  const [before, last] = costs.slice(-2).map(perDefinition);
  return before === undefined || last === undefined ? undefined : last / before;
}

function perDefinition(cost: Cost): number | undefined {
  return 'milliseconds' in cost ? (cost.milliseconds * 1000) / cost.definitions : undefined;
}

function cell(cost: Cost): string {
  if ('refused' in cost) return cost.refused;
  if ('skipped' in cost) return `skipped: ${cost.skipped}`;
  return `${((cost.milliseconds * 1000) / cost.definitions).toFixed(2)} µs`;
}

function growthCell(costs: readonly Cost[]): string {
  const growth = growthOf(costs);
  return growth === undefined ? '–' : `${growth.toFixed(2)}×`;
}
