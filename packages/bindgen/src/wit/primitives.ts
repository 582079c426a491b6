import type { PrimitiveType, Type } from '@wit-bindgen-ts/wit-parser';

/** The numeric types, whose lists are typed arrays. */
export type NumericPrimitive = Exclude<PrimitiveType, 'bool' | 'char' | 'string' | 'error-context'>;

const numericPrimitives: ReadonlySet<Type> = new Set<NumericPrimitive>([
  's8',
  'u8',
  's16',
  'u16',
  's32',
  'u32',
  's64',
  'u64',
  'f32',
  'f64',
]);

export function isNumeric(type: Type): type is NumericPrimitive {
  return numericPrimitives.has(type);
}
