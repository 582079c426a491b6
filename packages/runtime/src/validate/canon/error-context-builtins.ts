import type { BuiltinCanon } from '../../binary/definitions.js';
import type { CoreFuncType } from '../../types/core-type.js';
import type { Scope } from '../scope.js';
import { canonOptions } from './canon-options.js';
import { refuseOptions, requireOption } from './required-options.js';

type ErrorContextCanon = Extract<
  BuiltinCanon,
  { readonly kind: 'error-context.new' | 'error-context.debug-message' }
>;

/** `error-context.new` reads a message from memory, `error-context.debug-message` takes room for one. */
export function errorContextBuiltin(scope: Scope, canon: ErrorContextCanon, offset: number): CoreFuncType {
  const options = canonOptions(scope, canon.options, offset);
  refuseOptions(options, ['async', 'callback', 'post-return'], `\`${canon.kind}\``, offset);
  const isNew = canon.kind === 'error-context.new';
  requireOption(options, isNew ? 'memory' : 'realloc', offset);
  const { address } = options;
  return isNew
    ? { kind: 'func', params: [address, address], results: ['i32'] }
    : { kind: 'func', params: ['i32', address], results: [] };
}
