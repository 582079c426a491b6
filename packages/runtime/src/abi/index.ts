/**
 * How the values of each type cross between core WebAssembly and JavaScript, for generators of bindings. No part of the
 * interface for hosts: it changes with the runtime.
 *
 * @packageDocumentation
 */
export type { CoreType } from './flatten.js';
export type { CoercionName } from './plan/coercion-name.js';
export { functionPlanOf } from './plan/function-plan.js';
export type * from './plan/function-plan.js';
export { valuePlanOf } from './plan/value-plan-of.js';
export type * from './plan/value-plan.js';
export type * from '../types/item-type.js';
export type * from '../types/val-type.js';
