import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { edgeText, type Graph } from '../src/inspect/graph/graph.js';
import { layOut } from '../src/inspect/graph/layout.js';
import { mermaid } from '../src/inspect/graph/mermaid.js';
import { svg, TooLargeToDraw } from '../src/inspect/graph/svg.js';
import { drawingOf } from '../src/inspect/inspect.js';
import { CommandFolder } from './command-line.js';

/** A component in a component: the inner one is given a function of the host and one of the outer one. */
const nested = encodeComponent(`(component $outer
  (import "a:b/host@1.0.0" (instance $host (export "now" (func (result u32)))))
  (alias export $host "now" (func $now))
  (core module $first (func (export "f") (result i32) unreachable))
  (core instance $first (instantiate $first))
  (alias core export $first "f" (core func $f))
  (func $f (result u32) (canon lift (core func $f)))
  (component $inner
    (import "now" (func $now (result u32)))
    (import "f" (func $f (result u32)))
    (core func $now (canon lower (func $now)))
    (core func $f (canon lower (func $f)))
    (core module $second
      (import "host" "now" (func (result i32)))
      (import "host" "f" (func (result i32)))
      (func (export "g") (result i32) unreachable))
    (core instance $second (instantiate $second (with "host" (instance
      (export "now" (func $now))
      (export "f" (func $f))))))
    (alias core export $second "g" (core func $g))
    (func $g (result u32) (canon lift (core func $g)))
    (export "g" (func $g)))
  (instance $inner (instantiate $inner (with "now" (func $now)) (with "f" (func $f))))
  (alias export $inner "g" (func $g))
  (export "again" (func $now))
  (export "g" (func $g)))`);

describe('a drawing in Mermaid', () => {
  it('has what is instantiated, where, and what feeds what', () => {
    expect(drawingOf(nested, 'mermaid')).toBe(`flowchart LR
  n0(["a:b/host@1.0.0"]):::import
  n3(["again"]):::export
  n4(["g"]):::export
  subgraph g0 ["outer"]
    n1["first<br/>48 bytes"]:::core
    subgraph g1 ["inner"]
      n2["second<br/>72 bytes"]:::core
    end
  end
  n0 -->|"now"| n2
  n1 -->|"f"| n2
  n0 -->|"again"| n3
  n2 -->|"g"| n4
  classDef import fill:#e3f2fd,stroke:#1565c0,color:#0d2b4a
  classDef core fill:#f5f5f5,stroke:#616161,color:#212121
  classDef export fill:#e8f5e9,stroke:#2e7d32,color:#15351a
`);
  });

  it('is the same each time', () => {
    expect(drawingOf(nested, 'mermaid')).toBe(drawingOf(nested, 'mermaid'));
    expect(drawingOf(nested, 'svg')).toBe(drawingOf(nested, 'svg'));
  });

  it('escapes whatever names have in them', () => {
    const escaped = '#34;]#59; click n0 #60;img#62;#38;#35;#96; #92;u#123;1b#125;';
    expect(mermaid(graphOf(hostile, hostile)).split('\n').slice(0, 4)).toEqual([
      'flowchart LR',
      `  n0(["${escaped}"]):::import`,
      '  n1["x<br/>1 byte"]:::core',
      `  n0 -->|"${escaped}"| n1`,
    ]);
  });
});

describe('a drawing in SVG', () => {
  it('is XML in which names are text', () => {
    const text = svg(graphOf(hostile, hostile));
    expect(elementsOf(text)).toContain('svg');
    expect(elementsOf(text)).not.toContain('img');
    expect(text).toContain('&quot;]; click n0 &lt;img&gt;&amp;#` \\u{1b}');
    expect(text).not.toContain('\u001b');
  });

  it('has a box for each node and a path for each edge', () => {
    const elements = elementsOf(drawingOf(nested, 'svg'));
    const count = (name: string): number => elements.filter((each) => each === name).length;
    // The background, and the arrow head.
    expect([count('rect'), count('path')]).toEqual([5 + 1, 4 + 1]);
  });

  it('is refused for what nobody could see anything in', () => {
    const nodes = Array.from({ length: 401 }, () => ({ ...node, label: 'x' }));
    expect(() => svg({ nodes, edges: [], groups: [] })).toThrow(TooLargeToDraw);
  });
});

describe('the layout', () => {
  it('puts each node to the right of all that feeds it, and no two in one place', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => ({ ...node, label: `n${index}` }));
    const edges = nodes.flatMap((_, to) =>
      [Math.floor(to / 2), Math.floor(to / 3)]
        .filter((from) => from < to)
        .map((from) => ({ from, to, items: ['x'] })),
    );
    const { places, bends } = layOut({ nodes, edges, groups: [] });
    for (const { from, to } of edges) expect(places[from]?.column).toBeLessThan(places[to]?.column ?? 0);
    const all = [...places, ...bends.flat()].map(({ column, row }) => `${column} ${row}`);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is nothing for nothing', () => {
    expect(layOut({ nodes: [], edges: [], groups: [] })).toEqual({
      places: [],
      bends: [],
      columns: 0,
      rows: 0,
    });
  });
});

describe('what stands at an edge', () => {
  it('is names, if they are few', () => {
    expect(edgeText({ from: 0, to: 1, items: ['a', 'b', 'c'] })).toBe('a, b, c');
    expect(edgeText({ from: 0, to: 1, items: ['a', 'b', 'c', 'd'] })).toBe('4 items');
  });
});

describe('inspect --graph', () => {
  let folder: CommandFolder;
  beforeEach(async () => {
    folder = await CommandFolder.create({ 'nested.wasm': nested });
  });
  afterEach(() => folder.remove());

  it.each([
    [['--graph', '@/nested.wasm']],
    [['@/nested.wasm', '--graph']],
    [['@/nested.wasm', '--graph', 'mermaid']],
  ])('is Mermaid if nothing is said: %j', async (args) => {
    const { exitCode, out, err } = await folder.run('inspect', ...args);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toBe(drawingOf(nested, 'mermaid'));
  });

  it('can be SVG', async () => {
    await folder.run('inspect', '--graph', 'svg', '@/nested.wasm', '--out', '@/nested.svg');
    expect(await folder.read('nested.svg')).toBe(drawingOf(nested, 'svg'));
  });
});

const node = { kind: 'core-instance', label: '', detail: undefined, group: undefined } as const;

/** What would end a string, an element, an entity or a line. */
const hostile = '"]; click n0 <img>&#` \u001b';

function graphOf(label: string, item: string): Graph {
  return {
    nodes: [
      { ...node, kind: 'import', label },
      { ...node, label: 'x', detail: '1 byte' },
    ],
    edges: [{ from: 0, to: 1, items: [item] }],
    groups: [],
  };
}

/** The names of the elements of a text, which is checked to be well-formed as far as tags and entities go. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [tag, end, name = '', self] of xml.matchAll(
    /<(\/?)([a-z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (end === '/') expect(open.pop()).toBe(name);
    else names.push(name);
    if (end !== '/' && self !== '/') open.push(name);
    xml = xml.replace(tag, '');
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/[<>]/);
  expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  return names;
}
