import type { BuiltinCanon } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType } from '../../types/core-type.js';
import type { AsyncValueType } from '../../types/val-type.js';
import type { Scope } from '../scope.js';
import { resolveValType } from '../types/value-types.js';
import { canonOptions } from './canon-options.js';
import { hasPointers, refuseOptions, requireOption } from './required-options.js';

type StreamCanon = Extract<BuiltinCanon, { readonly kind: `${'stream' | 'future'}.${string}` }>;
type CopyCanon = Extract<StreamCanon, { readonly options: unknown }>;

/** The built-ins of streams, and those of futures, which are the same but for the number of values. */
export function streamBuiltin(scope: Scope, canon: StreamCanon, offset: number): CoreFuncType {
  const type = asyncValueType(scope, canon, offset);
  switch (canon.kind) {
    case 'stream.new':
    case 'future.new':
      return { kind: 'func', params: [], results: ['i64'] };
    case 'stream.read':
    case 'stream.write':
    case 'future.read':
    case 'future.write':
      return copyType(scope, type, canon, offset);
    case 'stream.cancel-read':
    case 'stream.cancel-write':
    case 'future.cancel-read':
    case 'future.cancel-write':
      return { kind: 'func', params: ['i32'], results: ['i32'] };
    default:
      return { kind: 'func', params: ['i32'], results: [] };
  }
}

/** Reads and writes copy values to and from memory: what is in memory of those that are read takes room there. */
function copyType(
  scope: Scope,
  { kind, element }: AsyncValueType,
  canon: CopyCanon,
  offset: number,
): CoreFuncType {
  const options = canonOptions(scope, canon.options, offset);
  refuseOptions(options, ['callback', 'post-return'], `\`${canon.kind}\``, offset);
  if (element !== undefined) requireOption(options, 'memory', offset);
  const isRead = canon.kind === 'stream.read' || canon.kind === 'future.read';
  if (isRead && hasPointers(element)) requireOption(options, 'realloc', offset);
  const { address } = options;
  return kind === 'stream'
    ? { kind: 'func', params: ['i32', address, address], results: [address] }
    : { kind: 'func', params: ['i32', address], results: ['i32'] };
}

function asyncValueType(scope: Scope, { kind, type: index }: StreamCanon, offset: number): AsyncValueType {
  const expected = kind.startsWith('stream.') ? 'stream' : 'future';
  const type = resolveValType(scope, index, offset);
  if (type.kind === expected) return type;
  const code = `not-a-${expected}-type`;
  throw compileErrorAt(code, offset, `\`${kind}\` is for ${expected}s: type ${index} is not that of one`);
}
