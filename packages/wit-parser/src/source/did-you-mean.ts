import type { ProblemNote } from './diagnostic.js';

/** Comparing longer names costs more than a suggestion is worth: what is hostile may be very long. */
const longestName = 64;

/** A note with the candidate closest to a misspelt name; none when nothing is close. */
export function didYouMean(name: string, candidates: Iterable<string>): readonly ProblemNote[] {
  const closest = closestName(name, candidates);
  return closest === undefined ? [] : [{ message: `did you mean \`${closest}\`?` }];
}

/** The first candidate at the least edit distance, if at most a third of the name has to change. */
function closestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  let closest: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= limit) continue;
    const distance = editDistance(name, candidate, limit);
    if (distance < limit) {
      closest = candidate;
      limit = distance;
    }
  }
  return closest;
}

/**
 * How many letters must be inserted, deleted, replaced, or swapped with their neighbour. Not counted beyond the limit.
 */
function editDistance(from: string, to: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replace = at(previous, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      let best = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replace);
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, at(beforePrevious, column - 2) + 1);
      }
      current.push(best);
    }
    if (Math.min(...current) >= limit && Math.min(...previous) >= limit) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
