import { CallContext, type RuntimeOptions } from '../../call/call-context.js';
import type { HandlePresentation } from '../../call/instance-handles.js';
import { checkPointer } from '../../abi/ranges.js';
import type { ResourceType } from '../../types/val-type.js';
import type { DescribedResource, DescribedResources } from './described-resources.js';
import type { PassedHandles } from './passed-handles.js';

/**
 * What generated code passes to all that it calls for one function of one instance. Nothing of it is for generated code to
 * use but `length`.
 */
export abstract class LiftLowerContext extends CallContext {
  /** What belongs to the pointer that was returned last: the length of a string, a list or a map. */
  length = 0;
  /** What the arguments checked so far pass, where the function takes handles over. */
  readonly passed: PassedHandles | undefined;
  readonly #resources: DescribedResources;
  #lastType: ResourceType | undefined = undefined;
  #lastDescribed: DescribedResource | undefined = undefined;

  constructor(
    options: RuntimeOptions,
    presentation: HandlePresentation,
    resources: DescribedResources,
    passed: PassedHandles | undefined,
  ) {
    super({ ...options, resources: resources.list }, presentation);
    this.#resources = resources;
    this.passed = passed;
  }

  /** Traps unless a whole value is aligned and in bounds. What is well costs no object. */
  protected checkPointer(pointer: number, size: number, alignment: number): void {
    if ((pointer & (alignment - 1)) !== 0 || pointer + size > this.memory.bytes.length)
      checkPointer(this, pointer, { size, alignment });
  }

  /** What a descriptor stands for. Most functions know one resource. */
  described(type: ResourceType): DescribedResource {
    if (this.#lastType === type && this.#lastDescribed !== undefined) return this.#lastDescribed;
    this.#lastDescribed = this.#resources.of(type);
    this.#lastType = type;
    return this.#lastDescribed;
  }
}
