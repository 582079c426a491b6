import type { Entrance } from './entrance.js';
import { HandleTable } from './handle-table.js';
import type { InstanceLimits } from './instance-limits.js';
import type { LeakWatch } from './leak-watch.js';

/**
 * The state of one component instance. Instances that a component makes inside of itself are its children. What the state
 * lets happen, and how it changes, is in `entrance.ts`.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#component-instance-state
 */
export class ComponentInstance {
  readonly parent: ComponentInstance | undefined;
  readonly limits: InstanceLimits;
  readonly handles: HandleTable;
  /** Told of handles to the instance's resources that the host lets go of without dropping them. */
  readonly leaks: LeakWatch | undefined;
  /** What calls from the host enter, made when there is the first. */
  entranceFromHost: Entrance | undefined = undefined;
  /** False while a call is inside, and for ever after a trap. */
  mayEnter = true;
  /** False while realloc or post-return runs: then nothing may be called that leads out of the instance. */
  mayLeave = true;
  /** The function that has returned its result and not run post-return yet: a call is inside until then. */
  deferred: string | undefined = undefined;
  /** What the instance was broken by. */
  trapped: unknown = undefined;

  constructor(parent: ComponentInstance | undefined, limits: InstanceLimits, leaks?: LeakWatch) {
    this.parent = parent;
    this.limits = limits;
    this.leaks = leaks;
    this.handles = new HandleTable(limits.maxHandles);
  }

  get broken(): boolean {
    return this.trapped !== undefined;
  }
}
