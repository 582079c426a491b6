import { printable } from '@wit-bindgen-ts/wit-parser';
import { edgeText, type Graph, type GraphEdge, type GraphNode } from './graph.js';
import { layOut, type Place } from './layout.js';
import { cornerOf, curves, gap, Labels, margin, node, type Curve } from './svg-geometry.js';

/** Beyond this, nobody sees anything in a drawing. */
const mostNodes = 400;
const mostCharacters = 34;

/** Thrown for a graph that is too large to be drawn. */
export class TooLargeToDraw extends Error {
  override readonly name = 'TooLargeToDraw';
}

/**
 * A drawing in SVG, from left to right: imports, instances, exports. Whole names are in titles, which viewers show when
 * they are pointed at.
 *
 * @throws TooLargeToDraw
 */
export function svg(graph: Graph): string {
  if (graph.nodes.length > mostNodes)
    throw new TooLargeToDraw(
      `there are ${graph.nodes.length} nodes, and a drawing holds ${mostNodes}: write it as mermaid`,
    );
  const layout = layOut(graph);
  const width = 2 * margin + Math.max(1, layout.columns) * (node.width + gap.x) - gap.x;
  const height = 2 * margin + Math.max(1, layout.rows) * (node.height + gap.y) - gap.y;
  const labels = new Labels();
  const paths = graph.edges.flatMap((edge, index) => {
    const { [edge.from]: from, [edge.to]: to } = layout.places;
    if (from === undefined || to === undefined) return [];
    return [{ path: curves([from, ...(layout.bends[index] ?? []), to]), edge }];
  });
  const isGrouped =
    new Set(graph.nodes.map(({ group }) => group).filter((each) => each !== undefined)).size > 1;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...head,
    ...paths.flatMap(({ path, edge }) => pathLines(path, edge)),
    ...paths.flatMap(({ path, edge }) => labelLines(path, edge, labels)),
    ...graph.nodes.flatMap((each, index) => {
      const place = layout.places[index];
      const group = isGrouped && each.group !== undefined ? graph.groups[each.group]?.label : undefined;
      return place === undefined ? [] : nodeLines(each, place, group);
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

const head = [
  '<style>',
  '  text { font: 13px system-ui, sans-serif; fill: #212121; }',
  '  .detail { font-size: 11px; fill: #616161; }',
  '  .label { font-size: 11px; fill: #424242; stroke: #fff; stroke-width: 4px; paint-order: stroke; text-anchor: middle; }',
  '  .edge { fill: none; stroke: #9e9e9e; stroke-width: 1.5; marker-end: url(#arrow); }',
  '  .import { fill: #e3f2fd; stroke: #1565c0; }',
  '  .core-instance { fill: #f5f5f5; stroke: #616161; }',
  '  .imported-component { fill: #fff3e0; stroke: #ef6c00; }',
  '  .export { fill: #e8f5e9; stroke: #2e7d32; }',
  '</style>',
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">',
  '  <path d="M0 0 L8 4 L0 8 z" fill="#9e9e9e"/>',
  '</marker></defs>',
  '<rect width="100%" height="100%" fill="#fff"/>',
];

function nodeLines({ kind, label, detail }: GraphNode, place: Place, group: string | undefined): string[] {
  const { x, y } = cornerOf(place);
  const more = [detail, group === undefined ? undefined : `in ${group}`].filter((each) => each !== undefined);
  const radius = kind === 'import' || kind === 'export' ? node.height / 2 : 4;
  const center = x + node.width / 2;
  const text = (dy: number, content: string, name: string): string =>
    `  <text class="${name}" x="${center}" y="${y + dy}" text-anchor="middle">${xml(shortened(content))}</text>`;
  return [
    `<g><title>${xml([label, ...more].join(', '))}</title>`,
    `  <rect class="${kind}" x="${x}" y="${y}" width="${node.width}" height="${node.height}" rx="${radius}"/>`,
    text(more.length === 0 ? 28 : 20, label, 'name'),
    ...(more.length === 0 ? [] : [text(36, more.join(', '), 'detail')]),
    '</g>',
  ];
}

/** A curve from place to place. */
function pathLines(path: readonly Curve[], edge: GraphEdge): string[] {
  const [first] = path;
  if (first === undefined) return [];
  const steps = path.map(({ from, to }) => {
    const middle = (from.x + to.x) / 2;
    return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  });
  const line = `M${first.from.x} ${first.from.y} ${steps.join(' ')}`;
  return [`<path class="edge" d="${line}"><title>${xml(edge.items.join(', '))}</title></path>`];
}

/** What goes along a curve, at its first bow. */
function labelLines([first]: readonly Curve[], edge: GraphEdge, labels: Labels): string[] {
  if (first === undefined) return [];
  const text = shortened(edgeText(edge), 24);
  const { x, y } = labels.place(first, text);
  const title = `<title>${xml(edge.items.join(', '))}</title>`;
  return [`<text class="label" x="${x}" y="${y + 4}">${title}${xml(text)}</text>`];
}

function shortened(text: string, most = mostCharacters): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML, without the characters that XML cannot have. */
function xml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
