import { codeFrame } from './code-frame.js';
import type { DiagnosticCode } from './diagnostic-codes.js';
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

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n\n'));
    this.diagnostics = diagnostics;
  }
}

/** Adds file, line, column and frame to a problem. */
export function createDiagnostic<Code extends string>(
  sources: SourceMap,
  problem: Problem<Code>,
): Diagnostic<Code> {
  const { code, message, span } = problem;
  const notes = typeof problem.notes === 'function' ? problem.notes() : (problem.notes ?? []);
  return {
    code,
    message,
    ...placeOf(sources, span),
    ...(notes.length > 0 && { notes: notes.map((note) => createNote(sources, note)) }),
  };
}

/** `path:line:column: message`, the code frame and the notes, each on lines of its own. */
export function formatDiagnostic(diagnostic: Diagnostic<string>): string {
  const lines = [`${placeName(diagnostic)}: ${diagnostic.message}`, diagnostic.frame];
  for (const { message, place } of diagnostic.notes ?? []) {
    if (place === undefined) lines.push(`note: ${message}`);
    else lines.push(`${placeName(place)}: note: ${message}`, place.frame);
  }
  return lines.join('\n');
}

function createNote(sources: SourceMap, { message, span }: ProblemNote): DiagnosticNote {
  return span === undefined ? { message } : { message, place: placeOf(sources, span) };
}

function placeOf(sources: SourceMap, span: Span): DiagnosticPlace {
  const file = sources.file(span.file);
  const { line, column } = file.location(span.start);
  return { file: file.path, span, line, column, frame: codeFrame(file, span) };
}

function placeName({ file, line, column }: DiagnosticPlace): string {
  return `${file}:${line}:${column}`;
}
