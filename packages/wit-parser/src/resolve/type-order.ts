import type { Identifier } from '../syntax/ast.js';
import type { TypeBody, TypeDefSyntax, TypeSyntax } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import { localName } from './rules/distinct-names.js';
import { reportUnknownType } from './rules/known-types.js';
import type { TypeScope } from './scopes.js';
import { topologicalOrder } from './topological-order.js';
import type { ScopeItem } from './type-scope.js';

/**
 * The declarations of an interface or a world, each after those that it refers to. One that refers to itself, or to a
 * name that does not exist, is reported and marked in the scope as failed.
 *
 * @param distinct - The first declaration of each name: others are left out.
 * @param scope - Has the names that `use` brought in, the functions, and what is broken.
 */
export function orderTypeDefs(
  context: PackageContext,
  items: readonly ScopeItem[],
  distinct: ReadonlyMap<string, Identifier>,
  scope: TypeScope,
): readonly TypeDefSyntax[] {
  const nodes = typeNodes(items, distinct);
  const indices = new Map<string, number>();
  for (let index = 0; index < nodes.length; index++) indices.set(nodes[index]?.name.text ?? '', index);
  // Most people declare a type before they use it: then there is nothing to sort.
  const isSorted = checkNames(context, nodes, indices, distinct, scope);
  const sorted = isSorted ? nodes : sortNodes(context, nodes, indices, scope);
  const typeDefs: TypeDefSyntax[] = [];
  for (const { name, typeDef } of sorted) {
    if (typeDef !== undefined && scope.names.get(name.text)?.kind !== 'failed') typeDefs.push(typeDef);
  }
  return typeDefs;
}

interface TypeNode {
  readonly name: Identifier;
  /** `undefined` for what a `use` brings in: it refers to nothing here, but has its place in the order. */
  readonly typeDef: TypeDefSyntax | undefined;
}

function typeNodes(items: readonly ScopeItem[], distinct: ReadonlyMap<string, Identifier>): TypeNode[] {
  const nodes: TypeNode[] = [];
  for (const item of items) {
    if (item.kind === 'type') {
      if (distinct.get(item.name.text) === item.name) nodes.push({ name: item.name, typeDef: item });
    } else if (item.kind === 'use-types') {
      for (const renamed of item.names) nodes.push({ name: localName(renamed), typeDef: undefined });
    }
  }
  return nodes;
}

/** Reports the names that do not exist. @returns Whether every declaration stands after those that it refers to. */
function checkNames(
  context: PackageContext,
  nodes: readonly TypeNode[],
  indices: ReadonlyMap<string, number>,
  distinct: ReadonlyMap<string, Identifier>,
  scope: TypeScope,
): boolean {
  let isSorted = true;
  for (let index = 0; index < nodes.length; index++) {
    const { typeDef } = nodes[index] ?? {};
    if (typeDef === undefined) continue;
    forEachName(typeDef.body, (name) => {
      const target = indices.get(name.text);
      if (target !== undefined) isSorted &&= target < index;
      else if (!scope.names.has(name.text)) {
        if (!scope.isBroken) reportUnknownType(context, name, () => distinct.keys());
        fail(scope, typeDef.name);
      }
    });
  }
  return isSorted;
}

function sortNodes(
  context: PackageContext,
  nodes: readonly TypeNode[],
  indices: ReadonlyMap<string, number>,
  scope: TypeScope,
): readonly TypeNode[] {
  const references = nodes.map(({ typeDef }) => {
    const names: Identifier[] = [];
    if (typeDef !== undefined)
      forEachName(typeDef.body, (name) => indices.has(name.text) && names.push(name));
    return names;
  });
  const dependencies = references.map((names) => names.map(({ text }) => indices.get(text) ?? 0));
  const { order, cycles } = topologicalOrder(dependencies);
  for (const cycle of cycles) {
    const uses = cycle.map(({ from, to }) => references[from]?.find(({ text }) => indices.get(text) === to));
    reportTypeCycle(
      context,
      uses.filter((use) => use !== undefined),
    );
  }
  const sorted = order.map((index) => nodes[index]).filter((node) => node !== undefined);
  const isThere = new Set(sorted);
  for (const node of nodes) if (!isThere.has(node)) fail(scope, node.name);
  return sorted;
}

function fail(scope: TypeScope, { text, span }: Identifier): void {
  scope.names.set(text, { kind: 'failed', span });
}

function reportTypeCycle({ report }: PackageContext, [first, ...others]: readonly Identifier[]): void {
  if (first === undefined) return;
  report({
    code: 'type-cycle',
    message: `the type \`${(others.at(-1) ?? first).text}\` contains itself`,
    span: first.span,
    notes: [
      ...others.map(({ text, span }, index) => {
        const container = others[index - 1] ?? first;
        return { message: `\`${container.text}\` contains \`${text}\` here`, span };
      }),
      { message: 'no type of WIT is recursive, in a list or an option either' },
    ],
  });
}

type VisitName = (name: Identifier) => unknown;

function forEachName(body: TypeBody, visit: VisitName): void {
  if (body.kind === 'alias') visitType(body.type, visit);
  else if (body.kind === 'record') for (const { type } of body.fields) visitType(type, visit);
  else if (body.kind === 'variant') for (const { type } of body.cases) visitType(type, visit);
}

function visitType(type: TypeSyntax | undefined, visit: VisitName): void {
  if (type === undefined) return;
  switch (type.kind) {
    case 'broken':
    case 'primitive':
      return;
    case 'name':
      visit(type.name);
      return;
    case 'own':
    case 'borrow':
      visit(type.resource);
      return;
    case 'tuple':
      for (const element of type.types) visitType(element, visit);
      return;
    case 'map':
      visitType(type.key, visit);
      visitType(type.value, visit);
      return;
    case 'result':
      visitType(type.ok, visit);
      visitType(type.err, visit);
      return;
    default:
      visitType(type.element, visit);
  }
}
