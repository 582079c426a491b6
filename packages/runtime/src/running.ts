/** What is needed to link, instantiate and call a component, however it was made. */
export type { ComponentClone } from './component/clone.js';
export { ComponentExportIndex } from './component/export-index.js';
export type { ComponentBytes } from './component/source-bytes.js';
export { Linker, type LinkerOptions } from './embedding/linker.js';
export type { ComponentProvider } from './link/definition.js';
export type { ImportObject, LinkerInstance } from './link/linker-instance.js';
export type { HostResource } from './call/host-items.js';
export { InstancePre } from './instantiate/instance-pre.js';
export { Instance } from './instantiate/instance.js';
export { Func } from './call/func.js';
export { CompileError } from './errors/compile-error.js';
export { ComponentError } from './errors/component-error.js';
export { LinkError } from './errors/link-error.js';
export type { Problem } from './errors/problem.js';
export { Trap, type TrapCode } from './errors/trap.js';
export type * from './types/core-type.js';
export type * from './types/item-type.js';
export type * from './types/val-type.js';
