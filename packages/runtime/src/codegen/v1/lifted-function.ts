import type { CoreValue } from '../../abi/context.js';
import { beginTransfer } from '../../abi/allowance.js';
import { functionPlanOf } from '../../abi/plan/function-plan.js';
import type { CoreFunction as AnyCore, RuntimeOptions } from '../../call/call-context.js';
import { BorrowScope, type Lender } from '../../call/borrow-scope.js';
import { checkUnbroken, Entrance } from '../../call/entrance.js';
import type { HandlePresentation } from '../../call/instance-handles.js';
import { runPostReturn, type LiftedFunction as Lifted } from '../../call/lifted-function.js';
import { asTrap } from '../../errors/core-trap.js';
import { Trap } from '../../errors/trap.js';
import { resultTypes } from '../../types/contains.js';
import { countedCost } from './counted-cost.js';
import type { DescribedResources } from './described-resources.js';
import { LiftLowerContext } from './lift-lower-context.js';
import { PassedHandles } from './passed-handles.js';

/** A core function, as generated code declares it. */
export type CoreFunction = (...args: never[]) => unknown;

/** Any function. */
export type AnyFunction = (...args: never[]) => unknown;

/**
 * A core function that is lifted for the host: what generated code calls around it. A call is
 * `enter`, the core call with lowered arguments, `result` where the result goes through memory, `leave`; `fail` if anything
 * of that throws. Arguments are checked before it.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift
 */
export class LiftedFunction<Host extends AnyFunction, Core extends CoreFunction> extends LiftLowerContext {
  readonly core: Core;
  /** The function, called without generated code: it says what is wrong with arguments that cannot be lowered. */
  readonly call: Host;
  readonly #options: RuntimeOptions;
  readonly #entrance: Entrance;
  readonly #resultCost: number | undefined;
  /** Whether to begin a call takes no more than entering the instance, and no other. */
  readonly #beginsPlainly: boolean;
  /** Whether to end a call takes no more than leaving it. */
  readonly #endsPlainly: boolean;
  /** For a function that takes handles, of its own or for the call. */
  readonly #scope: BorrowScope | undefined;
  /** Whether the core function has returned: set where the result goes through memory. */
  #returned = false;

  /** @internal @param call - calls the function without generated code */
  constructor(
    { core, options, type }: Lifted,
    presentation: HandlePresentation,
    resources: DescribedResources,
    call: (...args: unknown[]) => unknown,
  ) {
    const { borrows, takesOver, result } = functionPlanOf(type, options.address);
    const passed = takesOver ? new PassedHandles() : undefined;
    super(options, presentation, resources, passed);
    this.core = typed<Core>(core);
    this.call = typed<Host>(passed === undefined ? call : clearing(passed, call));
    this.#options = options;
    this.#entrance = Entrance.fromHost(options.instance);
    this.#resultCost = countedCost(resultTypes(type), result?.value.cost ?? 0, this.maxTransferBytes);
    this.#beginsPlainly = this.#entrance.entersOnly(options.instance) && passed === undefined;
    this.#scope = borrows || takesOver ? new BorrowScope() : undefined;
    this.#endsPlainly = this.#beginsPlainly && options.postReturn === undefined;
    this.handles.scope = this.#scope;
    if (this.#scope !== undefined) this.handles.moved = [];
  }

  /**
   * Enters the instance. To be called when all arguments have been checked, before any is lowered.
   *
   * @throws {Trap} `cannot-enter`, if a call is inside or ended in a trap. Then there is nothing to leave.
   */
  enter(): void {
    const { instance } = this;
    if (this.#beginsPlainly && instance.mayEnter) instance.mayEnter = false;
    else this.#enter();
    this.#returned = false;
  }

  #enter(): void {
    this.passed?.clear();
    this.#entrance.begin();
  }

  /**
   * Where a result lies that goes through memory: the pointer, unsigned.
   *
   * @param pointer - what the core function returned
   * @throws {Trap} `pointer-unaligned`, `pointer-out-of-bounds` or `transfer-too-large`
   */
  result(pointer: number, size: number, alignment: number): number {
    this.#returned = true;
    const at = pointer >>> 0;
    if (this.#resultCost !== undefined) beginTransfer(this, this.#resultCost);
    if (!this.isPlace(at, size, alignment)) this.checkPlace(at, size, alignment);
    return at;
  }

  /**
   * Ends the call when its result has been lifted: runs post-return and leaves the instance.
   *
   * @param coreResult - what the core function returned, if anything
   * @throws {Trap} `borrow-not-dropped`, or what post-return traps with
   */
  leave(coreResult?: CoreValue): void {
    const { instance } = this;
    if (this.#endsPlainly && !this.passesHandles && instance.trapped === undefined) instance.mayEnter = true;
    else this.#leave(coreResult);
    if (this.lent !== undefined) this.#endLoan(this.lent);
  }

  #leave(coreResult: CoreValue | undefined): void {
    checkUnbroken(this.instance);
    if (this.#scope !== undefined) this.#scope.checkDropped();
    if (this.#options.postReturn !== undefined) runPostReturn(this.#options, coreResult);
    this.#entrance.leave();
    if (this.#scope !== undefined) this.#end(this.#scope);
  }

  #endLoan(lender: Lender): void {
    lender.lends -= 1;
    this.lent = undefined;
  }

  /**
   * Ends a call that something was thrown in. After a trap the instance stays closed. An argument that could not be lowered
   * after all breaks nothing: handles are taken back.
   *
   * @returns what to throw: all but what an argument throws by itself is an error.
   */
  fail(thrown: unknown): Error {
    const { instance } = this;
    // What broke the instance comes before what is wrong with a result, which is lifted before that is asked.
    const afterwards = instance.broken && (this.#returned || thrown instanceof Trap);
    const cause = afterwards ? instance.trapped : asTrap(thrown);
    const trapped = cause instanceof Trap && cause.code !== 'cannot-enter';
    if (trapped || this.#returned || instance.broken) {
      this.#entrance.breakOff(cause);
    } else {
      this.handles.takeBack();
      this.#entrance.leave();
    }
    if (this.lent !== undefined) this.#endLoan(this.lent);
    if (this.#scope !== undefined) this.#end(this.#scope);
    return cause as Error;
  }

  #end(scope: BorrowScope): void {
    scope.end();
    this.passesHandles = false;
    const { moved } = this.handles;
    if (moved === undefined) this.handles.moved = [];
    else if (moved.length > 0) moved.length = 0;
  }
}

/** The arguments are checked again where it is called. */
function clearing(
  passed: PassedHandles,
  call: (...args: unknown[]) => unknown,
): (...args: unknown[]) => unknown {
  return (...args) => {
    passed.clear();
    return call(...args);
  };
}

/** The type of an export was compared with that of generated code when the export was found. */
function typed<F>(func: AnyCore | ((...args: unknown[]) => unknown)): F {
  const checked: unknown = func;
  return checked as F;
}
