import type { PrimitiveName, PrimitiveType, ValType } from './val-type.js';

const names: readonly PrimitiveName[] = [
  'bool',
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
  'char',
  'string',
  'error-context',
];

const primitives: ReadonlyMap<string, PrimitiveType> = new Map(names.map((kind) => [kind, { kind }]));

/** The one object that stands for a primitive type, so that what is kept by type is kept once. */
export function primitive(kind: PrimitiveName): PrimitiveType {
  return primitives.get(kind) ?? { kind };
}

export function isPrimitive(type: ValType): type is PrimitiveType {
  return primitives.has(type.kind);
}
