import type { CoreValue } from '../abi/context.js';
import { asTrap } from '../errors/core-trap.js';
import { checkUnbroken, Entrance } from './entrance.js';
import type { ComponentInstance } from './component-instance.js';
import type { Borrowed, Lender } from './borrow-scope.js';
import type { GuestResourceType } from './runtime-resource.js';

/** A handle to a guest's resource that is outside of every guest: held by the host, or on its way to another guest. */
export class GuestHandle implements Lender, Borrowed {
  readonly resource: GuestResourceType;
  readonly rep: CoreValue;
  readonly own: boolean;
  lends = 0;
  #ended: string | undefined = undefined;

  constructor(resource: GuestResourceType, rep: CoreValue, own: boolean) {
    this.resource = resource;
    this.rep = rep;
    this.own = own;
  }

  /** What became of the handle, in words, if it is no longer good: `was dropped`. */
  get ended(): string | undefined {
    return this.#ended;
  }

  end(how: string): void {
    this.#ended = how;
    this.resource.definer.leaks?.forget(this);
  }

  /** Gives an own handle to a guest. */
  giveAway(): void {
    this.end('was given away');
  }

  /** Undoes `giveAway`: the guest did not get it after all. */
  takeBack(): void {
    this.#ended = undefined;
    this.resource.definer.leaks?.watch(this);
  }

  /**
   * Drops the handle: an own handle ends the resource. Does nothing if it has ended already.
   *
   * @throws {TypeError} if the handle is lent to a call that has not returned.
   * @throws {Trap} if the guest cannot be entered, or traps.
   */
  drop(): void {
    if (this.#ended !== undefined) return;
    if (this.lends > 0)
      throw new TypeError(`this ${this.resource.name} is lent to a call that has not returned`);
    // In an instance that has trapped, nothing is left to be ended.
    if (!this.own || this.resource.definer.broken) return this.end('was dropped');
    const entrance = Entrance.fromHost(this.resource.definer);
    // Where the guest cannot be entered now, the handle stays good for another time.
    entrance.check();
    this.end('was dropped');
    destroy(this.resource, this.rep, entrance);
  }
}

/** Runs the destructor of a resource whose own handle a guest dropped. */
export function destroyFrom(caller: ComponentInstance, resource: GuestResourceType, rep: CoreValue): void {
  const entrance = Entrance.ofDestructor(caller, resource.definer);
  entrance.check();
  destroy(resource, rep, entrance);
}

function destroy({ dtor, definer }: GuestResourceType, rep: CoreValue, entrance: Entrance): void {
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
