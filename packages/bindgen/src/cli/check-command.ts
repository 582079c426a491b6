import { WitError } from '@wit-bindgen-ts/wit-parser';
import { findingsJson, findingsText, noFindings, type DiagnosticFormat } from './diagnostic-output.js';
import { loadInput } from './load-input.js';
import type { Terminal } from './terminal.js';

export interface CheckFlags {
  readonly features?: string;
  readonly format: DiagnosticFormat;
  readonly color?: boolean;
}

/** Says what is wrong with WIT, on the standard output: it is what was asked for. Returns the exit code. */
export async function checkCommand(path: string, flags: CheckFlags, output: Terminal): Promise<number> {
  const { format, features, color = output.colors?.out ?? false } = flags;
  try {
    await loadInput(path, features);
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    output.out(format === 'json' ? findingsJson(error) : findingsText(error, color));
    return 1;
  }
  if (format === 'json') output.out(findingsJson(noFindings));
  else output.err(`${path}: no problems\n`);
  return 0;
}
