import type { Diagnostic, DiagnosticPlace } from './diagnostic.js';
import { printable } from './printable.js';

export interface FormatOptions {
  /** Whether to colour the text with ANSI escape codes. Not unless given. */
  readonly color?: boolean;
}

/**
 * `path:line:column: error[code]: message`, the code frame, and the notes: `path:line:column: note: message` with a
 * frame of its own, or `note: message`.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic<string>,
  { color = false }: FormatOptions = {},
): string {
  const paint = color ? ansiPaint : noPaint;
  const { code, message, frame, notes = [] } = diagnostic;
  const title = paint.error(`error[${code}]:`);
  const lines = [
    `${placeName(diagnostic, paint)} ${title} ${message}`,
    ...paintFrame(frame, paint, paint.error),
  ];
  for (const { message: advice, place } of notes) {
    const note = `${paint.note('note:')} ${advice}`;
    if (place === undefined) lines.push(note);
    else lines.push(`${placeName(place, paint)} ${note}`, ...paintFrame(place.frame, paint, paint.note));
  }
  return lines.join('\n');
}

type Painter = (text: string) => string;

interface Paint {
  readonly place: Painter;
  readonly error: Painter;
  readonly note: Painter;
  readonly gutter: Painter;
}

function plain(text: string): string {
  return text;
}

const noPaint: Paint = { place: plain, error: plain, note: plain, gutter: plain };

/** Colours that every theme has, none of them for what is meant to be read. */
const ansiPaint: Paint = {
  place: (text) => `\x1b[1m${text}\x1b[22m`,
  error: (text) => `\x1b[1;31m${text}\x1b[22;39m`,
  note: (text) => `\x1b[1;36m${text}\x1b[22;39m`,
  gutter: (text) => `\x1b[2m${text}\x1b[22m`,
};

function placeName({ file, line, column }: DiagnosticPlace, paint: Paint): string {
  return paint.place(`${printable(file)}:${line}:${column}:`);
}

/** The lines of a frame; none of an empty one. */
function paintFrame(frame: string, paint: Paint, mark: Painter): string[] {
  if (frame === '') return [];
  return frame.split('\n').map((row) => {
    const [gutter, line] = /^ *(\d*) \|/.exec(row) ?? [''];
    const text = row.slice(gutter.length);
    return paint.gutter(gutter) + (line === '' ? text.replace(/\^+/, mark) : text);
  });
}
