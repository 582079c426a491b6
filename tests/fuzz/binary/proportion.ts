import { factor } from './hostile/input.js';
import type { HostileInput } from './hostile/input.js';
import { runMutant } from './run-mutant.js';
import type { Run } from './run-mutant.js';
import type { Outcome } from './outcome.js';

/** Time may grow this much more than the size does: what is quadratic grows eight times more. */
const tolerance = 2.5;
/** A small component takes no time to speak of: a large one may always take so many milliseconds, and so many a megabyte. */
const least = { each: 100, perMegabyte: 400 };
/** Something else on the machine may have had its turn: the fastest counts. */
const tries = 3;

export interface Growth {
  readonly name: string;
  /** Bytes of the large component. */
  readonly size: number;
  /** Milliseconds for the small component and for the large one. */
  readonly small: number;
  readonly large: number;
  readonly isInProportion: boolean;
  /** Of the large one. */
  readonly outcome: Outcome;
}

/** Compiles a hostile component in two sizes. */
export function measureGrowth({ name, count, bytes }: HostileInput): Growth {
  const smaller = bytes(count);
  const larger = bytes(count * factor);
  const small = fastestTime(smaller);
  const limit = Math.max(small * factor * tolerance, least.each + (larger.length / 1e6) * least.perMegabyte);
  const { outcome, milliseconds } = measured(larger);
  const large = milliseconds <= limit ? milliseconds : fastestTime(larger);
  return { name, size: larger.length, small, large, isInProportion: large <= limit, outcome };
}

function fastestTime(bytes: Uint8Array<ArrayBuffer>): number {
  return Math.min(...Array.from({ length: tries }, () => measured(bytes).milliseconds));
}

/** In time of the processor: whatever else the machine does has less to do with it. Linking counts too. */
function measured(bytes: Uint8Array<ArrayBuffer>): Run {
  const before = process.cpuUsage();
  const { outcome } = runMutant({ bytes, features: 'all' });
  const { user, system } = process.cpuUsage(before);
  return { outcome, milliseconds: (user + system) / 1000 };
}
