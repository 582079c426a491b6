import { beginTransfer } from '../../abi/allowance.js';
import { changedValue } from '../../abi/lower/lowerer.js';
import { functionPlanOf, type FunctionPlan } from '../../abi/plan/function-plan.js';
import { resultLowerer } from '../../abi/values.js';
import { BorrowScope } from '../../call/borrow-scope.js';
import { CallContext } from '../../call/call-context.js';
import { brokenBy, checkMayLeave } from '../../call/entrance.js';
import { functionName } from '../../call/function-name.js';
import { attempt, type TaggedResult as AnyResult } from '../../call/function-result.js';
import type { LoweredImport } from '../../call/lowered-function.js';
import { scalarTypes } from '../../call/scalar-call.js';
import { paramTypes } from '../../types/contains.js';
import { countedCost } from './counted-cost.js';
import type { DescribedResources } from './described-resources.js';
import { LiftLowerContext } from './lift-lower-context.js';
import type { OkOf, TaggedResult } from './results.js';

/**
 * A function of the host that is lowered for a guest: what generated code calls around it. A call is `enter`, `params`
 * where they go through memory, the call of the host, `pointer` where the result goes through memory, `leave`; `fail` if
 * anything of that throws.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lower
 */
export class LoweredFunction extends LiftLowerContext {
  readonly #lowered: LoweredImport;
  readonly #plan: FunctionPlan;
  /** What the arguments take in JavaScript, in bytes; `undefined` where they are not counted. */
  readonly #cost: number | undefined;
  readonly #borrows: boolean;
  /** Whether all there is to beginning a call is to see whether the instance may be left. */
  readonly #isPlain: boolean;
  /** The scopes of calls that this one is inside of: a guest can be entered while it is instantiated. */
  readonly #outer: BorrowScope[] = [];
  readonly #idle: BorrowScope[] = [];

  /** @internal */
  constructor(lowered: LoweredImport, resources: DescribedResources) {
    super(lowered.options, lowered.presentation, resources, undefined);
    this.#lowered = lowered;
    this.#plan = functionPlanOf(lowered.type, lowered.options.address);
    const isScalar = scalarTypes(this.#plan) !== undefined;
    const { cost } = this.#plan.params;
    this.#cost = isScalar ? undefined : countedCost(paramTypes(lowered.type), cost, this.maxTransferBytes);
    this.#borrows = this.#plan.borrows;
    this.#isPlain = !this.#borrows && this.#cost === undefined;
  }

  /**
   * Begins a call, before anything is lifted.
   *
   * @throws {Trap} `cannot-leave`, or `transfer-too-large`. Then there is nothing to leave.
   */
  enter(): void {
    const { instance } = this;
    if (!this.#isPlain || !instance.mayLeave || instance.trapped !== undefined) this.#enter();
  }

  #enter(): void {
    this.refresh();
    if (this.#borrows) this.#openScope();
    try {
      checkMayLeave(this.instance);
      if (this.#cost !== undefined) beginTransfer(this, this.#cost);
    } catch (thrown) {
      throw this.fail(thrown);
    }
  }

  /**
   * Where arguments lie that go through memory: the pointer, unsigned.
   *
   * @throws {Trap} `pointer-unaligned` or `pointer-out-of-bounds`
   */
  params(pointer: number, size: number, alignment: number): number {
    const at = pointer >>> 0;
    if (!this.isPlace(at, size, alignment)) this.checkPlace(at, size, alignment);
    return at;
  }

  /**
   * Where a result goes that goes through memory: the pointer, unsigned. To be called when the result has been checked.
   *
   * @throws {Trap} `pointer-unaligned` or `pointer-out-of-bounds`
   */
  pointer(at: number, size: number, alignment: number): number {
    return this.params(at, size, alignment);
  }

  /**
   * Calls the host, for a function whose type has a `result`: what it returns is `ok`. What it throws is `err` if it is a
   * `ComponentError`, a value that is no error, or an object with a `payload`; of a function that is to be trapped in, a
   * `ComponentError` alone. Where `err` is a string, any other error gives its message.
   *
   * @throws all else that the host throws
   */
  attempt<R extends TaggedResult>(call: () => OkOf<R>): R {
    const { type, errStyle } = this.#lowered;
    if (type.result?.kind !== 'result') throw new Error('this function has no `result`');
    const result: AnyResult = attempt(call, type.result, errStyle);
    return result as R;
  }

  /**
   * For a result that is not of its type.
   *
   * @throws {TypeError} Names the function and the path to what does not fit: `find: result.price: "a" is not a u32`.
   */
  misfit(result: unknown): never {
    const { options, presentation, name } = this.#lowered;
    resultLowerer(this.#plan).check(new CallContext(options, presentation), functionName(name), result);
    throw changedValue();
  }

  /** Ends a call: what it borrowed is returned. */
  leave(): void {
    if (this.#borrows) this.#closeScope();
  }

  /**
   * Ends a call that something was thrown in. A guest cannot go on from it: its instance stays closed.
   *
   * @returns what to throw
   */
  fail(thrown: unknown): Error {
    const trap = brokenBy(this.instance, thrown);
    this.leave();
    return trap;
  }

  #openScope(): void {
    const { scope } = this.handles;
    if (scope !== undefined) this.#outer.push(scope);
    this.handles.scope = this.#idle.pop() ?? new BorrowScope();
  }

  #closeScope(): void {
    const { scope } = this.handles;
    this.handles.scope = this.#outer.pop();
    if (scope === undefined) return;
    scope.end();
    this.#idle.push(scope);
  }
}
