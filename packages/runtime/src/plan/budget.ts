import { compileErrorAt } from '../errors/compile-error.js';

/**
 * Components and modules can be instantiated over and over, and instances bundled in each other, which multiplies: this
 * bounds what that comes to.
 */
const limits = {
  instances: { limit: 1_000, code: 'too-many-instances', what: 'instances' },
  exports: { limit: 100_000, code: 'too-many-exports', what: 'exports, those of exported instances counted' },
  definitions: {
    limit: 1_000_000,
    code: 'too-many-definitions',
    what: 'definitions once all is instantiated',
  },
} as const;

/** Counts what a plan comes to while it is made. */
export class Budget {
  readonly #spent = { instances: 0, exports: 0, definitions: 0 };

  /** @throws {CompileError} if that is too much. */
  spend(kind: keyof typeof limits, count: number, offset: number): void {
    this.#spent[kind] += count;
    const { limit, code, what } = limits[kind];
    if (this.#spent[kind] <= limit) return;
    throw compileErrorAt(code, offset, `the component comes to more than ${limit} ${what}`);
  }
}
