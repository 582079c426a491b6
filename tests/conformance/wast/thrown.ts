import { CompileError, LinkError, Trap } from '@wit-bindgen-ts/runtime';

/** Thrown out of a directive that cannot be judged. */
export class Skipped extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** What was thrown, with its codes: `LinkError [import-missing]: cannot link …`. */
export function describeThrown(thrown: unknown): string {
  if (!isError(thrown)) return String(thrown);
  if (thrown.name === 'Error') return thrown.message;
  const codes = codesOf(thrown);
  return `${thrown.name}${codes.length > 0 ? ` [${codes.join(', ')}]` : ''}: ${thrown.message}`;
}

/** The codes of the problems that an error of the runtime lists, or of a trap. */
export function codesOf(error: Error): readonly string[] {
  if (error instanceof CompileError || error instanceof LinkError)
    return [...new Set(error.problems.map(({ code }) => code))];
  return error instanceof Trap ? [error.code] : [];
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
