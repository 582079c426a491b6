import { asTrap } from './core-trap.js';
import { Trap } from './trap.js';

/**
 * What the host threw into a guest, or what is wrong with a value that it returned, as a trap: the guest cannot go on from
 * it. A trap stays what it is.
 */
export function hostTrap(thrown: unknown): Trap {
  const trap = asTrap(thrown);
  if (trap instanceof Trap) return trap;
  return new Trap('host-error', `host error: ${describe(thrown)}`, { cause: thrown });
}

/** Errors of other realms are errors, too. */
function describe(thrown: unknown): string {
  const isError = thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
  try {
    return isError || typeof thrown !== 'object' ? String(thrown) : Object.prototype.toString.call(thrown);
  } catch {
    return 'an error that cannot be shown';
  }
}
