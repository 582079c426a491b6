/** What becomes of a component when it is instantiated: what there is, and what feeds what. */

/** An import of the root, an instance, or an export of the root. */
export interface GraphNode {
  readonly kind: 'import' | 'core-instance' | 'imported-component' | 'export';
  readonly label: string;
  readonly detail: string | undefined;
  /** The component instance that it stands in, by its place in `groups`. */
  readonly group: number | undefined;
}

/** From one node to another, by their places; each pair once. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** What goes along it, by name. */
  readonly items: readonly string[];
}

/** A component instance. */
export interface GraphGroup {
  readonly label: string;
  /** The one that instantiated it. */
  readonly parent: number | undefined;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly groups: readonly GraphGroup[];
}

const mostNames = 3;

/** What stands at an edge: names, if they are few. */
export function edgeText({ items }: GraphEdge): string {
  return items.length > mostNames ? `${items.length} items` : items.join(', ');
}

/** Collects nodes and edges. */
export class GraphBuilder {
  readonly nodes: GraphNode[] = [];
  readonly #edges = new Map<string, { from: number; to: number; items: Set<string> }>();

  node(kind: GraphNode['kind'], label: string, more: { detail?: string; group?: number } = {}): number {
    return this.nodes.push({ kind, label, detail: more.detail, group: more.group }) - 1;
  }

  edge(from: number | undefined, to: number, item: string): void {
    if (from === undefined) return;
    const key = `${from} ${to}`;
    const edge = this.#edges.get(key) ?? { from, to, items: new Set() };
    edge.items.add(item);
    this.#edges.set(key, edge);
  }

  get edges(): GraphEdge[] {
    return [...this.#edges.values()].map((edge) => ({ ...edge, items: [...edge.items] }));
  }
}
