import { ComponentError } from '../../errors/component-error.js';

/** `void`, of which `undefined` is a part. */
type Nothing = ReturnType<() => void>;

/** The `ok` case of a `result`. It has a payload, where the type has one. */
export type Ok<T> = [T] extends [Nothing] ? { tag: 'ok' } : { tag: 'ok'; val: T };

/** The `err` case of a `result`. */
export type Err<E> = [E] extends [Nothing] ? { tag: 'err' } : { tag: 'err'; val: E };

/** A `result` as a value. `void` stands for a case without a payload. */
export type Result<T, E> = Ok<T> | Err<E>;

/** A `result` of any types. */
export interface TaggedResult {
  readonly tag: 'ok' | 'err';
  readonly val?: unknown;
}

/** The payload of the `ok` case of a `result`; `void` where it has none. */
export type OkOf<R> = R extends { readonly tag: 'ok'; readonly val: infer T }
  ? T
  : R extends { readonly tag: 'ok' }
    ? Nothing
    : never;

/**
 * The payload of `ok`.
 *
 * @throws {ComponentError} with the payload of `err`.
 */
export function unwrap<R extends TaggedResult>(result: R): OkOf<R> {
  if (result.tag === 'err') throw new ComponentError(result.val);
  return result.val as OkOf<R>;
}
