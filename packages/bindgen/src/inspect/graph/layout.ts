import type { Graph } from './graph.js';

/** Where everything stands, in columns from left to right: each node to the right of all that feeds it. */
export interface Layout {
  /** For each node. */
  readonly places: readonly Place[];
  /** For each edge, the places that it goes through between its ends: one in each column that it crosses. */
  readonly bends: readonly (readonly Place[])[];
  readonly columns: number;
  readonly rows: number;
}

export interface Place {
  readonly column: number;
  /** In rows; a column that has less of them stands in the middle. */
  readonly row: number;
}

/** A node, or the place where an edge crosses a column. */
interface Slot {
  readonly column: number;
  readonly before: Slot[];
  readonly after: Slot[];
  order: number;
}

const sweeps = 8;

export function layOut({ nodes, edges }: Graph): Layout {
  const columnOf = columns(nodes.length, edges);
  const slots = columnOf.map((column): Slot => newSlot(column));
  const crossings = edges.map(({ from, to }) => cross(slots[from], slots[to]));
  const byColumn = inColumns([...slots, ...crossings.flat()]);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? byColumn : byColumn.toReversed())
      sortColumn(column, (slot) => (isForward ? slot.before : slot.after));
  }
  const rows = Math.max(0, ...byColumn.map((column) => column.length));
  const place = (slot: Slot): Place => {
    const size = byColumn[slot.column]?.length ?? 0;
    return { column: slot.column, row: slot.order + (rows - size) / 2 };
  };
  return {
    places: slots.map(place),
    bends: crossings.map((each) => each.map(place)),
    columns: byColumn.length,
    rows,
  };
}

/** The number of steps from what nothing feeds. Exports of the root come last by that. */
function columns(count: number, edges: Graph['edges']): number[] {
  const column = new Array<number>(count).fill(0);
  const outgoing = byStart(edges);
  const missing = new Array<number>(count).fill(0);
  for (const { to } of edges) missing[to] = (missing[to] ?? 0) + 1;
  const ready = [...missing.keys()].filter((node) => missing[node] === 0);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const { to } of outgoing.get(node) ?? []) {
      column[to] = Math.max(column[to] ?? 0, (column[node] ?? 0) + 1);
      missing[to] = (missing[to] ?? 0) - 1;
      if (missing[to] === 0) ready.push(to);
    }
  }
  return column;
}

function byStart(edges: Graph['edges']): Map<number, Graph['edges'][number][]> {
  const found = new Map<number, Graph['edges'][number][]>();
  for (const edge of edges) {
    const known = found.get(edge.from);
    if (known === undefined) found.set(edge.from, [edge]);
    else known.push(edge);
  }
  return found;
}

function newSlot(column: number): Slot {
  return { column, before: [], after: [], order: 0 };
}

/** Joins two slots through one in each column between. */
function cross(from: Slot | undefined, to: Slot | undefined): Slot[] {
  if (from === undefined || to === undefined) return [];
  const between: Slot[] = [];
  for (let column = from.column + 1; column < to.column; column++) between.push(newSlot(column));
  let last = from;
  for (const slot of [...between, to]) {
    last.after.push(slot);
    slot.before.push(last);
    last = slot;
  }
  return between;
}

function inColumns(slots: readonly Slot[]): Slot[][] {
  const found: Slot[][] = [];
  for (const slot of slots) {
    const column = (found[slot.column] ??= []);
    slot.order = column.push(slot) - 1;
  }
  return found;
}

/** Puts each slot at the height of its neighbours on one side; those without any keep theirs. */
function sortColumn(column: Slot[], neighbours: (slot: Slot) => readonly Slot[]): void {
  const heights = new Map(column.map((slot) => [slot, heightOf(slot, neighbours(slot))]));
  column.sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
  for (const [order, slot] of column.entries()) slot.order = order;
}

function heightOf(slot: Slot, neighbours: readonly Slot[]): number {
  if (neighbours.length === 0) return slot.order;
  return neighbours.reduce((sum, { order }) => sum + order, 0) / neighbours.length;
}
