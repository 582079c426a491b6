import { printable, WitError } from '@wit-bindgen-ts/wit-parser';
import { adviceOf, BindgenError, type BindgenProblem } from '../check/bindgen-error.js';
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
    const { problems } = error;
    return isJson
      ? escapedJson({ diagnostics: problems.map(placelessData) })
      : problems.map((problem) => placelessText(problem, isColored)).join('');
  }
  return isJson ? findingsJson(error) : findingsText(error, isColored);
}

/** What was decoded from a binary stands on no line. */
function placelessData(problem: BindgenProblem): object {
  const { code, message, where } = problem;
  const notes = adviceOf(problem).map((advice) => ({ message: advice }));
  return { code, message, where, ...(notes.length > 0 && { notes }) };
}

function placelessText(problem: BindgenProblem, isColored: boolean): string {
  const { code, where, message } = problem;
  const title = isColored ? `\u001b[1;31merror[${code}]:\u001b[22;39m` : `error[${code}]:`;
  const note = isColored ? '\u001b[1;36mnote:\u001b[22;39m' : 'note:';
  const notes = adviceOf(problem).map((advice) => `${note} ${printable(advice)}\n`);
  return [`${title} ${printable(where)}: ${printable(message)}\n`, ...notes].join('');
}
