/**
 * Loads, links, instantiates and calls WebAssembly components in any JavaScript engine.
 *
 * @packageDocumentation
 */
export { Component, type CompileOptions } from './component/compile.js';
export type { ComponentExport } from './component/component.js';
export type { ComponentSource } from './component/source-bytes.js';
export type { FeatureName, Features } from './validate/features.js';
export * from './running.js';
