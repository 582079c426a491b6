import type { BuiltinCanon } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType } from '../../types/core-type.js';
import { requireFeature } from '../features-check.js';
import type { Scope } from '../scope.js';

/** How many values a thread keeps for itself. */
const slots = 2;

type ContextCanon = Extract<BuiltinCanon, { readonly kind: 'context.get' | 'context.set' }>;

/** `context.get` and `context.set`: all of a component keep values of one type. */
export function contextBuiltin(
  scope: Scope,
  { kind, type, slot }: ContextCanon,
  offset: number,
): CoreFuncType {
  const kept = contextType(scope, kind, type, offset);
  if (slot >= slots) {
    const message = `\`${kind}\` has the slot ${slot}: there are ${slots}`;
    throw compileErrorAt('unknown-index', offset, message);
  }
  return kind === 'context.get'
    ? { kind: 'func', params: [], results: [kept] }
    : { kind: 'func', params: [kept], results: [] };
}

function contextType(
  scope: Scope,
  kind: ContextCanon['kind'],
  type: ContextCanon['type'],
  offset: number,
): 'i32' | 'i64' {
  if (type !== 'i32' && type !== 'i64') {
    throw compileErrorAt('core-type', offset, `\`${kind}\` has another type than \`i32\` or \`i64\``);
  }
  if (type === 'i64') requireFeature(scope.validation.features, 'memory64', offset, `\`${kind}\` of \`i64\``);
  scope.contextType ??= type;
  if (scope.contextType === type) return type;
  const message = `\`${kind}\` has the type \`${type}\`, where the component has \`${scope.contextType}\` before`;
  throw compileErrorAt('core-type', offset, message);
}
