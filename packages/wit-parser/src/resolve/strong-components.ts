/** For each node, those that it depends on, by their indices. */
export type DependencyGraph = readonly (readonly number[])[];

/**
 * The parts of a graph in which every node depends on every other, each part after those that it depends on. In a
 * graph without cycles each node is a part of its own, and the order is that of a depth-first walk.
 *
 * This is Tarjan's algorithm, with a path of its own instead of the call stack.
 */
export function strongComponents(graph: DependencyGraph, roots: Iterable<number>): number[][] {
  const walk = new ComponentWalk(graph);
  for (const root of roots) walk.visit(root);
  return walk.components;
}

class ComponentWalk {
  readonly components: number[][] = [];
  readonly #graph: DependencyGraph;
  /** When each node was first met, from 1 on; 0 before. */
  readonly #met: Uint32Array;
  /** The earliest met node that each one leads back to, as far as is known; `Infinity` once its part is complete. */
  readonly #earliest: Float64Array;
  #count = 0;
  /** Nodes whose part is not complete. */
  readonly #open: number[] = [];

  constructor(graph: DependencyGraph) {
    this.#graph = graph;
    this.#met = new Uint32Array(graph.length);
    this.#earliest = new Float64Array(graph.length);
  }

  visit(root: number): void {
    if (this.#met[root] !== 0) return;
    const path = [this.#enter(root)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const dependency = this.#graph[step.node]?.[step.next++];
      if (dependency === undefined) {
        path.pop();
        this.#leave(step.node);
        const parent = path.at(-1);
        if (parent !== undefined) this.#lead(parent.node, step.node);
      } else if (this.#met[dependency] === 0) path.push(this.#enter(dependency));
      else this.#lead(step.node, dependency);
    }
  }

  #enter(node: number): { readonly node: number; next: number } {
    this.#met[node] = ++this.#count;
    this.#earliest[node] = this.#count;
    this.#open.push(node);
    return { node, next: 0 };
  }

  #lead(from: number, to: number): void {
    this.#earliest[from] = Math.min(this.#earliest[from] ?? 0, this.#earliest[to] ?? 0);
  }

  #leave(node: number): void {
    if (this.#earliest[node] !== this.#met[node]) return;
    const component = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of component) this.#earliest[member] = Infinity;
    this.components.push(component.sort((a, b) => a - b));
  }
}

/** The dependencies of a shortest cycle through the first node of a part; none when there is no cycle. */
export function shortestCycle(graph: DependencyGraph, component: readonly number[]): Dependency[] {
  const [start] = component;
  if (start === undefined) return [];
  const members = new Set(component);
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const from of queue) {
    for (const to of graph[from] ?? []) {
      if (to === start) return pathTo(from, cameFrom, start);
      if (!members.has(to) || cameFrom.has(to)) continue;
      cameFrom.set(to, from);
      queue.push(to);
    }
  }
  return [];
}

/** One node depends on another. */
export interface Dependency {
  readonly from: number;
  readonly to: number;
}

function pathTo(last: number, cameFrom: ReadonlyMap<number, number>, start: number): Dependency[] {
  const dependencies = [{ from: last, to: start }];
  for (let to = last; to !== start;) {
    const from = cameFrom.get(to) ?? start;
    dependencies.push({ from, to });
    to = from;
  }
  return dependencies.reverse();
}
