/** A node names those it depends on by their indices. */
export interface Dependency {
  readonly from: number;
  readonly to: number;
}

export interface TopologicalOrder {
  /** The nodes that depend on no cycle, each after those it depends on; else the lower index comes first. */
  readonly order: readonly number[];
  /** One list of dependencies for each cycle that was found, from its lowest index on. */
  readonly cycles: readonly (readonly Dependency[])[];
}

/** Sorts nodes by their dependencies, as stably as they allow. `dependencies[i]` are those of node `i`. */
export function topologicalOrder(dependencies: readonly (readonly number[])[]): TopologicalOrder {
  const remaining = dependencies.map((list) => list.length);
  const dependents: number[][] = dependencies.map(() => []);
  for (const [from, list] of dependencies.entries()) for (const to of list) dependents[to]?.push(from);
  const ready = new IndexHeap();
  for (const [node, count] of remaining.entries()) if (count === 0) ready.push(node);
  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node);
    for (const dependent of dependents[node] ?? []) {
      const count = (remaining[dependent] ?? 0) - 1;
      remaining[dependent] = count;
      if (count === 0) ready.push(dependent);
    }
  }
  return { order, cycles: order.length === dependencies.length ? [] : findCycles(dependencies, remaining) };
}

/** Follows, from each node left over, the first dependency that is left over too, until a node comes again. */
function findCycles(
  dependencies: readonly (readonly number[])[],
  remaining: readonly number[],
): Dependency[][] {
  const isLeft = (node: number) => (remaining[node] ?? 0) > 0;
  const visitedFrom = new Map<number, number>();
  const cycles: Dependency[][] = [];
  for (const start of dependencies.keys()) {
    const path: number[] = [];
    let node: number | undefined = isLeft(start) ? start : undefined;
    while (node !== undefined && !visitedFrom.has(node)) {
      visitedFrom.set(node, start);
      path.push(node);
      node = dependencies[node]?.find(isLeft);
    }
    if (node !== undefined && visitedFrom.get(node) === start)
      cycles.push(cycleOf(path.slice(path.indexOf(node))));
  }
  return cycles;
}

function cycleOf(nodes: readonly number[]): Dependency[] {
  const lowest = nodes.indexOf(nodes.reduce((a, b) => Math.min(a, b)));
  const turned = [...nodes.slice(lowest), ...nodes.slice(0, lowest)];
  return turned.map((from, index) => ({ from, to: turned[(index + 1) % turned.length] ?? from }));
}

/** A binary heap of indices, lowest first. */
class IndexHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.#at(parent) <= item) break;
      items[at] = this.#at(parent);
      at = parent;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (this.#at(child + 1) < this.#at(child)) child++;
      if (this.#at(child) >= last) break;
      items[at] = this.#at(child);
      at = child;
    }
    items[at] = last;
    return first;
  }

  #at(index: number): number {
    return this.#items[index] ?? Infinity;
  }
}
