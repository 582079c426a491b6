import { concatenate } from '../../conformance/wast/s-expression.js';
import { u32 } from '../../harness/component-binary.js';
import type { Random } from '../wit/random.js';

/** Numbers that something may overflow at. */
const awkwardNumbers = [0, 1, 0x7f, 0x80, 100_000, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

/** LEB128s that are none, or that are written longer than they need to be. */
const awkwardBytes = [
  [0x80, 0x00],
  [0xff, 0xff, 0xff, 0xff, 0x7f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0xc0],
  [0xed, 0xa0, 0x80],
];

/** Another number as a LEB128: one that is near, or one that is awkward. */
export function otherNumber(value: number, random: Random): Uint8Array {
  switch (random.below(4)) {
    case 0:
      return Uint8Array.from(random.pick(awkwardBytes));
    case 1:
      return Uint8Array.from(u32(random.pick(awkwardNumbers)));
    default:
      return Uint8Array.from(u32(Math.max(0, value + random.below(5) - 2)));
  }
}

/** Changes a few bytes, or cuts and joins, wherever that may be: sizes and counts are left as they are. */
export function mutateBytes(
  bytes: Uint8Array,
  other: () => Uint8Array,
  random: Random,
): Uint8Array<ArrayBuffer> {
  let mutated = Uint8Array.from(bytes);
  for (let times = random.few(); times > 0; times--) mutated = mutateOnce(mutated, other, random);
  return mutated;
}

function mutateOnce(
  bytes: Uint8Array<ArrayBuffer>,
  other: () => Uint8Array,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const at = random.gap(bytes);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const byte = bytes[at] ?? 0;
  switch (random.below(8)) {
    case 0:
      return concatenate([before, Uint8Array.of(byte ^ (1 << random.below(8))), after.subarray(1)]);
    case 1:
      return concatenate([before, Uint8Array.of(random.below(256)), after.subarray(1)]);
    case 2:
      return concatenate([before, otherNumber(byte, random), after.subarray(1)]);
    case 3:
      return concatenate([before, Uint8Array.of(random.below(256)), after]);
    case 4:
      return concatenate([before, after.subarray(1 + random.below(8))]);
    case 5: {
      const donor = other();
      return concatenate([before, donor.subarray(random.gap(donor))]);
    }
    case 6: {
      const start = random.gap(bytes);
      return concatenate([before, bytes.subarray(start, start + random.below(64)), after]);
    }
    default:
      // Mostly the end is lost.
      return random.below(4) === 0 ? Uint8Array.from(before) : concatenate([before, after.subarray(1)]);
  }
}
