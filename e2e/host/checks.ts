import { deepStrictEqual } from 'node:assert/strict';

/** Checks that are counted, and go on after one that fails. */
export class Checks {
  #passed = 0;
  #failed = 0;

  /** Compares what an action returns. */
  returns(what: string, action: () => unknown, expected: unknown): void {
    this.#check(what, () => deepStrictEqual(action(), expected));
  }

  /** Compares what an action throws: the payload of the error, when it is the error of a result. */
  throws(what: string, action: () => unknown, expected: unknown): void {
    this.#check(what, () => deepStrictEqual(thrownBy(action), expected));
  }

  /** Prints the counts, and sets the exit code when something failed. */
  summarise(): void {
    console.log(`\n${this.#passed} checks passed, ${this.#failed} failed`);
    if (this.#failed > 0) process.exitCode = 1;
  }

  #check(what: string, compare: () => void): void {
    try {
      compare();
      this.#passed++;
      console.log(`  ok      ${what}`);
    } catch (error) {
      this.#failed++;
      console.log(`  FAILED  ${what}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function thrownBy(action: () => unknown): unknown {
  let returned: unknown;
  try {
    returned = action();
  } catch (error) {
    if (!(error instanceof Error)) return error;
    return 'payload' in error ? error.payload : `${error.name}: ${error.message}`;
  }
  throw new Error('nothing was thrown', { cause: returned });
}
