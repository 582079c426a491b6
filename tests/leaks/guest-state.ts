import { liveNames } from './chained-guests.js';
import { Lamp, type Guests } from './leaks-guest.js';

/** What the guests hold on to. */
export interface GuestState {
  /** How many pieces of memory are in use. */
  readonly live: number;
  /** How many handles the guest of this folder has. */
  readonly handles: number;
  /** The size of its memory, in pages. */
  readonly pages: number;
}

/** More handles than the guest ever has at once. */
const lamps = Array.from({ length: 64 }, (_, index) => new Lamp(`probe ${index}`));

/**
 * A handle has the first index that is free, so that as many handles as there are indices show how many were taken
 * before: the highest of them is that much higher.
 */
export function stateOf({ call, allocations, chain }: Guests): GuestState {
  const live = [call('live'), allocations('live'), ...liveNames.map((name) => chain(name))];
  return {
    live: live.reduce((sum: number, count) => sum + Number(count), 0),
    handles: Number(call('borrow-lamps', lamps)) - lamps.length,
    pages: Number(call('pages')),
  };
}
