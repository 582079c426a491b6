import { selectWorld, WitError, WorldSelectionError, type ResolvedWit } from '@wit-bindgen-ts/wit-parser';
import { BindgenError } from '../check/bindgen-error.js';
import { generate, type GenerateOptions } from '../emit/generate.js';
import type { GeneratedFile } from '../emit/emit-world.js';
import { compareFolder } from '../write/compare-folder.js';
import { updateFolder } from '../write/update-folder.js';
import { findingsJson, findingsText, noFindings, type DiagnosticFormat } from './diagnostic-output.js';
import { loadInput } from './load-input.js';
import { describeDifferences, describeUpdate, upToDate } from './summary.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface GenerateFlags {
  readonly world?: string;
  readonly outDir: string;
  readonly features?: string;
  readonly check?: boolean;
  readonly format: DiagnosticFormat;
  readonly color?: boolean;
}

/** Generates the bindings of a world and writes them, or checks those that are there. Returns the exit code. */
export async function generateCommand(path: string, flags: GenerateFlags, output: Terminal): Promise<number> {
  const { outDir, format } = flags;
  const files = await generateFiles(path, flags, output);
  if (files === undefined) return 1;
  if (format === 'json') output.out(findingsJson(noFindings));
  const say = format === 'json' ? output.err : output.out;
  const difference = await compareFolder(outDir, files);
  if (difference.changes.length === 0) say(upToDate(outDir, files.length));
  else if (flags.check === true) {
    output.err(describeDifferences(outDir, difference));
    return 1;
  } else {
    await updateFolder(outDir, difference);
    say(describeUpdate(outDir, difference));
  }
  return 0;
}

/** @returns `undefined` when something is wrong with the WIT; that is printed. */
async function generateFiles(
  path: string,
  flags: GenerateFlags,
  output: Terminal,
): Promise<GeneratedFile[] | undefined> {
  try {
    return await generate(chooseWorld(await loadInput(path, flags.features), flags.world));
  } catch (error) {
    if (!(error instanceof WitError || error instanceof BindgenError)) throw error;
    const { format, color = output.colors?.err ?? false } = flags;
    if (format === 'json') output.out(findingsJson(error));
    else output.err(findingsText(error, color));
    return undefined;
  }
}

function chooseWorld({ resolve, package: main, sources }: ResolvedWit, name?: string): GenerateOptions {
  try {
    return { resolve, sources, world: selectWorld(resolve, main, name) };
  } catch (error) {
    if (error instanceof WorldSelectionError) throw new UsageError(error.message);
    throw error;
  }
}
