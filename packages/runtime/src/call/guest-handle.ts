import { asTrap } from '../errors/core-trap.js';
import { checkUnbroken, Entrance } from './entrance.js';
import type { ComponentInstance } from './component-instance.js';
import type { Lender } from './borrow-scope.js';
import type { GuestResourceType } from './runtime-resource.js';

/** A handle to a guest's resource that is outside of every guest: held by the host, or on its way to another guest. */
export class GuestHandle implements Lender {
  readonly resource: GuestResourceType;
  readonly rep: number;
  readonly own: boolean;
  lends = 0;
  /** False once the handle was given away or dropped, or once the call that it was borrowed for has returned. */
  live = true;

  constructor(resource: GuestResourceType, rep: number, own: boolean) {
    this.resource = resource;
    this.rep = rep;
    this.own = own;
  }

  /**
   * Drops the handle: an own handle ends the resource. Does nothing if it is not live any more.
   *
   * @throws {TypeError} if the handle is lent to a call that has not returned.
   * @throws {Trap} if the guest cannot be entered, or traps.
   */
  drop(): void {
    if (!this.live) return;
    if (this.lends > 0)
      throw new TypeError(`this ${this.resource.name} is lent to a call that has not returned`);
    // In an instance that has trapped, nothing is left to be ended.
    if (!this.own || this.resource.definer.trapped !== undefined) {
      this.live = false;
      return;
    }
    const entrance = Entrance.fromHost(this.resource.definer);
    // Where the guest cannot be entered now, the handle stays good for another time.
    entrance.check();
    this.live = false;
    destroy(this.resource, this.rep, entrance);
  }
}

/** Runs the destructor of a resource whose own handle a guest dropped. */
export function destroyFrom(caller: ComponentInstance, resource: GuestResourceType, rep: number): void {
  const entrance = Entrance.ofDestructor(caller, resource.definer);
  entrance.check();
  destroy(resource, rep, entrance);
}

function destroy({ dtor, definer }: GuestResourceType, rep: number, entrance: Entrance): void {
  if (dtor === undefined) return;
  entrance.enter();
  try {
    dtor(rep);
    checkUnbroken(definer);
  } catch (thrown) {
    const cause = asTrap(thrown);
    entrance.breakOff(cause);
    throw cause;
  }
  entrance.leave();
}
