import type { ValTypeRef } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import { primitive } from '../../types/primitives.js';
import type { ValType } from '../../types/val-type.js';
import type { Scope } from '../scope.js';

/** The value type that a canonical definition names. */
export function valTypeOf(scope: Scope, ref: ValTypeRef, offset: number): ValType {
  if (typeof ref === 'string') return primitive(ref);
  const item = scope.types.get(ref, offset);
  if (item.kind === 'type') {
    const { type } = item;
    if (type.kind !== 'func' && type.kind !== 'instance' && type.kind !== 'component') return type;
  }
  throw compileErrorAt('not-a-value-type', offset, `type ${ref} is not that of values`);
}
