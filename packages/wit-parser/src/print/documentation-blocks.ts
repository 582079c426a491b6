/** Lines of documentation that stand in one block comment. */
export interface BlockRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Where documentation needs a block comment: a line that ends with white space keeps it only if more follows in the same
 * comment. Comments nest, so a block must have both ends of those in it.
 *
 * @param withBlank - Whether a blank line needs one too, if no other line does: so that the comment starts with a line
 *   break.
 */
export function blockRanges(lines: readonly string[], withBlank: boolean): readonly BlockRange[] {
  const needing = lines.flatMap((line, index) => (line.trimEnd() === line ? [] : [index]));
  const blank = withBlank ? lines.indexOf('') : -1;
  if (blank !== -1) needing.push(blank);
  if (needing.length === 0) return [];
  const nesting = nestingOf(lines);
  const ranges: BlockRange[] = [];
  for (const line of needing.sort((a, b) => a - b)) {
    const before = ranges.at(-1);
    if (before !== undefined && line <= before.last) continue;
    const range = rangeAround(line, lines, nesting);
    if (range === undefined) continue;
    while ((ranges.at(-1)?.last ?? -1) >= range.first) ranges.pop();
    ranges.push(range);
  }
  return ranges;
}

/** What the ends of comments in one line lead to: the lines of their other ends, or nothing that is there. */
interface LineNesting {
  readonly line: number;
  low: number;
  high: number;
  isUnmatched: boolean;
}

/** @returns `undefined` when an end in it has no other end: such a line can stand in a `///` comment only. */
function rangeAround(
  line: number,
  lines: readonly string[],
  nesting: readonly LineNesting[],
): BlockRange | undefined {
  let [first, last] = [line, endAfter(line, lines)];
  let [seenFirst, seenLast] = [line, line - 1];
  while (seenFirst > first || seenLast < last) {
    const next = nesting[seenLast < last ? ++seenLast : --seenFirst];
    if (next === undefined || next.isUnmatched) return undefined;
    first = Math.min(first, next.low);
    if (next.high > last) last = isEnd(lines[next.high]) ? next.high : endAfter(next.high, lines);
  }
  return { first, last };
}

function endAfter(line: number, lines: readonly string[]): number {
  for (let end = line + 1; end < lines.length; end++) if (isEnd(lines[end])) return end;
  return lines.length - 1;
}

/** Whether a block can end with a line: white space at the end of it is cut off. */
function isEnd(line: string | undefined): boolean {
  return line !== undefined && line !== '' && line.trimEnd() === line;
}

function nestingOf(lines: readonly string[]): LineNesting[] {
  const nesting = lines.map((_, line) => ({ line, low: line, high: line, isUnmatched: false }));
  const open: LineNesting[] = [];
  for (const [index, line] of lines.entries()) {
    const here = nesting[index];
    for (const [token] of line.matchAll(/\/\*|\*\//g)) {
      if (here === undefined) break;
      const start = token === '/*' ? undefined : open.pop();
      if (token === '/*') open.push(here);
      else if (start === undefined) here.isUnmatched = true;
      else {
        here.low = Math.min(here.low, start.line);
        start.high = Math.max(start.high, index);
      }
    }
  }
  for (const each of open) each.isUnmatched = true;
  return nesting;
}
