import { addressingOf, type Addressing } from '../abi/address.js';
import type { LinearMemory, StringEncoding, ValueContext } from '../abi/context.js';
import type { ComponentInstance } from './component-instance.js';
import { bareHandles, InstanceHandles, type HandlePresentation } from './instance-handles.js';
import { noMemory } from './linear-memory.js';
import type { RuntimeResource } from './runtime-resource.js';

/** A core function, as JavaScript calls it. */
export type CoreFunction = (...args: (number | bigint)[]) => number | bigint | undefined;

/** The canonical options of a lifted or lowered function, with what they name at run time. */
export interface RuntimeOptions {
  readonly instance: ComponentInstance;
  readonly stringEncoding: StringEncoding;
  readonly memory: LinearMemory | undefined;
  /** The type of an address in the memory. */
  readonly address: 'i32' | 'i64';
  readonly realloc: CoreFunction | undefined;
  readonly postReturn: CoreFunction | undefined;
  /** The resource types of the component, by their place in the plan. */
  readonly resources: readonly (RuntimeResource | undefined)[];
}

/** What lifting and lowering the values of one function needs. */
export class CallContext implements ValueContext {
  readonly instance: ComponentInstance;
  readonly stringEncoding: StringEncoding;
  readonly carriesStrings: boolean;
  readonly memory: LinearMemory;
  length = 0;
  readonly handles: InstanceHandles;
  readonly maxTransferBytes: number;
  /** For a memory with 64-bit addresses. */
  readonly #wide: Addressing | undefined;
  readonly #realloc: CoreFunction | undefined;

  constructor(options: RuntimeOptions, presentation: HandlePresentation) {
    this.instance = options.instance;
    this.stringEncoding = options.stringEncoding;
    this.carriesStrings = presentation === bareHandles;
    this.memory = options.memory ?? noMemory;
    this.handles = new InstanceHandles(options.instance, options.resources, presentation);
    this.maxTransferBytes = options.instance.limits.maxTransferBytes;
    this.#wide = options.address === 'i64' ? addressingOf('i64') : undefined;
    this.#realloc = options.realloc;
  }

  realloc(oldPointer: number, oldSize: number, alignment: number, newSize: number): number {
    if (this.#realloc === undefined) throw new Error('planning let a function without realloc allocate');
    const { instance } = this;
    instance.mayLeave = false;
    // What nearly every memory has is written out: there is a call for each string.
    const pointer =
      this.#wide === undefined
        ? Number(this.#realloc(oldPointer, oldSize, alignment, newSize)) >>> 0
        : reallocWide(this.#wide, this.#realloc, [oldPointer, oldSize, alignment, newSize]);
    instance.mayLeave = true;
    return pointer;
  }
}

function reallocWide(
  { toCore, fromCore }: Addressing,
  realloc: CoreFunction,
  args: readonly number[],
): number {
  return fromCore(realloc(...args.map(toCore)));
}
