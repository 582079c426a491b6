import { CompileError, LinkError, Trap, type Problem } from '@wit-bindgen-ts/runtime';

/** Thrown out of a directive that cannot be judged. */
export class Skipped extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** What was thrown, in a line with its codes: `LinkError [import-missing]: f: nothing is defined …`. */
export function describeThrown(thrown: unknown): string {
  if (!isError(thrown)) return inALine(String(thrown));
  if (thrown.name === 'Error') return inALine(thrown.message);
  const codes = codesOf(thrown);
  return `${thrown.name}${codes.length > 0 ? ` [${codes.join(', ')}]` : ''}: ${messageOf(thrown)}`;
}

/** The first problem stands for all. */
function messageOf(error: Error): string {
  const [first, ...others] = problemsOf(error);
  if (first === undefined) return inALine(error.message);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${inALine(`${first.where}: ${first.message}`)}${more}`;
}

function inALine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** The codes of the problems that an error of the runtime lists, or of a trap. */
export function codesOf(error: Error): readonly string[] {
  if (error instanceof Trap) return [error.code];
  return [...new Set(problemsOf(error).map(({ code }) => code))];
}

function problemsOf(error: Error): readonly Problem[] {
  return error instanceof CompileError || error instanceof LinkError ? error.problems : [];
}

/**
 * The error of a class that an action is expected to throw.
 *
 * @throws what else it throws; an Error that tells what it returned where it throws nothing
 */
export async function expectThrown<E extends Error>(
  action: () => string | Promise<string>,
  errorClass: abstract new (...args: never) => E,
): Promise<E> {
  let done: string;
  try {
    done = await action();
  } catch (error) {
    if (error instanceof errorClass) return error;
    throw error;
  }
  throw new Error(`${done}, expected a ${errorClass.name}`);
}

/** Also one of another realm, where `instanceof` is false. */
function isError(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}
