/**
 * The core values of a variant's payload in the joined ones of the variant: `f32InI64` is an f32 that is passed as an i64,
 * `f32FromI64` takes it out again.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lowering
 */
export {
  f32FromI32,
  f32FromI64,
  f32InI32,
  f32InI64,
  f64FromI64,
  f64InI64,
  i32FromI64,
  i32InI64,
} from '../../abi/coercion.js';
