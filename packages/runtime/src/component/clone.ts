import { CompileError } from '../errors/compile-error.js';
import type { Plan } from '../plan/plan.js';

/** The version of plans that this runtime makes and runs. */
export const planVersion: Plan['version'] = 2;

/** A component as `postMessage` can send it: plain data, and modules that need no compiling again. */
export interface ComponentClone {
  readonly plan: Plan;
  readonly modules: readonly WebAssembly.Module[];
}

/** @throws {CompileError} if another version of this runtime made the clone. */
export function checkPlan({ plan }: ComponentClone): void {
  const version: number = plan.version;
  if (version === planVersion) return;
  const message = `the clone has version ${version}, and this runtime runs version ${planVersion}: clone the component with this version of the runtime`;
  throw new CompileError([{ code: 'plan-version', where: 'plan', message }]);
}
