import { printable } from '@wit-bindgen-ts/wit-parser';
import { edgeText, type Graph, type GraphNode } from './graph.js';
import { layOut, type Place } from './layout.js';

/** Beyond this, nobody sees anything in a drawing. */
const mostNodes = 400;
const mostCharacters = 34;

const margin = 24;
const node = { width: 250, height: 46 };
const gap = { x: 150, y: 22 };

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
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...head,
    ...graph.edges.flatMap((edge, index) => {
      const { [edge.from]: from, [edge.to]: to } = layout.places;
      if (from === undefined || to === undefined) return [];
      return edgeLines([from, ...(layout.bends[index] ?? []), to], edgeText(edge), edge.items);
    }),
    ...graph.nodes.flatMap((each, index) => {
      const place = layout.places[index];
      return place === undefined ? [] : nodeLines(each, place, graph);
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

function nodeLines({ kind, label, detail, group }: GraphNode, place: Place, { groups }: Graph): string[] {
  const { x, y } = cornerOf(place);
  const inside = groups.length > 1 && group !== undefined ? groups[group]?.label : undefined;
  const more = [detail, inside === undefined ? undefined : `in ${inside}`].filter(
    (each) => each !== undefined,
  );
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

/** A curve from place to place, and what goes along it at its first bow. */
function edgeLines(places: readonly Place[], text: string, items: readonly string[]): string[] {
  const corners = places.map(cornerOf);
  const middle = node.height / 2;
  const parts: string[] = [];
  for (const [index, { x, y }] of corners.entries()) {
    const next = corners[index + 1];
    const from = x + (index === 0 ? node.width : node.width / 2);
    if (index === 0) parts.push(`M${from} ${y + middle}`);
    if (next === undefined) continue;
    const to = index + 2 === corners.length ? next.x : next.x + node.width / 2;
    const bend = (to - from) / 2;
    parts.push(`C${from + bend} ${y + middle} ${to - bend} ${next.y + middle} ${to} ${next.y + middle}`);
  }
  const [first, second] = corners;
  if (first === undefined || second === undefined) return [];
  const label = { x: first.x + node.width + gap.x / 2, y: (first.y + second.y) / 2 + middle + 4 };
  return [
    `<g><title>${xml(items.join(', '))}</title>`,
    `  <path class="edge" d="${parts.join(' ')}"/>`,
    `  <text class="label" x="${label.x}" y="${label.y}">${xml(shortened(text, 24))}</text>`,
    '</g>',
  ];
}

function cornerOf({ column, row }: Place): { readonly x: number; readonly y: number } {
  return { x: margin + column * (node.width + gap.x), y: margin + row * (node.height + gap.y) };
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
