import { diffLines, type DiffLine } from './line-diff.js';

/** How many lines around a change are shown, as `diff -u` does it. */
const context = 3;

/** Puts a text in a colour. */
export type Painter = (text: string, color: 'red' | 'green' | 'cyan' | 'bold') => string;

export const unpainted: Painter = (text) => text;

/** How a file would change, in the form that `patch` and `git apply` take. */
export function unifiedDiff(path: string, older: string, newer: string, paint: Painter = unpainted): string {
  const lines = diffLines(linesOf(older), linesOf(newer));
  const title = paint(`--- ${path}`, 'bold') + '\n' + paint(`+++ ${path}`, 'bold') + '\n';
  return (
    title +
    hunksOf(lines)
      .map((hunk) => hunkText(hunk, paint))
      .join('')
  );
}

/** Lines that are shown together, and where they stand, counted from 0. */
interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: DiffLine[];
}

/** A line has its line end: the last one may have none. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function hunksOf(lines: readonly DiffLine[]): Hunk[] {
  const hunks: Hunk[] = [];
  let current: Hunk | undefined;
  let [oldAt, newAt] = [0, 0];
  const nextChange = distances(lines);
  for (const [index, line] of lines.entries()) {
    if ((nextChange[index] ?? Infinity) <= context) {
      if (current === undefined) hunks.push((current = { oldStart: oldAt, newStart: newAt, lines: [] }));
      current.lines.push(line);
    } else current = undefined;
    if (line.kind !== 'new') oldAt++;
    if (line.kind !== 'old') newAt++;
  }
  return hunks;
}

/** How far each line is from the nearest change. */
function distances(lines: readonly DiffLine[]): number[] {
  const distance = lines.map(({ kind }) => (kind === 'both' ? Infinity : 0));
  for (let index = 1; index < lines.length; index++)
    distance[index] = Math.min(distance[index] ?? Infinity, (distance[index - 1] ?? Infinity) + 1);
  for (let index = lines.length - 2; index >= 0; index--)
    distance[index] = Math.min(distance[index] ?? Infinity, (distance[index + 1] ?? Infinity) + 1);
  return distance;
}

function hunkText({ oldStart, newStart, lines }: Hunk, paint: Painter): string {
  const oldRange = range(oldStart, lines.filter(({ kind }) => kind !== 'new').length);
  const newRange = range(newStart, lines.filter(({ kind }) => kind !== 'old').length);
  const title = paint(`@@ -${oldRange} +${newRange} @@`, 'cyan');
  return `${title}\n${lines.map((line) => lineText(line, paint)).join('')}`;
}

/** A range of no lines is named by the line before it. */
function range(start: number, count: number): string {
  if (count === 1) return `${start + 1}`;
  return `${count === 0 ? start : start + 1},${count}`;
}

function lineText({ kind, text }: DiffLine, paint: Painter): string {
  const isWhole = text.endsWith('\n');
  const shown = isWhole ? text.slice(0, -1) : text;
  const end = isWhole ? '\n' : '\n\\ No newline at end of file\n';
  if (kind === 'both') return ` ${shown}${end}`;
  return `${kind === 'old' ? paint(`-${shown}`, 'red') : paint(`+${shown}`, 'green')}${end}`;
}
