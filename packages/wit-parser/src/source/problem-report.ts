import { createDiagnostic, WitError } from './diagnostic.js';
import type { Problem } from './diagnostic.js';
import type { SourceMap } from './source-map.js';

/** A hostile file could have an error in each of its bytes; nobody reads more than this. */
const mostDiagnostics = 50;

/** Gathers problems, so that one error can tell several of them. */
export class ProblemReport {
  readonly #sources: SourceMap;
  readonly #problems: Problem[] = [];

  constructor(sources: SourceMap) {
    this.#sources = sources;
  }

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** @throws WitError when there is a problem, with all of them in the order of their places, and diagnostics of the first. */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const sorted = this.#problems.sort((a, b) => a.span.file - b.span.file || a.span.start - b.span.start);
    const shown = sorted.slice(0, mostDiagnostics);
    throw new WitError(
      shown.map((problem) => createDiagnostic(this.#sources, problem)),
      sorted.length - shown.length,
    );
  }
}
