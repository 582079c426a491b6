/** The types that WIT has words of its own for, in the order in which messages list them. */
export const primitiveTypes = [
  'bool',
  'u8',
  'u16',
  'u32',
  'u64',
  's8',
  's16',
  's32',
  's64',
  'f32',
  'f64',
  'char',
  'string',
  'error-context',
] as const;

export type PrimitiveType = (typeof primitiveTypes)[number];
