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
import { Trap } from '../errors/trap.js';
import type { ComponentInstance } from './component-instance.js';

/** The instances that a call enters, or `undefined` for a call that always traps. */
export type Entrance = readonly ComponentInstance[] | undefined;

/** What a call from the host enters. */
export function entranceFromHost(callee: ComponentInstance): Entrance {
  return withAncestors(callee);
}

/** What a call from another component instance enters. */
export function entranceFrom(caller: ComponentInstance, callee: ComponentInstance): Entrance {
  const inside = withAncestors(caller);
  const entered = withAncestors(callee);
  if (inside.includes(callee) || entered.includes(caller)) return undefined;
  return entered.filter((instance) => !inside.includes(instance));
}

/** What running the destructor of a resource enters: nothing, if the resource is the caller's own. */
export function entranceOfDestructor(caller: ComponentInstance, definer: ComponentInstance): Entrance {
  const inside = withAncestors(caller);
  return withAncestors(definer).filter((instance) => !inside.includes(instance));
}

/** @throws {Trap} `cannot-enter`, if a call is inside already or ended in a trap. */
export function checkEntrance(entrance: Entrance): asserts entrance is readonly ComponentInstance[] {
  const closed = entrance?.find((instance) => !instance.mayEnter);
  if (entrance !== undefined && closed === undefined) return;
  throw new Trap('cannot-enter', 'cannot enter component instance', { cause: closed?.trapped });
}

/** Enters what `checkEntrance` found open. */
export function enter(entrance: readonly ComponentInstance[]): void {
  for (const instance of entrance) instance.mayEnter = false;
}

export function leave(entrance: readonly ComponentInstance[]): void {
  for (const instance of entrance) instance.mayEnter = true;
}

/** Leaves the instances closed for good. */
export function breakOff(entrance: readonly ComponentInstance[], cause: unknown): void {
  for (const instance of entrance) instance.trapped ??= cause;
}

/** @throws {Trap} `cannot-leave`, while realloc or post-return runs. */
export function checkMayLeave(instance: ComponentInstance): void {
  if (!instance.mayLeave) throw new Trap('cannot-leave', 'cannot leave component instance');
}

function withAncestors(instance: ComponentInstance): ComponentInstance[] {
  const instances = [];
  for (let at: ComponentInstance | undefined = instance; at !== undefined; at = at.parent) instances.push(at);
  return instances;
}
