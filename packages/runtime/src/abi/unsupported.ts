import { CompileError } from '../errors/compile-error.js';

/** For the types whose values cannot cross yet: they come with async. */
export function unsupported(kind: 'error-context' | 'stream' | 'future'): CompileError {
  return new CompileError([
    { code: 'unsupported-type', message: `${kind}s are not supported yet`, where: `type ${kind}` },
  ]);
}
