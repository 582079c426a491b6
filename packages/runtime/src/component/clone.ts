import { CompileError } from '../errors/compile-error.js';
import type { Plan } from '../plan/plan.js';

/** The version of plans that this runtime makes and runs. */
export const planVersion: Plan['version'] = 2;

/** A component as `postMessage` can send it: plain data, and modules that need no compiling again. */
export interface ComponentClone {
  readonly plan: Plan;
  readonly modules: readonly WebAssembly.Module[];
}

/**
 * @throws {CompileError} if another version of this runtime made the clone.
 * @throws {TypeError} if this is no clone.
 */
export function checkPlan(clone: ComponentClone): void {
  if (!isClone(clone)) throw new TypeError('this is no clone of a component');
  const version: unknown = clone.plan.version;
  if (version === planVersion) return;
  const message = `the clone has version ${String(version)}, and this runtime runs version ${planVersion}: clone the component with this version of the runtime`;
  throw new CompileError([{ code: 'plan-version', where: 'plan', message }]);
}

function isClone(clone: unknown): boolean {
  return (
    isObject(clone) &&
    'plan' in clone &&
    isObject(clone.plan) &&
    'modules' in clone &&
    Array.isArray(clone.modules)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
