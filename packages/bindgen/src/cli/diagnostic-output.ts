import { formatDiagnostic, type Diagnostic } from '@wit-bindgen-ts/wit-parser';

export type DiagnosticFormat = 'text' | 'json';

/** What is wrong with WIT. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic<string>[];
  /** How many more errors there are, for which no diagnostics were made. */
  readonly omitted: number;
}

export const noFindings: Findings = { diagnostics: [], omitted: 0 };

/** The diagnostics with blank lines between them, and a line that counts them. */
export function findingsText({ diagnostics, omitted }: Findings, color: boolean): string {
  const texts = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, { color })}\n`);
  const total = diagnostics.length + omitted;
  const count = `${total} ${total === 1 ? 'error' : 'errors'}`;
  return [...texts, omitted > 0 ? `${count}, and only the first are shown\n` : `${count}\n`].join('\n');
}

/** One object. `omitted` is there only where there are more errors than diagnostics. */
export function findingsJson({ diagnostics, omitted }: Findings): string {
  const data = { diagnostics, ...(omitted > 0 && { omitted }) };
  return escapedJson(data);
}

/** Data as JSON that a terminal can show. */
export function escapedJson(data: object): string {
  return `${JSON.stringify(data, undefined, 2).replace(unprintable, escape)}\n`;
}

/** JSON allows these as they are; a terminal need not. */
const unprintable = /[^\P{C}\n]|\p{Zl}|\p{Zp}/gu;

function escape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
