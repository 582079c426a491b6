import { encodeTree, partsOf } from './component-tree.js';
import type { Section, Node } from './component-tree.js';
import { readTree } from './read-tree.js';

/** How often an input is tried out at most: it is read by a person, and need not be the smallest there is. */
const mostTries = 3000;

type Bytes = Uint8Array<ArrayBuffer>;

/** Cuts out whatever is not needed for bytes to be of a kind: sections first, then what vectors have in them. */
export function minimize(bytes: Bytes, isOfKind: (bytes: Bytes) => boolean): Bytes {
  const tree = readTree(bytes);
  // Sizes and counts that were lies are right now.
  if (!isOfKind(encodeTree(tree))) return bytes;
  let tries = 0;
  const lists = (): (Section[] | Node[][])[] => {
    const { trees, items } = partsOf(tree);
    return [...trees.map(({ sections }) => sections), ...items.map((vector) => vector.items)];
  };
  for (let isSmaller = true; isSmaller && tries < mostTries;) {
    isSmaller = false;
    for (const list of lists()) {
      for (let at = list.length - 1; at >= 0 && tries++ < mostTries; at--) {
        const removed = list.splice(at, 1);
        if (isOfKind(encodeTree(tree))) isSmaller = true;
        else (list as (typeof removed)[number][]).splice(at, 0, ...removed);
      }
    }
  }
  return encodeTree(tree);
}
