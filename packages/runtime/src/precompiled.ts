/**
 * Links, instantiates and calls components that were compiled before: `Component.deserialize` takes what `serialize`
 * gave. There is no decoder and no validator here, so that a bundle does not have them either.
 *
 * @packageDocumentation
 */
export { Component, type ComponentExport } from './component/component.js';
export * from './running.js';
