/**
 * How many letters must be inserted, deleted, replaced, or swapped with their neighbour to make one text of another, or
 * `limit` if that many or more.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  // Names of one kind begin alike, and end alike: only what is between needs to be compared at length.
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return distanceBetween(from.slice(start, from.length - end), to.slice(start, to.length - end), limit);
}

function distanceBetween(from: string, to: string, limit: number): number {
  // A row holds the columns from `limit` before its own number to `limit` behind it: farther ones cannot matter.
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: 2 * limit + 1 }, (_, place) =>
    place < limit ? Infinity : place - limit,
  );
  for (let row = 1; row <= from.length; row++) {
    const current: number[] = [];
    for (let place = 0; place <= 2 * limit; place++) {
      const column = row + place - limit;
      if (column <= 0) {
        current.push(column === 0 ? row : Infinity);
        continue;
      }
      const replace = at(previous, place) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swap = swapped ? at(beforePrevious, place) + 1 : Infinity;
      current.push(Math.min(at(previous, place + 1) + 1, at(current, place - 1) + 1, replace, swap));
    }
    if (Math.min(...current, ...previous) >= limit) return limit;
    [beforePrevious, previous] = [previous, current];
  }
  return Math.min(at(previous, to.length - from.length + limit), limit);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}
