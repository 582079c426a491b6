import { printable, WitError } from '@wit-bindgen-ts/wit-parser';
import { BindgenError } from '../check/bindgen-error.js';
import { escapedJson, findingsJson, findingsText, type DiagnosticFormat } from './diagnostic-output.js';
import { InvalidBinary, invalidBinaryJson, invalidBinaryText } from './invalid-binary.js';

/** What can be wrong with what a command was given. */
export type InputError = WitError | BindgenError | InvalidBinary;

export function isInputError(error: unknown): error is InputError {
  return error instanceof WitError || error instanceof BindgenError || error instanceof InvalidBinary;
}

export function problemsText(error: InputError, format: DiagnosticFormat, isColored: boolean): string {
  const isJson = format === 'json';
  if (error instanceof InvalidBinary)
    return isJson ? invalidBinaryJson(error) : invalidBinaryText(error, isColored);
  if (error instanceof BindgenError && error.diagnostics.length === 0) {
    const problems = error.problems.map(({ code, message, where }) => ({ code, message, where }));
    return isJson ? escapedJson({ diagnostics: problems }) : problems.map(placelessText(isColored)).join('');
  }
  return isJson ? findingsJson(error) : findingsText(error, isColored);
}

/** What was decoded from a binary stands on no line. */
function placelessText(isColored: boolean) {
  return ({ code, where, message }: { code: string; where: string; message: string }): string => {
    const title = isColored ? `\u001b[1;31merror[${code}]:\u001b[22;39m` : `error[${code}]:`;
    return `${title} ${printable(where)}: ${printable(message)}\n`;
  };
}
