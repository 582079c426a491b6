import type { Span } from '@wit-bindgen-ts/wit-parser';

export type BindgenProblemCode = 'async-unsupported' | 'name-invalid' | 'member-collision';

/** One reason why no bindings can be generated. */
export interface BindgenProblem {
  /** Stable from release to release. */
  readonly code: BindgenProblemCode;
  /** One sentence, without the place. */
  readonly message: string;
  /** The item in WIT: `example:shop/inventory@1.2.0 › find`. */
  readonly where: string;
  readonly span: Span;
  /** `shop.wit:12:3`, where the sources are known. */
  readonly place?: string;
}

/** Thrown for WIT that is valid, but that no bindings can be generated for. Lists every problem. */
export class BindgenError extends Error {
  override readonly name = 'BindgenError';
  /** Never empty. */
  readonly problems: readonly BindgenProblem[];

  constructor(world: string, problems: readonly BindgenProblem[]) {
    super([`cannot generate bindings for the world \`${world}\`:`, ...problems.map(describe)].join('\n'));
    this.problems = problems;
  }
}

function describe({ place, where, message }: BindgenProblem): string {
  return `- ${place === undefined ? '' : `${place}: `}${where}: ${message}`;
}
