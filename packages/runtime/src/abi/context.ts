import type { ResourceType } from '../types/val-type.js';

export type CoreValue = number | bigint;
export type StringEncoding = 'utf8' | 'utf16' | 'latin1+utf16';

/**
 * What lifting and lowering the values of a call needs: the memory, realloc and string encoding of the function's
 * canonical options, and the handles of the component instance.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-context
 */
export interface ValueContext {
  /** The linear memory; throws if the canonical options name none, which validation rules out where one is needed. */
  readonly memory: LinearMemory;
  readonly stringEncoding: StringEncoding;
  /** Whether a string that is lifted goes to another guest, and so stays what it is until it gets there. */
  readonly carriesStrings: boolean;
  /** Calls the guest's realloc with may-leave off. Gives its result as an unsigned number; `abi` checks it. */
  realloc(oldPointer: number, oldSize: number, alignment: number, newSize: number): number;
  /** What belongs to the pointer that was returned last: how long a string is, as its encoding counts. No object for each. */
  length: number;
  readonly handles: HandleAccess;
  /** How many bytes the values of one call may come to in JavaScript. */
  readonly maxTransferBytes: number;
}

/** The views of one linear memory, kept until the memory grows. */
export interface LinearMemory {
  /** Bytes; looked up anew after anything that can grow the memory, so do not hold on to it across a realloc. */
  readonly bytes: Uint8Array;
  readonly data: DataView;
}

/** Moves resources between a component instance's handle table and the values of the other side. */
export interface HandleAccess {
  liftOwn(type: ResourceType, handle: number): unknown;
  liftBorrow(type: ResourceType, handle: number): unknown;
  lowerOwn(type: ResourceType, value: unknown): number;
  lowerBorrow(type: ResourceType, value: unknown): number;
  /** What is wrong with a value for this handle type, as in `5 is not a cart`; moves nothing. */
  check(kind: 'own' | 'borrow', type: ResourceType, value: unknown): string | undefined;
}
