import { Random } from '../wit/random.js';
import { encodeTree } from './component-tree.js';
import type { BinaryCase } from './corpus.js';
import { mutateBytes } from './mutate-bytes.js';
import { mutateTree } from './mutate-tree.js';
import { readTree } from './read-tree.js';

/** Most changes of bytes end in the decoder; those of trees get further. */
const kinds = ['bytes', 'tree', 'tree', 'tree'] as const;

/** A component of the corpus with something changed. */
export interface Mutant {
  /** With the seed, all that is needed to make it again. */
  readonly number: number;
  readonly of: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether features that the standard gates are on. */
  readonly features: 'all' | undefined;
}

/** Mutation `number` of a seed; the same whatever was made before it. */
export function makeMutant(corpus: readonly BinaryCase[], seed: number, number: number): Mutant {
  const random = new Random(seed, number);
  const { name, bytes } = random.pick(corpus);
  const other = () => random.pick(corpus).bytes;
  const features = random.below(2) === 0 ? 'all' : undefined;
  if (random.pick(kinds) === 'bytes')
    return { number, of: name, bytes: mutateBytes(bytes, other, random), features };
  const tree = readTree(bytes);
  mutateTree(tree, () => readTree(other()), random);
  return { number, of: name, bytes: encodeTree(tree), features };
}
