import { counts } from './counts.js';
import { doubling, repeated } from './doubling.js';
import type { HostileInput } from './input.js';
import { many } from './many.js';
import { names } from './names.js';
import { nested } from './nested.js';

/** All hostile components, by what is much in them. */
export const hostileGroups: Readonly<Record<string, readonly HostileInput[]>> = {
  'nested in each other': nested,
  'counts and indices': counts,
  doubled: doubling,
  'large and repeated': repeated,
  names,
  many,
};

/** All of them, each named with its group. */
export const hostileInputs: readonly HostileInput[] = Object.entries(hostileGroups).flatMap(
  ([group, inputs]) => inputs.map((input) => ({ ...input, name: `${group}: ${input.name}` })),
);
