import { componentPreamble } from '../../harness/component-binary.js';
import type { Random } from '../wit/random.js';
import { canonOpcodes } from './canon-grammar.js';
import { partsOf } from './component-tree.js';
import type { ComponentTree, Leaf, Section, TreeParts } from './component-tree.js';
import { mutateBytes, otherNumber } from './mutate-bytes.js';

/** Changes a few parts of a tree, which keeps its sizes and counts right but where they are the change. */
export function mutateTree(tree: ComponentTree, other: () => ComponentTree, random: Random): void {
  for (let times = random.few(); times > 0; times--) {
    const parts = partsOf(tree);
    switch (random.below(8)) {
      case 0:
      case 1:
        mutateSections(parts, other, random);
        break;
      case 2:
      case 3:
      case 4:
        mutateItems(parts, other, random);
        break;
      default:
        mutateLeaf(parts, other, random);
    }
  }
}

function mutateSections({ trees }: TreeParts, other: () => ComponentTree, random: Random): void {
  const { sections } = random.pick(trees);
  const at = random.gap(sections);
  const section = sections[at];
  const donor = random.below(2) === 0 ? random.pick(trees) : random.pick(partsOf(other()).trees);
  switch (random.below(8)) {
    case 0:
    case 1:
      // One of another place. It stays there too, and what comes of both is the same: trees may share parts.
      if (donor.sections.length > 0) sections.splice(at, 0, copyOf(random.pick(donor.sections)));
      break;
    case 2:
      if (section !== undefined) sections.splice(at, 0, copyOf(section));
      break;
    case 3:
      sections.splice(at, 1);
      break;
    case 4:
      swap(sections, at, random.gap(sections));
      break;
    case 5:
      if (section !== undefined) section.id = random.below(14);
      break;
    case 6:
      if (section !== undefined)
        section.claimedSize = Math.max(0, section.body.length + random.below(64) - 8);
      break;
    default:
      // A component in the component.
      sections.splice(at, 0, { id: 4, body: [{ kind: 'component', tree: shallowCopy(donor) }] });
  }
}

function mutateItems({ items: vectors }: TreeParts, other: () => ComponentTree, random: Random): void {
  if (vectors.length === 0) return;
  const vector = random.pick(vectors);
  const { items, label } = vector;
  const at = random.gap(items);
  const item = items[at];
  switch (random.below(8)) {
    case 0:
    case 1: {
      const donors = random.below(2) === 0 ? vectors : partsOf(other()).items;
      const fitting = donors.filter((donor) => donor.label === label && donor.items.length > 0);
      if (fitting.length > 0) items.splice(at, 0, copyOf(random.pick(random.pick(fitting).items)));
      break;
    }
    case 2:
    case 3:
      if (item !== undefined) items.splice(random.gap(items), 0, copyOf(item));
      break;
    case 4:
    case 5:
      items.splice(at, 1);
      break;
    case 6:
      swap(items, at, random.gap(items));
      break;
    default:
      vector.claimedCount =
        random.below(3) === 0 ? 2 ** 32 - 1 : Math.max(0, items.length + random.below(3) - 1);
  }
}

function mutateLeaf({ leaves }: TreeParts, other: () => ComponentTree, random: Random): void {
  if (leaves.length === 0) return;
  const leaf = random.pick(leaves);
  switch (leaf.kind) {
    case 'index':
    case 'number':
      leaf.bytes = otherNumber(leaf.bytes[0] ?? 0, random);
      break;
    case 'name':
      leaf.bytes = otherName(leaf, leaves, other, random);
      break;
    case 'byte':
      leaf.bytes = Uint8Array.of(otherByte(leaf.bytes[0] ?? 0, random));
      break;
    default:
      leaf.bytes = mutateBytes(leaf.bytes, () => leaf.bytes, random);
  }
}

/** Names that stand for something, put together with what names are made of. */
const nameParts = [
  '[constructor]',
  '[method]',
  '[static]',
  '[async]',
  'a',
  'A-B',
  '.',
  '-',
  '@1.2.3',
  ':',
  '/',
  'unlocked-dep=<a>',
  'é',
  '\0',
];

function otherName(
  leaf: Leaf,
  leaves: readonly Leaf[],
  other: () => ComponentTree,
  random: Random,
): Uint8Array {
  const names = (all: readonly Leaf[]) => all.filter(({ kind }) => kind === 'name');
  const donors = names(random.below(2) === 0 ? leaves : partsOf(other()).leaves);
  switch (random.below(4)) {
    case 0:
    case 1:
      return donors.length === 0 ? leaf.bytes : random.pick(donors).bytes;
    case 2: {
      const text = new TextDecoder().decode(leaf.bytes.subarray(1));
      const at = random.gap(text);
      const mutated = text.slice(0, at) + random.pick(nameParts) + text.slice(at + random.below(3));
      return withLength(new TextEncoder().encode(mutated));
    }
    default:
      return withLength(mutateBytes(leaf.bytes.subarray(1), () => leaf.bytes, random));
  }
}

function withLength(bytes: Uint8Array): Uint8Array {
  return bytes.length < 0x80 ? Uint8Array.of(bytes.length, ...bytes) : Uint8Array.of(0);
}

function otherByte(byte: number, random: Random): number {
  switch (random.below(4)) {
    case 0:
      return random.below(256);
    case 1:
      return random.pick(canonOpcodes);
    case 2:
      return 0x60 + random.below(0x20);
    default:
      return (byte + random.below(5) + 254) % 256;
  }
}

function swap<Item>(items: Item[], a: number, b: number): void {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) return;
  [items[a], items[b]] = [second, first];
}

function shallowCopy({ sections }: ComponentTree): ComponentTree {
  const copied: Section[] = sections.map(copyOf);
  return { preamble: componentPreamble, sections: copied, tail: new Uint8Array() };
}

/** Later changes of the one are then none of the other. */
function copyOf<Value>(value: Value): Value {
  return structuredClone(value);
}
