/// <reference lib="esnext.disposable" preserve="true" />
import { disposeSymbol } from './resource-handle.js';

/**
 * The result of a call that has not run post-return: what lies in the guest's memory is still there. Until `postReturn` or
 * disposal the instance cannot be entered.
 */
export interface Deferred<T = unknown> extends Disposable {
  /**
   * The result. Lists of numbers in it, however deep, are typed arrays that look at the guest's memory: they are good until
   * `postReturn`, after which the guest puts other things there. All else is a copy, and good for ever.
   */
  readonly value: T;
  /**
   * Lets the guest free what the result lay in, and be entered again.
   *
   * @throws {TypeError} if it was called before.
   * @throws {Trap} if the guest traps.
   */
  postReturn(): void;
}

/** Post-return runs once: by `postReturn`, for which a second time is a mistake, or by disposal, which then does nothing. */
export class DeferredResult implements Deferred {
  readonly value: unknown;
  readonly #name: string;
  #finish: (() => void) | undefined;

  /** @param name - the function's name, for messages */
  constructor(value: unknown, name: string, finish: () => void) {
    this.value = value;
    this.#name = name;
    this.#finish = finish;
  }

  postReturn(): void {
    if (this.#finish === undefined) throw new TypeError(`${this.#name}: postReturn() was called before`);
    this[disposeSymbol]();
  }

  [disposeSymbol](): void {
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.();
  }
}
