import { format } from 'prettier';
import { formatOptions } from '../../../packages/bindgen/src/emit/source-file.js';
import type { OutputProblem } from './check-output.js';

interface File {
  readonly path: string;
  readonly text: string;
}

/** The files that prettier would change, with the parser that it takes for `.ts` files. */
export async function findUnformatted(files: readonly File[]): Promise<readonly OutputProblem[]> {
  const problems: OutputProblem[] = [];
  for (const { path, text } of files) {
    const formatted = await format(text, { ...formatOptions, parser: 'typescript' }).catch(messageOf);
    if (formatted !== text) problems.push({ path, message: firstDifference(text, formatted) });
  }
  return problems;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstDifference(text: string, formatted: string): string {
  const lines = text.split('\n');
  const wanted = formatted.split('\n');
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  return `${at + 1}:1: prettier writes \`${wanted[at] ?? ''}\`, this is \`${lines[at] ?? ''}\``;
}
