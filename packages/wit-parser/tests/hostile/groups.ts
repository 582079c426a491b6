import { garbage } from './garbage.js';
import type { HostileGroup } from './input.js';
import { composed, long } from './long.js';
import { chained, wide } from './many.js';
import { nested } from './nested.js';
import { cyclic, wrong } from './wrong.js';

/** All hostile WIT, by what is much in it. */
export const hostileGroups: Readonly<Record<string, HostileGroup>> = {
  'nested things': nested,
  'long things': long,
  'composed things': composed,
  garbage,
  'many mistakes': wrong,
  'long cycles': cyclic,
  'wide things': wide,
  'long chains': chained,
};
