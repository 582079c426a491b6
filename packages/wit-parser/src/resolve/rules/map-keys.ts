import type { TypeSyntax } from '../../syntax/ast-types.js';
import type { PrimitiveType } from '../../syntax/primitive-types.js';
import type { PackageContext } from '../context.js';
import type { Type } from '../model.js';

const notMapKeys: ReadonlySet<Type> = new Set<PrimitiveType>(['f32', 'f64', 'error-context']);

/** A map has keys of a primitive type that is compared exactly. Another name for such a type will not do. */
export function checkMapKey(
  { report }: PackageContext,
  key: Type,
  { span, key: keySyntax }: TypeSyntax & { kind: 'map' },
): boolean {
  if (typeof key === 'string' && !notMapKeys.has(key)) return true;
  report({
    code: 'invalid-map-key',
    message: 'the keys of a map must be a bool, an integer, a char or a string',
    span,
    notes: [{ message: 'the keys have this type', span: keySyntax.span }],
  });
  return false;
}
