/**
 * Loads, links, instantiates and calls WebAssembly components in any JavaScript engine.
 *
 * @packageDocumentation
 */
export { Component, type ComponentExport } from './component/component.js';
export { ComponentExportIndex } from './component/export-index.js';
export type { ComponentBytes, ComponentSource } from './component/source-bytes.js';
export { Linker, type LinkerOptions } from './embedding/linker.js';
export type { ImportObject, LinkerInstance } from './link/linker-instance.js';
export type { HostResource } from './link/host-items.js';
export { InstancePre } from './instantiate/instance-pre.js';
export { Instance } from './instantiate/instance.js';
export { Func } from './call/func.js';
export { CompileError } from './errors/compile-error.js';
export { ComponentError } from './errors/component-error.js';
export { LinkError } from './errors/link-error.js';
export type { Problem } from './errors/problem.js';
export { Trap, type TrapCode } from './errors/trap.js';
export type * from './types/item-type.js';
export type * from './types/val-type.js';
