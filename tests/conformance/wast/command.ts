import { existsSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Report, writeReport } from '../report.js';
import { dynamicCallees, type Callees } from './callee.js';
import { scriptsIn, textOf } from './corpus.js';
import type { Script } from './corpus.js';
import { fileLine } from './file-line.js';
import { Expectations, failedLines } from './known-failures.js';
import { runScript } from './run-script.js';

/** The reference tests of the component model stand beside the repository, not in it. */
export const referenceTests = fileURLToPath(
  new URL('../../../../shared/conformance/component-model', import.meta.url),
);
export const ownCases = fileURLToPath(new URL('../cases', import.meta.url));
export const knownFailures = new URL('../known-failures.json', import.meta.url);
/** What else fails where functions are called through generated code. */
export const knownDifferences = new URL('../known-differences.json', import.meta.url);

export type Print = (line: string) => void;

/**
 * Runs the scripts of some folders. Prints a line for each file, one for each directive that did not pass, the totals by
 * kind, and last what nobody expects.
 *
 * @returns 0, 1 if something failed that is not expected to, or 2 for wrong usage
 */
export async function conformanceCommand(args: readonly string[], print: Print): Promise<number> {
  try {
    const run = readRun(args, print);
    const report = await (run.generated ? runGenerated : runDynamic)(run, print);
    if (run.json !== undefined) writeReport(report, run.json);
    return report.exitCode;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

interface Run {
  readonly corpora: readonly Corpus[];
  readonly json: string | undefined;
  /** Whether to print the failures as known failures are listed. */
  readonly list: boolean;
  /** Whether to call functions through code that is generated for their components. */
  readonly generated: boolean;
}

interface Corpus {
  readonly folder: string;
  /** What the paths of its files start with where there are several. */
  readonly prefix: string;
  readonly scripts: readonly Script[];
}

function readRun(args: readonly string[], print: Print): Run {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
      generated: { type: 'boolean', default: false },
    },
  });
  const corpora = positionals.length > 0 ? openCorpora(positionals) : ownCorpora(print);
  return { corpora, json: values.json, list: values.list, generated: values.generated };
}

function openCorpora(folders: readonly string[]): Corpus[] {
  return folders.map((folder) => {
    const scripts = scriptsIn(folder);
    if (scripts.length === 0) {
      const problem = existsSync(folder)
        ? 'there are no .wast files in this folder'
        : 'there is no such folder';
      throw new Error(`${folder}: ${problem}`);
    }
    return { folder, prefix: folders.length > 1 ? `${basename(resolve(folder))}/` : '', scripts };
  });
}

/** The reference tests, if they are there: a checkout may stand alone. */
function ownCorpora(print: Print): Corpus[] {
  if (!existsSync(referenceTests))
    print('../shared/conformance/component-model is missing: the reference tests were not run');
  return [referenceTests, ownCases].map((folder) => ({
    folder,
    prefix: `${basename(folder)}/`,
    scripts: scriptsIn(folder),
  }));
}

async function runDynamic(run: Run, print: Print): Promise<Report> {
  const report = await runCorpora(run, dynamicCallees, Expectations.read(knownFailures), print);
  printReport(report, print);
  return report;
}

/** Prints how many calls went through generated code, too: it leaves some to the dynamic path. */
async function runGenerated(run: Run, print: Print): Promise<Report> {
  // Only this needs what generates code.
  const { GeneratedCallees } = await import('./generated/generated-callees.js');
  const callees = await GeneratedCallees.create();
  try {
    const expectations = Expectations.read(knownFailures, knownDifferences);
    const report = await runCorpora(run, callees, expectations, print);
    printReport(report, print);
    const { emitted, dynamic } = callees.calls;
    print(`\ncalls through generated code: ${emitted} of ${emitted + dynamic}`);
    return report;
  } finally {
    await callees.remove();
  }
}

async function runCorpora(
  { corpora, list }: Run,
  callees: Callees,
  expectations: Expectations,
  print: Print,
): Promise<Report> {
  const report = new Report();
  for (const { folder, prefix, scripts } of corpora) {
    for (const script of scripts) {
      const outcomes = await runScript(textOf(script), callees);
      const checks = expectations.judge(script.path, outcomes);
      report.add(prefix + script.name, checks);
      print(fileLine(prefix + script.name, checks));
      if (list) print(`  ${JSON.stringify(script.name)}: ${JSON.stringify(failedLines(outcomes))}`);
    }
    if (isReferenceTests(folder) && scripts.length > 0)
      report.add('known-failures.json', expectations.unseen());
  }
  return report;
}

function isReferenceTests(folder: string): boolean {
  return existsSync(referenceTests) && realpathSync(folder) === realpathSync(referenceTests);
}

function printReport(report: Report, print: Print): void {
  const surprises = new Set(report.surprises);
  const others = report.lines.filter((line) => !surprises.has(line));
  if (others.length > 0) print('');
  for (const line of others) print(line);
  print(`\n${report.table()}`);
  if (surprises.size === 0) return;
  print(`\nnot as expected: ${report.surprises.length}`);
  for (const line of report.surprises) print(line);
}
