import type { CoreFunction } from '../call/call-context.js';
import type { ErrStyle, HostFunction, HostResourceType } from '../call/host-items.js';
import type { LoweredImport } from '../call/lowered-function.js';
import type { RuntimeResource } from '../call/runtime-resource.js';
import type { Component } from '../component/component.js';
import type { InstancePre } from '../instantiate/instance-pre.js';
import type { Instance } from '../instantiate/instance.js';
import type { FuncType, InstanceType } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { LinkerInstance } from './linker-instance.js';

/** What a name stands for in a linker. A `type` is what whoever defined it expects the component to import. */
export type Definition =
  | {
      readonly kind: 'func';
      readonly func: HostFunction;
      readonly type: FuncType | undefined;
      readonly binding: FunctionBinding;
    }
  | {
      readonly kind: 'resource';
      readonly resource: HostResourceType;
      readonly type: ResourceType | undefined;
    }
  | { readonly kind: 'module'; readonly module: WebAssembly.Module }
  | { readonly kind: 'instance'; readonly instance: LinkerInstance }
  | { readonly kind: 'component'; readonly provider: ComponentProvider };

/** A component whose exports satisfy imports: to be instantiated, linked for that or not, or running already. */
export type ComponentProvider = Component | InstancePre | Instance;

/** What the code of whoever defined a function says of it, beside its type. */
export interface FunctionBinding {
  readonly errStyle: ErrStyle;
  /** Whether it returns a promise. */
  readonly async: boolean;
  /** How generated code lowers it. */
  readonly lower?: EmittedLowering;
}

/** @param resourceOf - what the resources of the expected type stand for */
export type EmittedLowering = (
  lowered: LoweredImport,
  resourceOf: (expected: ResourceType) => RuntimeResource | undefined,
) => CoreFunction;

/** What is so without generated code. */
export const plainBinding: FunctionBinding = { errStyle: 'thrown', async: false };

/** An object whose members are the functions and classes of an interface, and the type that they are expected to have. */
export interface ProvidedObject {
  readonly members: object;
  readonly type: InstanceType | undefined;
  /** By the name of a function in WIT. */
  readonly bindingOf: (name: string) => FunctionBinding;
}
