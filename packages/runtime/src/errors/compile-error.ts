import { describeProblems, type Problem } from './problem.js';

/** A binary is not a component that this runtime can run. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems('cannot compile the component', problems));
    this.problems = problems;
  }
}

/** A `CompileError` for one thing at a byte offset of the binary. */
export function compileErrorAt(code: string, offset: number, message: string): CompileError {
  return new CompileError([{ code, message, where: `0x${offset.toString(16)}` }]);
}
