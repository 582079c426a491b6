import type { SourceFile } from './source-map.js';
import type { Span } from './span.js';

const linesBefore = 2;
const linesAfter = 1;
/** A longer line would flood a terminal: only the part around the place is shown. */
const widestLine = 160;

/**
 * The lines around a span, numbered, with its first line underlined:
 *
 * ```text
 *   3 | interface shop {
 *   4 |   find: func(id: itme) -> string;
 *     |                  ^^^^
 *   5 | }
 * ```
 */
export function codeFrame(file: SourceFile, span: Span): string {
  const { line, column } = file.location(span.start);
  const first = Math.max(1, line - linesBefore);
  const last = Math.min(file.lineCount, line + linesAfter);
  const gutter = String(last).length + 2;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const window =
      number === line ? windowAround(file.lineText(line), column) : windowAround(file.lineText(number), 1);
    if (number !== line && isBlankEdge(window.text, number, first, last)) continue;
    rows.push(row(String(number).padStart(gutter), window.text));
    if (number === line) rows.push(row(' '.repeat(gutter), underline(window, column, span.end - span.start)));
  }
  return rows.join('\n');
}

/** A part of a line, and how many characters before it were cut off. */
interface Window {
  readonly text: string;
  readonly cut: number;
}

function windowAround(text: string, column: number): Window {
  if (text.length <= widestLine) return { text, cut: 0 };
  const start = Math.max(0, Math.min(column - 1 - widestLine / 2, text.length - widestLine));
  return { text: text.slice(start, start + widestLine), cut: start };
}

/** Blank lines at the edge of a frame say nothing. */
function isBlankEdge(text: string, number: number, first: number, last: number): boolean {
  return (number === first || number === last) && text.trim() === '';
}

function row(gutter: string, text: string): string {
  return text === '' ? `${gutter} |` : `${gutter} | ${text}`;
}

/** Tabs before the place are kept, so that the underline stands below it whatever the width of a tab. */
function underline(window: Window, column: number, length: number): string {
  const before = column - 1 - window.cut;
  const indent = window.text.slice(0, before).replace(/[^\t]/g, ' ');
  const room = Math.max(1, window.text.length - before);
  return indent.padEnd(before) + '^'.repeat(Math.max(1, Math.min(length, room)));
}
