/** One line of a comparison: in both texts, in the old one alone, or in the new one alone. */
export interface DiffLine {
  readonly kind: 'both' | 'old' | 'new';
  readonly text: string;
}

/**
 * What changed between two lists of lines, told with the fewest changes as long as they are few: beyond a thousand, all
 * that stands between the first and the last change counts as replaced. So a huge file costs no more than reading it.
 */
export function diffLines(older: readonly string[], newer: readonly string[]): DiffLine[] {
  const start = commonStart(older, newer);
  const end = commonEnd(older, newer, start);
  const [oldMiddle, newMiddle] = [older, newer].map((lines) => lines.slice(start, lines.length - end));
  return [
    ...linesOf('both', older.slice(0, start)),
    ...diffMiddle(oldMiddle ?? [], newMiddle ?? []),
    ...linesOf('both', older.slice(older.length - end)),
  ];
}

const mostEdits = 1000;

function commonStart(older: readonly string[], newer: readonly string[]): number {
  let count = 0;
  while (count < Math.min(older.length, newer.length) && older[count] === newer[count]) count++;
  return count;
}

function commonEnd(older: readonly string[], newer: readonly string[], start: number): number {
  const most = Math.min(older.length, newer.length) - start;
  let count = 0;
  while (count < most && older[older.length - 1 - count] === newer[newer.length - 1 - count]) count++;
  return count;
}

function linesOf(kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }));
}

function diffMiddle(older: readonly string[], newer: readonly string[]): DiffLine[] {
  const rounds = older.length === 0 || newer.length === 0 ? undefined : searchEdits(older, newer);
  if (rounds === undefined) return [...linesOf('old', older), ...linesOf('new', newer)];
  return followBack(older, newer, rounds);
}

/** How far in the old lines each diagonal, old index minus new index, can be followed. Diagonals may be negative. */
type Reach = ReadonlyMap<number, number>;

/**
 * Myers' greedy search: after `n` rounds it knows how far `n` edits lead on each diagonal.
 *
 * @returns what was known before each round, or `undefined` if there are too many edits
 */
function searchEdits(older: readonly string[], newer: readonly string[]): Reach[] | undefined {
  const rounds: Reach[] = [];
  let reach: Reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= mostEdits; edits++) {
    rounds.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let oldAt = stepFrom(reach, diagonal).oldAt;
      while (
        oldAt < older.length &&
        oldAt - diagonal < newer.length &&
        older[oldAt] === newer[oldAt - diagonal]
      )
        oldAt++;
      next.set(diagonal, oldAt);
      if (oldAt >= older.length && oldAt - diagonal >= newer.length) return rounds;
    }
    reach = next;
  }
  return undefined;
}

/** The better of two edits that lead to a diagonal: a line taken out, or one put in. */
function stepFrom(reach: Reach, diagonal: number): { kind: 'old' | 'new'; from: number; oldAt: number } {
  const takenOut = (reach.get(diagonal - 1) ?? -2) + 1;
  const putIn = reach.get(diagonal + 1) ?? -1;
  return takenOut > putIn
    ? { kind: 'old', from: diagonal - 1, oldAt: takenOut }
    : { kind: 'new', from: diagonal + 1, oldAt: putIn };
}

function followBack(
  older: readonly string[],
  newer: readonly string[],
  rounds: readonly Reach[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let [oldAt, newAt] = [older.length, newer.length];
  for (const [edits, reach] of [...rounds.entries()].reverse()) {
    const { kind, from, oldAt: afterEdit } = stepFrom(reach, oldAt - newAt);
    for (; oldAt > (edits === 0 ? 0 : afterEdit); oldAt--, newAt--)
      lines.push({ kind: 'both', text: older[oldAt - 1] ?? '' });
    if (edits === 0) break;
    if (kind === 'old') lines.push({ kind, text: older[oldAt - 1] ?? '' });
    else lines.push({ kind, text: newer[newAt - 1] ?? '' });
    oldAt = reach.get(from) ?? 0;
    newAt = oldAt - from;
  }
  return lines.reverse();
}
