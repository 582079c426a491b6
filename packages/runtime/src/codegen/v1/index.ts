/**
 * What generated code imports at run time, and all that it does. A change that older generated code could not bear
 * makes a `v2` beside it.
 *
 * @packageDocumentation
 */
export * from './types.js';
export * from './scalar-checks.js';
export * from './lift-scalars.js';
export * from './lower-scalars.js';
export * from './coercions.js';
export * from './strings.js';
export * from './integer-lists.js';
export * from './wide-number-lists.js';
export * from './lists.js';
export * from './variants.js';
export * from './flags.js';
export * from './handles.js';
export * from './results.js';
export * from './async-types.js';
export {
  checkExports,
  defineImports,
  instantiatePre,
  type ExportLookup,
  type ImportOptions,
  type Lowerings,
} from './linking.js';
export { Guest, type GuestOptions } from './guest.js';
export type { LiftLowerContext } from './lift-lower-context.js';
export type { AnyFunction, CoreFunction, LiftedFunction } from './lifted-function.js';
export type { LoweredFunction } from './lowered-function.js';
export { ResourceHandle } from '../../call/resource-handle.js';
export { Linker } from '../../embedding/linker.js';
export { changedValue } from '../../abi/lower/lowerer.js';
export { ComponentError } from '../../errors/component-error.js';
export type { Component } from '../../component/component.js';
export type { ComponentExportIndex } from '../../component/export-index.js';
export type { Instance } from '../../instantiate/instance.js';
export type { InstancePre } from '../../instantiate/instance-pre.js';
export type * from './descriptor-types.js';
