import type { PrimitiveType } from '../../syntax/primitive-types.js';
import type { TypeSyntax } from '../../syntax/ast-types.js';
import type { Report } from '../context.js';
import type { Type } from '../model.js';

const notMapKeys: ReadonlySet<Type> = new Set<PrimitiveType>(['f32', 'f64', 'error-context']);

/** The keys of a map are of a type whose values can be told apart. */
export function checkMapKey(
  report: Report,
  key: Type,
  syntax: TypeSyntax & { readonly kind: 'map' },
): boolean {
  if (typeof key === 'string' && !notMapKeys.has(key)) return true;
  report({
    code: 'invalid-map-key',
    message: 'the keys of a map must be a bool, an integer, a char or a string',
    span: syntax.span,
    notes: [{ message: 'the type of its keys stands here', span: syntax.key.span }],
  });
  return false;
}
