import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Report, writeReport } from '../report.js';
import { readCases } from './corpus.js';
import type { WitCase } from './corpus.js';
import { runCase } from './run-case.js';

/** Cases made by others, beside the repository. */
export const corpusRoot = fileURLToPath(new URL('../../../../shared/conformance/', import.meta.url));
export const corpora: readonly string[] = ['wit', 'wit-codegen', 'wasi'];

export type Print = (line: string) => void;

interface Corpus {
  /** What the paths of its cases start with where there are several. */
  readonly prefix: string;
  readonly cases: readonly WitCase[];
}

/**
 * Runs the cases of some folders, and prints a line for each check that does not pass, and the totals.
 *
 * @returns 0, 1 if something failed that is not expected to, or 2 for wrong usage
 */
export async function conformanceCommand(args: readonly string[], print: Print): Promise<number> {
  const run = readRun(args, print);
  if (run === undefined) return 2;
  const report = await runCorpora(run.all);
  for (const line of report.lines) print(line);
  if (report.lines.length > 0) print('');
  print(report.table());
  return run.json === undefined || wrote(report, run.json, print) ? report.exitCode : 2;
}

interface Run {
  readonly all: readonly Corpus[];
  readonly json: string | undefined;
}

/** What to run; nothing where the arguments are wrong, which is printed. */
function readRun(args: readonly string[], print: Print): Run | undefined {
  try {
    const { folders, json } = readArguments(args);
    return { all: folders.length > 0 ? openCorpora(folders) : ownCorpora(print), json };
  } catch (error) {
    print(messageOf(error));
    return undefined;
  }
}

function wrote(report: Report, path: string, print: Print): boolean {
  try {
    writeReport(report, path);
    return true;
  } catch (error) {
    print(messageOf(error));
    return false;
  }
}

function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}

function readArguments(args: readonly string[]): { folders: readonly string[]; json: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  return { folders: positionals, json: values.json };
}

function openCorpora(folders: readonly string[]): Corpus[] {
  return folders.map((folder) => {
    const cases = readCases(folder);
    if (cases.length === 0) {
      const problem = existsSync(folder) ? 'there are no cases in this folder' : 'there is no such folder';
      throw new Error(`${folder}: ${problem}`);
    }
    return { prefix: folders.length > 1 ? `${basename(resolve(folder))}/` : '', cases };
  });
}

/** Those that are there: a checkout may stand alone. */
function ownCorpora(print: Print): Corpus[] {
  return corpora.flatMap((name) => {
    const cases = readCases(join(corpusRoot, name));
    if (cases.length === 0) print(`../shared/conformance/${name} is missing: its cases were not run`);
    return { prefix: `${name}/`, cases };
  });
}

async function runCorpora(all: readonly Corpus[]): Promise<Report> {
  const report = new Report();
  for (const { prefix, cases } of all) {
    for (const each of cases) report.add(prefix + each.path, await runCase(each));
  }
  return report;
}
