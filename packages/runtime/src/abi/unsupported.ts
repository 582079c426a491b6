import { CompileError } from '../errors/compile-error.js';
import type { AsyncName } from './plan/value-plan.js';

/** For the types whose values cannot cross yet: they come with async. */
export function unsupported(name: AsyncName): CompileError {
  return new CompileError([
    { code: 'unsupported-type', message: `${name}s are not supported yet`, where: `type ${name}` },
  ]);
}
