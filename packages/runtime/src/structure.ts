/**
 * What a component is made of, for tools that show it: its definitions, their types, and the plan of its instantiation.
 * No part of the interface for hosts: it changes with the runtime.
 *
 * @packageDocumentation
 */
export { decode } from './binary/decode.js';
export type * from './binary/core-definitions.js';
export type * from './binary/definitions.js';
export { CompileError } from './errors/compile-error.js';
export type { Problem } from './errors/problem.js';
export { makePlan, type PlannedComponent } from './plan/make-plan.js';
export type {
  CoreDef,
  ExportEntry,
  ImportEntry,
  Initializer,
  ItemRef,
  ModuleRef,
  NamedRef,
  Plan,
} from './plan/plan.js';
export type * from './types/core-type.js';
export type * from './types/item-type.js';
export { copiedFrom, typeNamed, type NameableType } from './types/named-type.js';
export { exportedResourceName, resourceNameOf, type ResourceName } from './types/resource-name.js';
export type * from './types/val-type.js';
export { defaultFeatures, type FeatureName, type Features } from './validate/features.js';
export type {
  NamedItem,
  ValidComponent,
  ValidDefinition,
  ValidInstanceExpression,
  ValidItem,
} from './validate/valid-component.js';
export { validate } from './validate/validate.js';
