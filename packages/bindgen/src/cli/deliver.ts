import { compareFolder, type FolderComparison } from '../write/compare-folder.js';
import { updateFolders } from '../write/update-folders.js';
import { escapedJson, findingsJson, noFindings } from './diagnostic-output.js';
import type { GenerateFlags } from './generate-flags.js';
import type { GeneratedFolder } from './generate-folders.js';
import type { ProgressTerminal } from './progress.js';
import {
  changesData,
  describeDifferences,
  describeUpdate,
  diffText,
  done,
  intended,
  shownPath,
} from './summary.js';

/** Writes what was generated, or does with it what else was asked for. Returns the exit code. */
export async function deliver(
  folders: readonly GeneratedFolder[],
  flags: GenerateFlags,
  terminal: ProgressTerminal,
): Promise<number> {
  if (flags.stdout === true) {
    terminal.out(filesText(folders));
    return 0;
  }
  const comparisons: FolderComparison[] = [];
  for (const { path, files, packages } of folders)
    comparisons.push(await compareFolder(path, files, packages));
  if (flags.check === true) return check(comparisons, flags, terminal);
  if (flags.format === 'json') terminal.out(findingsJson(noFindings));
  if (flags.dryRun === true) {
    const text = comparisons.map((each) => describeUpdate(each, intended)).join('');
    if (flags.format === 'json') terminal.note(text);
    else terminal.out(text);
    return 0;
  }
  terminal.step('writing…');
  await updateFolders(comparisons);
  for (const each of comparisons) terminal.note(describeUpdate(each, done));
  return 0;
}

/** One file as it is; several with a line before each that says where it would go. No generated line looks like it. */
function filesText(folders: readonly GeneratedFolder[]): string {
  const files = folders.flatMap(({ path: folder, files: each }) =>
    each.map(({ path, text }) => ({ path: shownPath(folder, path), text })),
  );
  const [first, second] = files;
  if (first !== undefined && second === undefined) return first.text;
  return files.map(({ path, text }) => `// file: ${path}\n${text}`).join('\n');
}

function check(
  comparisons: readonly FolderComparison[],
  { format, color, quiet }: GenerateFlags,
  terminal: ProgressTerminal,
): number {
  const outdated = comparisons.filter(({ changes }) => changes.length > 0);
  for (const each of comparisons)
    if (each.changes.length > 0) terminal.err(describeDifferences(each));
    else terminal.note(describeUpdate(each, done));
  // JSON has the standard output for itself.
  if (format === 'json')
    terminal.out(escapedJson({ diagnostics: [], changes: comparisons.flatMap(changesData) }));
  if (outdated.length === 0) return 0;
  if (quiet !== true && format === 'text')
    for (const each of outdated) terminal.out(diffText(each, color ?? terminal.colors?.out ?? false));
  terminal.note('run the same command without --check to update it\n');
  return 1;
}
