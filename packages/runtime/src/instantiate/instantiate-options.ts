import { defaultLimits, type InstanceLimits } from '../call/instance-limits.js';
import { LeakWatch } from '../call/leak-watch.js';

/** What holds for an instance, and for every instance that is made with it. */
export interface InstantiateOptions {
  /**
   * How many bytes the values that a guest passes out in one call, as arguments or as a result, may come to in JavaScript:
   * the lists and strings as long as they are, the objects as large as they usually are. Past it the call ends in a `Trap`
   * with the code `transfer-too-large`. Lists that `callDeferred` does not copy do not count. 2³⁰ − 1 if nothing is said.
   */
  readonly maxTransferBytes?: number;
  /**
   * How many handles to resources each component instance may have at once. Past it the call ends in a `Trap` with the code
   * `handle-table-full`. A million if nothing is said.
   */
  readonly maxHandles?: number;
  /**
   * Told the name of a resource of the guest whose object was collected as garbage, though it owns the resource and was
   * neither disposed of nor given away. Meant for development: the resource stays alive in the guest all the same.
   */
  readonly onLeakedHandle?: (name: string) => void;
}

/** The options of an instance as they are used. */
export class InstanceSettings {
  readonly limits: InstanceLimits;
  readonly leaks: LeakWatch | undefined;

  /** @throws {RangeError} if a limit is no whole number above 0. */
  constructor({
    maxTransferBytes = defaultLimits.maxTransferBytes,
    maxHandles = defaultLimits.maxHandles,
    onLeakedHandle,
  }: InstantiateOptions = {}) {
    this.limits = {
      maxTransferBytes: limit('maxTransferBytes', maxTransferBytes),
      maxHandles: limit('maxHandles', maxHandles),
    };
    this.leaks = onLeakedHandle && new LeakWatch(onLeakedHandle);
  }
}

function limit(name: keyof InstanceLimits, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`${name} has to be a whole number above 0, and is ${value}`);
}
