import { posix } from 'node:path';
import { printable } from '@wit-bindgen-ts/wit-parser';
import type { FolderChange, FolderComparison } from '../write/compare-folder.js';
import { unifiedDiff, unpainted, type Painter } from '../write/unified-diff.js';

/** What `generate` has done to a folder, or with `--dry-run` would do: a line for each file that it touches. */
export function describeUpdate(comparison: FolderComparison, words: UpdateWords): string {
  const { folder, changes, unchanged } = comparison;
  if (changes.length === 0)
    return `${counted(unchanged)} in ${printable(folder)} ${unchanged === 1 ? 'is' : 'are'} up to date\n`;
  const lines = changes.map(
    ({ kind, path }) => `${kind === 'stale' ? words.removed : words.wrote} ${shownPath(folder, path)}`,
  );
  if (unchanged > 0)
    lines.push(`${counted(unchanged)} ${unchanged === 1 ? words.was : words.were} up to date`);
  return lines.map((line) => `${line}\n`).join('');
}

export type UpdateWords = Readonly<Record<'wrote' | 'removed' | 'was' | 'were', string>>;

export const done: UpdateWords = { wrote: 'wrote', removed: 'removed', was: 'was', were: 'were' };

export const intended: UpdateWords = {
  wrote: 'would write',
  removed: 'would remove',
  was: 'is',
  were: 'are',
};

const checkWords: Readonly<Record<FolderChange['kind'], string>> = {
  missing: 'missing',
  different: 'differs',
  stale: 'no longer generated',
};

/** What `generate --check` found in a folder. */
export function describeDifferences({ folder, changes }: FolderComparison): string {
  const lines = changes.map(({ kind, path }) => `- ${shownPath(folder, path)}: ${checkWords[kind]}\n`);
  return `the generated code in ${printable(folder)} is not up to date:\n${lines.join('')}`;
}

/** How the files that differ would change. Those that are missing or left over are no longer than their names. */
export function diffText({ folder, changes }: FolderComparison, isColored: boolean): string {
  const paint = isColored ? painted : unpainted;
  return changes
    .flatMap((change) => (change.kind === 'different' ? change : []))
    .map(({ path, text, before }) => unifiedDiff(shownPath(folder, path), printedLines(before), text, paint))
    .join('');
}

/** Someone may have written anything into the file that is there. */
function printedLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

const colorCodes = { red: [31, 39], green: [32, 39], cyan: [36, 39], bold: [1, 22] } as const;

const painted: Painter = (text, color) => {
  const [start, end] = colorCodes[color];
  return `\u001b[${start}m${text}\u001b[${end}m`;
};

/** What `generate --check` found, as data. */
export function changesData({ folder, changes }: FolderComparison): object[] {
  return changes.map(({ kind, path }) => ({ file: pathIn(folder, path), kind }));
}

/** Where a file is, or would be. */
export function shownPath(folder: string, path: string): string {
  return printable(pathIn(folder, path));
}

function pathIn(folder: string, path: string): string {
  return posix.join(folder.replaceAll('\\', '/'), path);
}

function counted(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
