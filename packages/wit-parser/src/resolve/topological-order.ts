import { shortestCycle, strongComponents } from './strong-components.js';
import type { Dependency, DependencyGraph } from './strong-components.js';

export interface TopologicalOrder {
  /**
   * All nodes. First those that depend on no cycle, each after those it depends on, else the lower index first; then
   * the others, after those they depend on as far as that can be.
   */
  readonly order: readonly number[];
  /** One cycle of each part of the graph that has any, from its lowest index on. */
  readonly cycles: readonly (readonly Dependency[])[];
}

/** Sorts nodes by their dependencies, as stably as they allow. */
export function topologicalOrder(graph: DependencyGraph): TopologicalOrder {
  const remaining = graph.map((list) => list.length);
  const dependents: number[][] = graph.map(() => []);
  for (const [from, list] of graph.entries()) for (const to of list) dependents[to]?.push(from);
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
  if (order.length === graph.length) return { order, cycles: [] };
  const left = remaining.flatMap((count, node) => (count > 0 ? [node] : []));
  const components = strongComponents(withoutOthers(graph, remaining), left);
  const cycles = components.map((component) => shortestCycle(graph, component));
  return {
    order: [...order, ...components.flat()],
    cycles: cycles.filter((cycle) => cycle.length > 0),
  };
}

/** The same nodes, but only the dependencies on nodes that are left. */
function withoutOthers(graph: DependencyGraph, remaining: readonly number[]): DependencyGraph {
  return graph.map((list, from) =>
    (remaining[from] ?? 0) > 0 ? list.filter((to) => (remaining[to] ?? 0) > 0) : [],
  );
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
