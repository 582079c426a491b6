import type { Identifier } from '../syntax/ast.js';
import type { TypeBody } from '../syntax/ast-types.js';
import type { Report } from './context.js';
import { reportTypeCycle } from './rules/type-cycles.js';
import type { TypeScope } from './scopes.js';
import { topologicalOrder } from './topological-order.js';
import { visitBody } from './type-names.js';

type Names = TypeScope['names'];

/**
 * The types of an interface or a world, each after those that it refers to. Those that are part of a cycle, or need
 * one, come last; the cycles are reported.
 *
 * @param nodes - What is brought in by `use`, which refers to nothing, and the declarations.
 * @param names - Has each of them by its index in the list.
 */
export function orderTypes<Node extends { readonly body?: TypeBody | undefined }>(
  report: Report,
  nodes: readonly Node[],
  names: Names,
): readonly Node[] {
  if (areOrdered(nodes, names)) return nodes;
  const references = nodes.map(({ body }) => referencesIn(body, names));
  const { order, cycles } = topologicalOrder(references.map((list) => list.map(({ index }) => index)));
  for (const cycle of cycles) {
    const uses = cycle.map(({ from, to }) => references[from]?.find(({ index }) => index === to)?.name);
    reportTypeCycle(
      report,
      uses.filter((use) => use !== undefined),
    );
  }
  return order.flatMap((index) => nodes[index] ?? []);
}

/** Most are written in this order. */
function areOrdered(nodes: readonly { readonly body?: TypeBody | undefined }[], names: Names): boolean {
  let latest = -1;
  const visit = ({ text }: Identifier) => {
    const entry = names.get(text);
    if (entry?.kind === 'pending' && entry.index > latest) latest = entry.index;
  };
  for (let index = 0; index < nodes.length; index++) {
    visitBody(nodes[index]?.body, visit);
    if (latest >= index) return false;
  }
  return true;
}

interface Reference {
  readonly name: Identifier;
  readonly index: number;
}

function referencesIn(body: TypeBody | undefined, names: Names): Reference[] {
  const references: Reference[] = [];
  visitBody(body, (name) => {
    const entry = names.get(name.text);
    if (entry?.kind === 'pending') references.push({ name, index: entry.index });
  });
  return references;
}
