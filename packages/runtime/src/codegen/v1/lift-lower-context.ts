import type { Lender } from '../../call/borrow-scope.js';
import { CallContext, type RuntimeOptions } from '../../call/call-context.js';
import type { HandlePresentation } from '../../call/instance-handles.js';
import { checkPointer } from '../../abi/ranges.js';
import type { ResourceType } from '../../types/val-type.js';
import type { DescribedResource, DescribedResources } from './described-resources.js';
import type { PassedHandles } from './passed-handles.js';

/**
 * What generated code passes to all that it calls for one function of one instance. Nothing of it is for generated code to
 * use but `length` and `payload`.
 */
export abstract class LiftLowerContext extends CallContext {
  /** The second core value of a variant, an option or a `result` of which the first, its case, was returned last. */
  payload = 0;
  /** The memory as it is since core code ran last, so that not every load and store has to look whether it has grown. */
  bytes: Uint8Array;
  data: DataView;
  /** The one handle that most calls of methods lend: that of the object itself, where the instance implements it. */
  lent: Lender | undefined = undefined;
  /** Whether the call passes handles in other ways than that. */
  passesHandles = false;
  /** What the arguments checked so far pass, where the function takes handles over. */
  readonly passed: PassedHandles | undefined;
  readonly #resources: DescribedResources;
  #last: DescribedResource | undefined = undefined;

  constructor(
    options: RuntimeOptions,
    presentation: HandlePresentation,
    resources: DescribedResources,
    passed: PassedHandles | undefined,
  ) {
    super({ ...options, resources: resources.list }, presentation);
    this.bytes = this.memory.bytes;
    this.data = this.memory.data;
    this.#resources = resources;
    this.passed = passed;
  }

  /** To be called when core code has run. A memory that has grown leaves views of nothing. */
  refresh(): void {
    if (this.bytes.length > 0) return;
    this.bytes = this.memory.bytes;
    this.data = this.memory.data;
  }

  /** Whether a whole value is aligned and in bounds, of the memory as far as it is known: to be asked again of what is not. */
  protected isPlace(pointer: number, size: number, alignment: number): boolean {
    return (pointer & (alignment - 1)) === 0 && pointer + size <= this.bytes.length;
  }

  /**
   * Traps unless a whole value is aligned and in bounds.
   *
   * @throws {Trap} `pointer-unaligned` or `pointer-out-of-bounds`
   */
  protected checkPlace(pointer: number, size: number, alignment: number): void {
    this.refresh();
    checkPointer(this, pointer, { size, alignment });
  }

  /** What a descriptor stands for. Most functions know one resource. */
  described(type: ResourceType): DescribedResource {
    const last = this.#last;
    return last?.descriptor === type ? last : this.#describe(type);
  }

  #describe(type: ResourceType): DescribedResource {
    this.#last = this.#resources.of(type);
    return this.#last;
  }
}
