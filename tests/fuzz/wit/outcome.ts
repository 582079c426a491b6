import { WitError } from '@wit-bindgen-ts/wit-parser';
import type {
  Diagnostic,
  DiagnosticNote,
  DiagnosticPlace,
  ResolvedWit,
  ResolveOptions,
} from '@wit-bindgen-ts/wit-parser';
import { roundTripFailure } from './round-trip.js';

/** What became of a mutant. `failed` is what must never be. */
export type Outcome =
  { readonly kind: 'resolved' } | { readonly kind: 'refused'; readonly error: WitError } | Failed;

export interface Failed {
  readonly kind: 'failed';
  /** The same for all inputs that fail alike. */
  readonly problem: string;
  readonly details?: string;
}

/** The texts of a case by the paths that diagnostics give. */
export type Texts = ReadonlyMap<string, string>;

/** Judges what was thrown: it must be a WitError that a reader can use. */
export function outcomeOfError(error: unknown, texts: Texts): Outcome {
  if (!(error instanceof WitError)) return failedWith(error);
  if (error.diagnostics.length === 0)
    return { kind: 'failed', problem: 'threw a WitError without diagnostics' };
  for (const diagnostic of error.diagnostics) {
    const problem = diagnosticProblem(diagnostic, texts);
    if (problem !== undefined) {
      return { kind: 'failed', problem: `gave a diagnostic ${problem}`, details: JSON.stringify(diagnostic) };
    }
  }
  return { kind: 'refused', error };
}

/** Judges what was resolved: all that can be done with it must succeed. */
export function outcomeOfResolved(resolved: ResolvedWit, options: ResolveOptions): Outcome {
  try {
    return roundTripFailure(resolved, options) ?? { kind: 'resolved' };
  } catch (error) {
    return failedWith(error);
  }
}

function failedWith(error: unknown): Failed {
  if (!(error instanceof Error))
    return { kind: 'failed', problem: `threw ${typeof error}`, details: String(error) };
  return { kind: 'failed', problem: `threw ${error.name}`, details: error.stack ?? error.message };
}

function diagnosticProblem(diagnostic: Diagnostic, texts: Texts): string | undefined {
  if (diagnostic.code.length === 0) return 'without a code';
  if (diagnostic.message.length === 0) return 'without a message';
  return placeProblem(diagnostic, texts) ?? noteProblem(diagnostic.notes ?? [], texts);
}

function noteProblem(notes: readonly DiagnosticNote[], texts: Texts): string | undefined {
  for (const { message, place } of notes) {
    if (message.length === 0) return 'with an empty note';
    const problem = place && placeProblem(place, texts);
    if (problem !== undefined) return `with a note ${problem}`;
  }
  return undefined;
}

function placeProblem(
  { file, span, line, column, frame }: DiagnosticPlace,
  texts: Texts,
): string | undefined {
  const text = texts.get(file);
  if (text === undefined) return 'in a file that was not given';
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) return 'outside its file';
  if (!isPlaceOf(span.start, text, { line, column })) return 'whose line and column are not its place';
  // Of an empty file there is nothing to show.
  return frame.includes('^') || text === '' ? undefined : 'without a frame';
}

/** A byte order mark at the start of the file is in no column. */
function isPlaceOf(
  offset: number,
  text: string,
  { line, column }: { line: number; column: number },
): boolean {
  const before = text
    .slice(0, offset)
    .replace(/^\uFEFF/, '')
    .split('\n');
  return line === before.length && column === (before.at(-1)?.length ?? 0) + 1;
}
