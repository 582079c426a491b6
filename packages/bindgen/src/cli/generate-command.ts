import { loadWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from '../emit/generate.js';
import { compareFolder } from '../write/compare-folder.js';
import { updateFolder } from '../write/update-folder.js';
import { describeDifferences, describeUpdate, upToDate } from './summary.js';
import type { Terminal } from './terminal.js';

export interface GenerateFlags {
  readonly world?: string;
  readonly outDir: string;
  readonly features?: string;
  readonly check?: boolean;
}

/** Generates the bindings of a world and writes them, or checks those that are there. Returns the exit code. */
export async function generateCommand(path: string, flags: GenerateFlags, output: Terminal): Promise<number> {
  const { resolve, package: main, sources } = await loadWit(path, { features: featuresOf(flags) });
  const world = selectWorld(resolve, main, flags.world);
  const files = await generate({ resolve, world, sources });
  const difference = await compareFolder(flags.outDir, files);
  if (difference.changes.length === 0) output.out(upToDate(flags.outDir, files.length));
  else if (flags.check === true) {
    output.err(describeDifferences(flags.outDir, difference));
    return 1;
  } else {
    await updateFolder(flags.outDir, difference);
    output.out(describeUpdate(flags.outDir, difference));
  }
  return 0;
}

function featuresOf({ features = '' }: GenerateFlags): readonly string[] | 'all' {
  if (features === 'all') return 'all';
  return features.split(',').filter((name) => name !== '');
}
