import { posix } from 'node:path';
import type { FolderChange, FolderComparison } from '../write/compare-folder.js';

/** What `generate` says when there is nothing to do. */
export function upToDate(outDir: string, count: number): string {
  return `${counted(count)} in ${outDir} ${count === 1 ? 'is' : 'are'} up to date\n`;
}

/** What `generate` has written, a line for each file that it touched. */
export function describeUpdate(outDir: string, { changes, unchanged }: FolderComparison): string {
  const lines = changes.map(
    ({ kind, path }) => `${kind === 'stale' ? 'removed' : 'wrote'} ${shown(outDir, path)}`,
  );
  if (unchanged > 0) lines.push(`${counted(unchanged)} ${unchanged === 1 ? 'was' : 'were'} up to date`);
  return lines.map((line) => `${line}\n`).join('');
}

const checkWords: Readonly<Record<FolderChange['kind'], string>> = {
  missing: 'missing',
  different: 'differs',
  stale: 'no longer generated',
};

/** What `generate --check` found. */
export function describeDifferences(outDir: string, { changes }: FolderComparison): string {
  const lines = changes.map(({ kind, path }) => `- ${shown(outDir, path)}: ${checkWords[kind]}\n`);
  return `the generated code in ${outDir} is not up to date:\n${lines.join('')}run the same command without --check to update it\n`;
}

function shown(outDir: string, path: string): string {
  return posix.join(outDir.replaceAll('\\', '/'), path);
}

function counted(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
