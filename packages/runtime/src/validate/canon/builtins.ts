import type { BuiltinCanon } from '../../binary/definitions.js';
import type { CoreFuncType } from '../../types/core-type.js';
import type { Scope } from '../scope.js';
import { requireBuiltin } from './builtin-features.js';
import { contextBuiltin } from './context-builtins.js';
import { errorContextBuiltin } from './error-context-builtins.js';
import { fixedBuiltin } from './fixed-builtins.js';
import { memoryAddress } from './memory-option.js';
import { streamBuiltin } from './stream-builtins.js';
import { taskReturn } from './task-return.js';
import { availableParallelism, newIndirect, spawnIndirect, spawnRef } from './thread-builtins.js';

/** The type of the core function that a built-in is. */
export function builtinType(scope: Scope, canon: BuiltinCanon, offset: number): CoreFuncType {
  requireBuiltin(scope, canon, offset);
  switch (canon.kind) {
    case 'task.return':
      return taskReturn(scope, canon, offset);
    case 'context.get':
    case 'context.set':
      return contextBuiltin(scope, canon, offset);
    case 'waitable-set.wait':
    case 'waitable-set.poll': {
      const address = memoryAddress(scope, canon.memory, offset);
      return { kind: 'func', params: ['i32', address], results: ['i32'] };
    }
    case 'error-context.new':
    case 'error-context.debug-message':
      return errorContextBuiltin(scope, canon, offset);
    case 'thread.new-indirect':
      return newIndirect(scope, canon, offset);
    case 'thread.spawn-ref':
      return spawnRef(scope, canon, offset);
    case 'thread.spawn-indirect':
      return spawnIndirect(scope, canon, offset);
    case 'thread.available-parallelism':
      return availableParallelism(scope, canon, offset);
    case 'stream.new':
    case 'stream.read':
    case 'stream.write':
    case 'stream.cancel-read':
    case 'stream.cancel-write':
    case 'stream.drop-readable':
    case 'stream.drop-writable':
    case 'future.new':
    case 'future.read':
    case 'future.write':
    case 'future.cancel-read':
    case 'future.cancel-write':
    case 'future.drop-readable':
    case 'future.drop-writable':
      return streamBuiltin(scope, canon, offset);
    default:
      return fixedBuiltin(canon);
  }
}
