import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Diagnostic } from '@wit-bindgen-ts/wit-parser';

/** A place as wasm-tools prints it. Its columns count the bytes of a line, from 1. */
export interface ExpectedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The first place that a `.wit.result` names, beside an arrow, in a list or before the message; some name none. */
export function expectedPlace(result: string): ExpectedPlace | undefined {
  const match = /(\S+\.wit):(\d+):(\d+)/.exec(result);
  if (match === null) return undefined;
  const [, path = '', line, column] = match;
  return { path: path.replaceAll('\\', '/'), line: Number(line), column: Number(column) };
}

/** The place of a diagnostic in the same terms. Its path starts at the folder of the cases. */
export function placeOf({ file, line, column }: Diagnostic, folder: string): ExpectedPlace {
  return {
    path: relative(folder, file).replaceAll('\\', '/'),
    line,
    column: byteColumn(file, line, column),
  };
}

export function isSamePlace(expected: ExpectedPlace, found: ExpectedPlace): boolean {
  return isSameFile(expected, found) && lineAndColumn(expected) === lineAndColumn(found);
}

/** The file is told where it is another one than that which was found. */
export function formatExpected(expected: ExpectedPlace, found: ExpectedPlace): string {
  const place = lineAndColumn(expected);
  return isSameFile(expected, found) ? place : `${expected.path}:${place}`;
}

export function lineAndColumn({ line, column }: ExpectedPlace): string {
  return `${line}:${column}`;
}

/** The expected path starts wherever the results were made: `tests/ui/parse-fail/bad-function.wit`. */
function isSameFile(expected: ExpectedPlace, found: ExpectedPlace): boolean {
  return expected.path === found.path || expected.path.endsWith(`/${found.path}`);
}

/** Ours count UTF-16 code units. What has no text, such as a folder, has its problems in the first column. */
function byteColumn(file: string, line: number, column: number): number {
  if (column === 1) return 1;
  const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
  return Buffer.byteLength(text.slice(0, column - 1)) + 1;
}
