import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Report, writeReport } from '../../conformance/report.js';
import type { Check } from '../../conformance/report.js';
import { corpusRoot } from '../../conformance/wit/command.js';
import { failed, passed } from '../../conformance/wit/load-case.js';
import { checkOutput } from './check-output.js';
import type { OutputCheck, OutputProblem } from './check-output.js';
import { generatePackage } from './generate-worlds.js';
import type { Generated, GeneratedWorld } from './generate-worlds.js';
import { OutputFolder } from './output-folder.js';
import { openCorpus } from './packages.js';
import type { WitPackage } from './packages.js';

const ownWorlds = fileURLToPath(new URL('../worlds', import.meta.url));
const others = ['wit-codegen', 'wasi'];

export type Print = (line: string) => void;

/**
 * Generates every world of the packages in some folders and checks what comes out. Prints a line for each check that does
 * not pass, and the totals.
 *
 * @returns 0, 1 if something failed, or 2 for wrong usage
 */
export async function corpusCommand(args: readonly string[], print: Print): Promise<number> {
  try {
    const { corpora, json, outDir } = readRun(args, print);
    const report = await runCorpora(corpora, outDir);
    for (const line of report.lines) print(line);
    if (report.lines.length > 0) print('');
    print(report.table());
    if (json !== undefined) writeReport(report, json);
    return report.exitCode;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

interface Run {
  readonly corpora: readonly Corpus[];
  readonly json: string | undefined;
  /** Where the output stays. */
  readonly outDir: string | undefined;
}

interface Corpus {
  /** What the paths of its packages start with where there are several. */
  readonly prefix: string;
  readonly packages: readonly WitPackage[];
}

function readRun(args: readonly string[], print: Print): Run {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'string' }, 'out-dir': { type: 'string' } },
  });
  const corpora = positionals.length > 0 ? openCorpora(positionals) : ownCorpora(print);
  return { corpora, json: values.json, outDir: values['out-dir'] };
}

function openCorpora(paths: readonly string[]): Corpus[] {
  return paths.map((path) => ({
    prefix: paths.length > 1 ? `${basename(resolve(path))}/` : '',
    packages: openCorpus(path),
  }));
}

/** Our worlds, and those of others that are there: a checkout may stand alone. */
function ownCorpora(print: Print): Corpus[] {
  const folders = others
    .map((name) => join(corpusRoot, name))
    .filter((folder) => {
      if (existsSync(folder)) return true;
      print(`../shared/conformance/${basename(folder)} is missing: its worlds were not generated`);
      return false;
    });
  return [...folders, ownWorlds].map((folder) => ({
    prefix: `${basename(folder)}/`,
    packages: openCorpus(folder),
  }));
}

async function runCorpora(corpora: readonly Corpus[], outDir: string | undefined): Promise<Report> {
  const report = new Report();
  const worlds: GeneratedWorld[] = [];
  for (const { prefix, packages } of corpora) {
    for (const each of packages) {
      const name = prefix + each.path;
      const results = await generatePackage(each, name);
      if (results.length === 0) report.add(name, [withoutWorlds]);
      for (const result of results) {
        report.add(result.name, [generatedCheck(result)]);
        if ('files' in result) worlds.push(result);
      }
    }
  }
  if (worlds.length > 0) await checkWorlds(worlds, outDir, report);
  return report;
}

const withoutWorlds: Check = {
  part: 'generated',
  outcome: { status: 'unjudged', remark: 'without worlds' },
};

function generatedCheck(result: Generated): Check {
  if ('failure' in result) return failed('generated', result.failure);
  if ('files' in result) return passed('generated');
  return { part: 'generated', outcome: { status: 'skipped', reason: result.skipped } };
}

async function checkWorlds(
  worlds: readonly GeneratedWorld[],
  outDir: string | undefined,
  report: Report,
): Promise<void> {
  const output = new OutputFolder(worlds, outDir);
  try {
    for (const check of await checkOutput(output)) addCheck(check, output, report);
  } finally {
    output.remove();
  }
}

/** One outcome for each world, and one for what is wrong with files of none: those of the runtime. */
function addCheck({ part, kind, problems }: OutputCheck, { worlds }: OutputFolder, report: Report): void {
  const ofWorlds = new Map<string, OutputProblem[]>(worlds.map(({ folder }) => [folder, []]));
  for (const problem of problems) {
    const [folder = ''] = problem.path.split('/');
    const found = ofWorlds.get(folder);
    if (found) found.push(problem);
    else report.add(problem.path, [failed(part, { line: 0, kind, message: problem.message })]);
  }
  for (const { name, folder } of worlds)
    report.add(name, [outcomeOf(part, kind, ofWorlds.get(folder) ?? [])]);
}

function outcomeOf(part: string, kind: string, problems: readonly OutputProblem[]): Check {
  const [first, ...rest] = problems;
  if (first === undefined) return passed(part);
  const path = first.path.slice(first.path.indexOf('/') + 1);
  const more = rest.length > 0 ? `, and ${rest.length} more` : '';
  return failed(part, { line: 0, kind, message: `${path}:${first.message}${more}` });
}
