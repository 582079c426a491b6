import { concatenate } from '../../conformance/wast/s-expression.js';
import { u32 } from '../../harness/component-binary.js';

/** A component binary taken apart so far that parts can be moved, and sizes and counts written anew. It is changed in place. */
export interface ComponentTree {
  preamble: Uint8Array;
  sections: Section[];
  /** What follows the last section that could be read. */
  tail: Uint8Array;
}

export interface Section {
  id: number;
  body: Node[];
  /** A size that is a lie. */
  claimedSize?: number;
}

export type Node = Leaf | Items | Nested;

/** Bytes that mean one thing; `raw` ones are not known to. */
export interface Leaf {
  kind: 'byte' | 'index' | 'number' | 'name' | 'raw';
  bytes: Uint8Array;
}

/** A vector. */
export interface Items {
  kind: 'items';
  /** What it is a vector of: only what has the same label fits. */
  label: string;
  items: Node[][];
  /** A count that is a lie. */
  claimedCount?: number;
}

export interface Nested {
  kind: 'component';
  tree: ComponentTree;
}

/** The bytes of a component, with the sizes and counts that it now has. */
export function encodeTree(tree: ComponentTree): Uint8Array<ArrayBuffer> {
  const sections = tree.sections.flatMap(({ id, body, claimedSize }) => {
    const bytes = encodeNodes(body);
    return [Uint8Array.of(id, ...u32(claimedSize ?? bytes.length)), bytes];
  });
  return concatenate([tree.preamble, ...sections, tree.tail]);
}

function encodeNodes(nodes: readonly Node[]): Uint8Array<ArrayBuffer> {
  return concatenate(nodes.map(encodeNode));
}

function encodeNode(node: Node): Uint8Array {
  switch (node.kind) {
    case 'component':
      return encodeTree(node.tree);
    case 'items': {
      const count = Uint8Array.from(u32(node.claimedCount ?? node.items.length));
      return concatenate([count, ...node.items.map(encodeNodes)]);
    }
    default:
      return node.bytes;
  }
}

/** What a tree has of each kind, in it and in all that is nested in it. */
export interface TreeParts {
  readonly trees: ComponentTree[];
  readonly leaves: Leaf[];
  readonly items: Items[];
}

export function partsOf(tree: ComponentTree): TreeParts {
  const parts: TreeParts = { trees: [], leaves: [], items: [] };
  addTree(tree, parts);
  return parts;
}

function addTree(tree: ComponentTree, parts: TreeParts): void {
  parts.trees.push(tree);
  for (const { body } of tree.sections) addNodes(body, parts);
}

function addNodes(nodes: readonly Node[], parts: TreeParts): void {
  for (const node of nodes) {
    if (node.kind === 'component') addTree(node.tree, parts);
    else if (node.kind === 'items') {
      parts.items.push(node);
      for (const item of node.items) addNodes(item, parts);
    } else parts.leaves.push(node);
  }
}
