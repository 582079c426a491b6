/**
 * What generated code imports at run time, and all that it does. A change that older generated code could not bear
 * makes a `v2` beside it.
 *
 * @packageDocumentation
 */
export * from './types.js';
export { checkExports, defineImports, instantiatePre, type ExportLookup } from './linking.js';
export { Guest } from './guest.js';
export { ResourceHandle } from '../../call/resource-handle.js';
export { Linker } from '../../embedding/linker.js';
export { ComponentError } from '../../errors/component-error.js';
export type { Component } from '../../component/component.js';
export type { ComponentExportIndex } from '../../component/export-index.js';
export type { Instance } from '../../instantiate/instance.js';
export type { InstancePre } from '../../instantiate/instance-pre.js';
