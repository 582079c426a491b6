/**
 * `npm run leaks [-- --calls N]`: makes a million calls of every kind, and looks at what they leave in the guests and in
 * the heap of JavaScript. It needs `node --expose-gc`.
 */
import { parseArgs } from 'node:util';
import { stateOf } from './guest-state.js';
import { Guests } from './leaks-guest.js';
import { scenarios } from './scenarios.js';

const { values } = parseArgs({ options: { calls: { type: 'string', default: '1000000' } } });
const mostCalls = Number(values.calls);

/** By then engines have compiled what is hot, and caches are full. */
const warmUpCalls = 200_000;
/** What the engine itself adds to the heap after that, however many calls there are: less than half a byte a call. */
const heapTolerance = 400_000;

/** Calls everything in turn until so many calls were made. */
function callUntil(guests: Guests, calls: number): void {
  for (let turn = 0; guests.calls < calls; turn++) {
    for (const { run } of scenarios) run(guests, turn);
  }
}

/** The bytes that are used on the heap, and outside of it by what is on it. */
function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('run this with node --expose-gc');
  for (let time = 0; time < 4; time++) globalThis.gc();
  const { heapUsed: onHeap, external } = process.memoryUsage();
  return onHeap + external;
}

const guests = new Guests();
callUntil(guests, warmUpCalls);
const before = { ...stateOf(guests), heap: heapUsed() };
const start = performance.now();
callUntil(guests, warmUpCalls + mostCalls);
const seconds = (performance.now() - start) / 1000;
const after = { ...stateOf(guests), heap: heapUsed() };

const rows = [
  ['pieces of memory in use', before.live, after.live],
  ['handles in use', before.handles, after.handles],
  ['pages of memory', before.pages, after.pages],
  ['bytes of JavaScript', before.heap, after.heap],
] as const;
console.log(`${guests.calls - warmUpCalls} calls in ${seconds.toFixed(1)} s, of ${scenarios.length} kinds:`);
for (const { name } of scenarios) console.log(`  ${name}`);
for (const [what, first, last] of rows) {
  console.log(
    `${what.padEnd(24)} ${first} before, ${last} after (${last < first ? '' : '+'}${last - first})`,
  );
}
const isLeaking =
  after.live > 0 ||
  after.handles > 0 ||
  after.pages > before.pages ||
  after.heap > before.heap + heapTolerance;
console.log(isLeaking ? 'FAILED: something was left behind' : 'nothing was left behind');
if (isLeaking) process.exitCode = 1;
