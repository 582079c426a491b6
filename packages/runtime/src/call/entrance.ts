/**
 * The policy on re-entrance: which component instances a call enters, and when it may. The standard is still moving
 * here, so all of it is in this file.
 *
 * Entering an instance enters the instances that it is inside of, too. A call from one instance into another enters
 * only what the caller is not inside of already. A call between an instance and one inside of it always traps, which
 * the standard means to allow and Wasmtime does not do yet; its reference tests expect the trap.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#component-instance-state
 */
import { hostTrap } from '../errors/host-error.js';
import { Trap } from '../errors/trap.js';
import type { ComponentInstance } from './component-instance.js';

/** What one kind of call enters: made once for a callee and its caller. */
export class Entrance {
  /** `undefined` for a call that always traps. */
  readonly #entered: readonly ComponentInstance[] | undefined;
  /** The one instance that most calls enter. */
  readonly #only: ComponentInstance | undefined;

  private constructor(entered: readonly ComponentInstance[] | undefined) {
    this.#entered = entered;
    this.#only = entered?.length === 1 ? entered[0] : undefined;
  }

  /** For calls from the host: one for all of an instance's. */
  static fromHost(callee: ComponentInstance): Entrance {
    callee.entranceFromHost ??= new Entrance(withAncestors(callee));
    return callee.entranceFromHost;
  }

  /** For calls from another component instance. */
  static from(caller: ComponentInstance, callee: ComponentInstance): Entrance {
    const related = withAncestors(caller).includes(callee) || withAncestors(callee).includes(caller);
    return new Entrance(related ? undefined : outsideOf(caller, callee));
  }

  /** For running the destructor of a resource: enters nothing, if the resource is the caller's own. */
  static ofDestructor(caller: ComponentInstance, definer: ComponentInstance): Entrance {
    return new Entrance(outsideOf(caller, definer));
  }

  /** @throws {Trap} `cannot-enter`, if a call is inside already or ended in a trap. */
  check(): void {
    if (this.#only !== undefined) {
      if (!this.#only.mayEnter) throw cannotEnter(this.#only);
      return;
    }
    if (this.#entered === undefined) throw cannotEnter(undefined);
    for (const instance of this.#entered) {
      if (!instance.mayEnter) throw cannotEnter(instance);
    }
  }

  /** Whether such calls enter this instance and no other. */
  entersOnly(instance: ComponentInstance): boolean {
    return this.#only === instance;
  }

  /** Both in one: what most calls enter takes no more than a look. */
  begin(): void {
    const only = this.#only;
    if (only?.mayEnter === true) {
      only.mayEnter = false;
      return;
    }
    this.check();
    this.enter();
  }

  /** Enters what `check` found open. */
  enter(): void {
    if (this.#only !== undefined) this.#only.mayEnter = false;
    else this.#setMayEnter(false);
  }

  leave(): void {
    if (this.#only !== undefined) this.#only.mayEnter = true;
    else this.#setMayEnter(true);
  }

  /** Keeps the call inside, while the host looks at the result, until `resume`: the host is told what it waits for. */
  hold(name: string): void {
    this.#setDeferred(name);
  }

  /** Goes on with a call that was held, to leave. */
  resume(): void {
    this.#setDeferred(undefined);
  }

  /** After a trap: the instances stay closed. */
  breakOff(cause: unknown): void {
    for (const instance of this.#entered ?? []) instance.trapped ??= cause;
  }

  #setMayEnter(mayEnter: boolean): void {
    for (const instance of this.#entered ?? []) instance.mayEnter = mayEnter;
  }

  #setDeferred(name: string | undefined): void {
    for (const instance of this.#entered ?? []) instance.deferred = name;
  }
}

/** @throws {Trap} `cannot-leave`, while realloc or post-return runs; or what the instance was broken by. */
export function checkMayLeave(instance: ComponentInstance): void {
  if (!instance.mayLeave) throw new Trap('cannot-leave', 'cannot leave component instance');
  checkUnbroken(instance);
}

/**
 * Marks an instance as broken by an error on its way into it. A guest with exception handling can catch what JavaScript
 * throws, but nothing can go on from a trap: `checkUnbroken` throws it again.
 *
 * @returns the trap that the error is from here on
 */
export function brokenBy(instance: ComponentInstance, thrown: unknown): Trap {
  const trap = hostTrap(thrown);
  instance.trapped ??= trap;
  instance.mayEnter = false;
  return trap;
}

/** Throws what an instance was broken by, if the guest caught that. */
export function checkUnbroken(instance: ComponentInstance): void {
  if (instance.broken) throw instance.trapped;
}

function cannotEnter(instance: ComponentInstance | undefined): Trap {
  const { trapped, deferred } = instance ?? {};
  const why =
    deferred === undefined || trapped !== undefined
      ? ''
      : `: \`${deferred}\` has not returned: call postReturn()`;
  return new Trap('cannot-enter', `cannot enter component instance${why}`, { cause: trapped });
}

function withAncestors(instance: ComponentInstance): ComponentInstance[] {
  const instances = [];
  for (let at: ComponentInstance | undefined = instance; at !== undefined; at = at.parent) instances.push(at);
  return instances;
}

/** The callee and what it is inside of, less what the caller is inside of too. */
function outsideOf(caller: ComponentInstance, callee: ComponentInstance): ComponentInstance[] {
  const inside = withAncestors(caller);
  return withAncestors(callee).filter((instance) => !inside.includes(instance));
}
