import { displayWidth, printable } from './printable.js';
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
 *
 * Characters that a terminal would not show as they are stand there escaped. Of an empty file there is nothing to show.
 */
export function codeFrame(file: SourceFile, span: Span): string {
  if (file.text === '') return '';
  const { line, column } = file.location(span.start);
  const first = Math.max(1, line - linesBefore);
  const last = Math.min(file.lineCount, line + linesAfter);
  const gutter = String(last).length + 2;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const window = windowAround(file.lineText(number), number === line ? column : 1);
    if (number !== line && isBlankEdge(window.text, number, first, last)) continue;
    rows.push(row(String(number).padStart(gutter), printable(window.text)));
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
  const left = Math.max(0, Math.min(column - 1 - widestLine / 2, text.length - widestLine));
  const start = isInsidePair(text, left) ? left + 1 : left;
  const right = left + widestLine;
  return { text: text.slice(start, isInsidePair(text, right) ? right - 1 : right), cut: start };
}

/** Whether the two halves of one character stand before and after an offset. */
function isInsidePair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Blank lines at the edge of a frame say nothing. */
function isBlankEdge(text: string, number: number, first: number, last: number): boolean {
  return (number === first || number === last) && text.trim() === '';
}

function row(gutter: string, text: string): string {
  return text === '' ? `${gutter} |` : `${gutter} | ${text}`;
}

/** Tabs before the place are kept, so that the underline stands below it whatever the width of a tab. */
function underline({ text, cut }: Window, column: number, length: number): string {
  const at = column - 1 - cut;
  const indent = printable(text.slice(0, at)).split('\t').map(blank).join('\t');
  const width = displayWidth(printable(text.slice(at, at + length)));
  return indent + '^'.repeat(Math.max(1, width));
}

function blank(text: string): string {
  return ' '.repeat(displayWidth(text));
}
