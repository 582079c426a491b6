import { codeFrame } from './code-frame.js';
import type { DiagnosticCode } from './diagnostic-codes.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { messageText } from './message-text.js';
import type { SourceMap } from './source-map.js';
import type { Span } from './span.js';

/** Something that a diagnostic adds: another place, or advice. */
export interface DiagnosticNote {
  readonly message: string;
  /** The place that the note is about, with its own frame. Advice has none. */
  readonly place?: DiagnosticPlace;
}

/** A place in a WIT file. Lines and columns start at 1; columns count UTF-16 code units. */
export interface DiagnosticPlace {
  /** The path of the file, as it was given. */
  readonly file: string;
  readonly span: Span;
  readonly line: number;
  readonly column: number;
  /** The lines around the place, numbered, with the place underlined. */
  readonly frame: string;
}

/** One thing that is wrong with a WIT document. Plain data: `JSON.stringify` prints all of it. */
export interface Diagnostic<Code extends string = DiagnosticCode> extends DiagnosticPlace {
  /** Stable from release to release. */
  readonly code: Code;
  /** One sentence, without place or frame. */
  readonly message: string;
  readonly notes?: readonly DiagnosticNote[];
}

/** What is needed to make a {@link Diagnostic}, once its files are at hand. Others may have codes of their own. */
export interface Problem<Code extends string = DiagnosticCode> {
  readonly code: Code;
  readonly message: string;
  readonly span: Span;
  /** A function when they cost something to find: it is called for a problem that is shown. */
  readonly notes?: readonly ProblemNote[] | (() => readonly ProblemNote[]);
}

export interface ProblemNote {
  readonly message: string;
  readonly span?: Span;
}

/** Thrown for WIT that cannot be used. Its message is the formatted text of all its diagnostics. */
export class WitError extends Error {
  override readonly name = 'WitError';
  /** In the order of their places; never empty. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more errors there are, for which no diagnostics were made. */
  readonly omitted: number;

  constructor(diagnostics: readonly Diagnostic[], omitted = 0) {
    const texts = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));
    if (omitted > 0) texts.push(`and ${omitted} more ${omitted === 1 ? 'error' : 'errors'}`);
    super(texts.join('\n\n'));
    this.diagnostics = diagnostics;
    this.omitted = omitted;
  }
}

/** Adds file, line, column and frame to a problem. Messages become text that a terminal can show. */
export function createDiagnostic<Code extends string>(
  sources: SourceMap,
  problem: Problem<Code>,
): Diagnostic<Code> {
  const { code, message, span } = problem;
  const notes = typeof problem.notes === 'function' ? problem.notes() : (problem.notes ?? []);
  return {
    code,
    message: messageText(message),
    ...placeOf(sources, span),
    ...(notes.length > 0 && { notes: createNotes(sources, notes) }),
  };
}

/** A hostile file can have a cycle as long as itself, with a note for each step. */
const mostNotes = 10;

function createNotes(sources: SourceMap, notes: readonly ProblemNote[]): DiagnosticNote[] {
  const shown = notes.slice(0, mostNotes).map((note) => createNote(sources, note));
  if (notes.length > mostNotes) shown.push({ message: `and ${notes.length - mostNotes} more like these` });
  return shown;
}

function createNote(sources: SourceMap, { message, span }: ProblemNote): DiagnosticNote {
  const text = messageText(message);
  return span === undefined ? { message: text } : { message: text, place: placeOf(sources, span) };
}

function placeOf(sources: SourceMap, span: Span): DiagnosticPlace {
  const file = sources.file(span.file);
  const { line, column } = file.location(span.start);
  return { file: file.path, span, line, column, frame: codeFrame(file, span) };
}
