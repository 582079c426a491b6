import type { Disagreement } from './compare.js';

/** Where this parser and wasm-tools are known to disagree, and why it stays so. */
export interface KnownDifference {
  readonly reason: string;
  readonly matches: (disagreement: Disagreement) => boolean;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    // `interface i { type t = u8; use j.{t}; }`: the first `t` is nowhere in what it resolves to.
    reason: 'wasm-tools drops a type without a word when a `use` of the same name follows it',
    matches: ({ ours, theirs }) => ours.code === 'duplicate-name' && theirs.kind === 'resolved',
  },
  {
    // A few lines can ask for more items than there is memory; wasm-tools tries.
    reason: 'worlds that include each other over and over are refused before they have too many items',
    matches: ({ ours }) => ours.code === 'too-many-includes',
  },
];
