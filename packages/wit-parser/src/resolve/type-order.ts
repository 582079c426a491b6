import type { Identifier } from '../syntax/ast.js';
import type { TypeBody } from '../syntax/ast-types.js';
import type { Report } from './context.js';
import { reportTypeCycle } from './rules/type-cycles.js';
import type { TypeScope } from './scopes.js';
import { topologicalOrder } from './topological-order.js';
import { visitBody } from './type-names.js';

type Names = TypeScope['names'];

/**
 * The types of an interface or a world, each after those that it refers to. Most are written in this order: only where
 * one comes that refers to a later one, the order of the rest is sought. Those that are part of a cycle, or need one,
 * come last; the cycles are reported.
 *
 * @param nodes - What is brought in by `use`, which refers to nothing, and the declarations.
 * @param names - Has each of them by its index in the list, for as long as it is not resolved.
 * @param resolve - Called for each in turn.
 */
export function resolveInOrder<Node extends { readonly body?: TypeBody | undefined }>(
  report: Report,
  nodes: readonly Node[],
  names: Names,
  resolve: (node: Node) => void,
): void {
  let next = 0;
  let latest = -1;
  const visit = ({ text }: Identifier) => {
    const entry = names.get(text);
    if (entry?.kind === 'pending' && entry.index > latest) latest = entry.index;
  };
  for (const node of nodes) {
    visitBody(node.body, visit);
    if (latest >= next) break;
    resolve(node);
    next++;
  }
  if (next < nodes.length)
    for (const node of orderTypes(report, nodes.slice(next), names, next)) resolve(node);
}

/**
 * The same, but only the order.
 *
 * @param first - The index of the first of the nodes.
 */
export function orderTypes<Node extends { readonly body?: TypeBody | undefined }>(
  report: Report,
  nodes: readonly Node[],
  names: Names,
  first = 0,
): readonly Node[] {
  const references = nodes.map(({ body }) => referencesIn(body, names, first));
  const { order, cycles } = topologicalOrder(references.map((list) => list.map(({ node }) => node)));
  for (const cycle of cycles) {
    const uses = cycle.map(({ from, to }) => references[from]?.find(({ node }) => node === to)?.name);
    reportTypeCycle(
      report,
      uses.filter((use) => use !== undefined),
    );
  }
  return order.flatMap((index) => nodes[index] ?? []);
}

interface Reference {
  readonly name: Identifier;
  readonly node: number;
}

function referencesIn(body: TypeBody | undefined, names: Names, first: number): Reference[] {
  const references: Reference[] = [];
  visitBody(body, (name) => {
    const entry = names.get(name.text);
    if (entry?.kind === 'pending') references.push({ name, node: entry.index - first });
  });
  return references;
}
