import { findingsJson, noFindings, type DiagnosticFormat } from './diagnostic-output.js';
import { loadInput } from './load-input.js';
import { isInputError, problemsText } from './print-problems.js';
import type { Terminal } from './terminal.js';
import { unusedFeatureWarnings } from './unused-features.js';

export interface CheckFlags {
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
  readonly format: DiagnosticFormat;
  readonly color?: boolean;
}

/** Says what is wrong with WIT, on the standard output: it is what was asked for. Returns the exit code. */
export async function checkCommand(path: string, flags: CheckFlags, terminal: Terminal): Promise<number> {
  const { format, features = [], allFeatures = false, color = terminal.colors?.out ?? false } = flags;
  try {
    const { sources } = await loadInput(path, {
      features: allFeatures ? 'all' : features,
      standardInput: terminal.input,
    });
    for (const warning of unusedFeatureWarnings(path, features, sources)) terminal.err(warning);
  } catch (error) {
    if (!isInputError(error)) throw error;
    terminal.out(problemsText(error, format, color));
    return 1;
  }
  if (format === 'json') terminal.out(findingsJson(noFindings));
  else terminal.err(`${path}: no problems\n`);
  return 0;
}
