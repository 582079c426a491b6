import type { CoreType } from '@wit-bindgen-ts/runtime/abi';

/** How core values look in JavaScript. */
export const coreTypes: Readonly<Record<CoreType, string>> = {
  i32: 'number',
  i64: 'bigint',
  f32: 'number',
  f64: 'number',
};
