import type { Problem } from '@wit-bindgen-ts/runtime/structure';
import { printable } from '@wit-bindgen-ts/wit-parser';
import { escapedJson } from './diagnostic-output.js';

/** Thrown for a file that is WebAssembly, and no valid component. */
export class InvalidBinary extends Error {
  override readonly name = 'InvalidBinary';
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[]) {
    super(`${path}: this is no valid component`);
    this.path = path;
    this.problems = problems;
  }
}

/** A line for each reason: `path:0x1f: error[code]: message`. */
export function invalidBinaryText({ path, problems }: InvalidBinary, isColored: boolean): string {
  const lines = problems.map(({ where, code, message }) => {
    const place = `${printable(path)}:${where}:`;
    const title = `error[${code}]:`;
    const shown = message.split('\n').map(printable).join('\n');
    return isColored
      ? `\u001b[1m${place}\u001b[22m \u001b[1;31m${title}\u001b[22;39m ${shown}\n`
      : `${place} ${title} ${shown}\n`;
  });
  return lines.join('');
}

export function invalidBinaryJson({ path, problems }: InvalidBinary): string {
  return escapedJson({ diagnostics: problems.map((problem) => ({ ...problem, file: path })) });
}
