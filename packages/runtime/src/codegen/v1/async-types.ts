/** What the values of asynchronous types will look like. None of them can cross yet. */

/** A `stream<T>` that is read. */
export interface StreamReader<T> {
  [Symbol.asyncIterator](): AsyncIterator<T>;
}

/** A `future<T>` that is read: it can be awaited. */
export type FutureReader<T> = PromiseLike<T>;

/** An `error-context`. */
export interface ErrorContext {
  readonly debugMessage: string;
}

/** A function that gives a promise of what another one returns, or throws. */
export function promised<A extends unknown[], T>(call: (...args: A) => T): (...args: A) => Promise<T> {
  return (...args) => new Promise((resolve) => resolve(call(...args)));
}
