import type { ComponentTree, Node, Section } from './component-tree.js';
import { definitionGrammar } from './grammar.js';
import { NotInGrammar, TreeReader } from './tree-reader.js';

const preambleSize = 8;

/** Takes a component apart. What the grammar here does not know stays as raw bytes, so that nothing is lost. */
export function readTree(bytes: Uint8Array): ComponentTree {
  const reader = new TreeReader(bytes);
  const tree: ComponentTree = { preamble: reader.skip(preambleSize), sections: [], tail: new Uint8Array() };
  while (!reader.atEnd) {
    const before = reader.offset;
    const section = readSection(reader);
    if (section === undefined) {
      tree.tail = bytes.subarray(before);
      break;
    }
    tree.sections.push(section);
  }
  return tree;
}

function readSection(reader: TreeReader): Section | undefined {
  try {
    const id = reader.byte();
    reader.take();
    return { id, body: bodyOf(id, reader.sized()) };
  } catch (error) {
    if (error instanceof NotInGrammar) return undefined;
    throw error;
  }
}

const componentId = 4;

function bodyOf(id: number, bytes: Uint8Array): Node[] {
  if (id === componentId) return [{ kind: 'component', tree: readTree(bytes) }];
  const read = definitionGrammar[id];
  try {
    const reader = new TreeReader(bytes);
    if (read !== undefined) {
      read(reader);
      if (reader.atEnd) return reader.take();
    }
  } catch (error) {
    if (!(error instanceof NotInGrammar)) throw error;
  }
  return [{ kind: 'raw', bytes }];
}
