import { printable } from '@wit-bindgen-ts/wit-parser';
import { edgeText, type Graph, type GraphNode } from './graph.js';

/** A flowchart in Mermaid's text. Names stand in it escaped, whatever they are; ids are our own. */
export function mermaid(graph: Graph): string {
  const members = membersOf(graph);
  const outside = members.nodes.get(undefined) ?? [];
  const lines = [
    'flowchart LR',
    ...outside.map((id) => `  ${nodeText(graph, id)}`),
    ...(members.groups.get(undefined) ?? []).flatMap((id) => groupLines(graph, members, id)),
    ...graph.edges.map((edge) => `  n${edge.from} ${arrow(edgeText(edge))} n${edge.to}`),
    ...classes,
  ];
  return `${lines.join('\n')}\n`;
}

/** What stands right in each component instance, and in none. */
interface Members {
  readonly nodes: ReadonlyMap<number | undefined, readonly number[]>;
  readonly groups: ReadonlyMap<number | undefined, readonly number[]>;
}

function membersOf({ nodes, groups }: Graph): Members {
  return { nodes: byKey(nodes.map(({ group }) => group)), groups: byKey(groups.map(({ parent }) => parent)) };
}

function byKey<Key>(keys: readonly Key[]): Map<Key, number[]> {
  const indices = new Map<Key, number[]>();
  for (const [index, key] of keys.entries()) {
    const known = indices.get(key);
    if (known === undefined) indices.set(key, [index]);
    else known.push(index);
  }
  return indices;
}

/** A component instance with all that stands in it; nothing for one that is empty. */
function groupLines(graph: Graph, members: Members, group: number): string[] {
  const nodes = (members.nodes.get(group) ?? []).map((id) => nodeText(graph, id));
  const inner = (members.groups.get(group) ?? []).flatMap((id) => groupLines(graph, members, id));
  if (nodes.length === 0 && inner.length === 0) return [];
  const head = `subgraph g${group} [${quoted(graph.groups[group]?.label ?? '')}]`;
  return [head, ...nodes.map((line) => `  ${line}`), ...inner, 'end'].map((line) => `  ${line}`);
}

function arrow(text: string): string {
  return text === '' ? '-->' : `-->|${quoted(text)}|`;
}

const shapes: Readonly<Record<GraphNode['kind'], readonly [open: string, close: string, name: string]>> = {
  import: ['([', '])', 'import'],
  'core-instance': ['[', ']', 'core'],
  'imported-component': ['[[', ']]', 'core'],
  export: ['([', '])', 'export'],
};

const classes = [
  '  classDef import fill:#e3f2fd,stroke:#1565c0,color:#0d2b4a',
  '  classDef core fill:#f5f5f5,stroke:#616161,color:#212121',
  '  classDef export fill:#e8f5e9,stroke:#2e7d32,color:#15351a',
];

function nodeText({ nodes }: Graph, index: number): string {
  const node = nodes[index];
  if (node === undefined) throw new RangeError(`no node ${index}`);
  const { kind, label, detail } = node;
  const [open, close, name] = shapes[kind];
  return `n${index}${open}${quoted(label, detail)}${close}:::${name}`;
}

function quoted(...lines: (string | undefined)[]): string {
  const texts = lines.filter((line) => line !== undefined).map(escape);
  return `"${texts.join('<br/>')}"`;
}

/** What Mermaid takes for Markdown, and refuses: the beginning of a list. */
const listItem = /^(?:\d+[.)]|[-+])\s/;

/** Mermaid takes characters by their decimal code: `#35;`. Only those stay that mean nothing to it. */
function escape(text: string): string {
  const characters = Array.from(printable(text), (character) =>
    /[A-Za-z0-9 _.,/@:+()[\]-]/.test(character) ? character : code(character),
  );
  const [first] = characters;
  if (first === undefined) return ' ';
  return (listItem.test(text) ? [code(first), ...characters.slice(1)] : characters).join('');
}

function code(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`;
}
