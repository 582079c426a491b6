import { describeProblems, type Problem } from './problem.js';

/** A component does not fit what it is linked with, or what generated code expects of it. Lists every misfit. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems('cannot link the component', problems));
    this.problems = problems;
  }
}
