import type { CoreType } from '../flatten.js';

/** A payload's core type, and the joined one of its variant that has room for it. */
export type CoercionName = 'f32-in-i32' | 'i32-in-i64' | 'f32-in-i64' | 'f64-in-i64';

/**
 * How a payload's core value stands in the joined one of its variant; `undefined` where they are the same.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting
 */
export function coercionName(payload: CoreType, joined: CoreType): CoercionName | undefined {
  switch (`${payload} in ${joined}`) {
    case 'f32 in i32':
      return 'f32-in-i32';
    case 'i32 in i64':
      return 'i32-in-i64';
    case 'f32 in i64':
      return 'f32-in-i64';
    case 'f64 in i64':
      return 'f64-in-i64';
    default:
      return undefined;
  }
}
