import type { Identifier } from '../syntax/ast.js';
import type { TypeBody, TypeDefSyntax, TypeSyntax } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import type { TypeScope } from './scopes.js';
import { topologicalOrder } from './topological-order.js';
import { reportUnknownType } from './types.js';

/**
 * The declarations of an interface or a world, each after those that it refers to. One that refers to itself, or to a
 * name that does not exist, is reported and marked in the scope as failed.
 *
 * @param scope - Has the names that `use` brought in, and the functions.
 */
export function orderTypeDefs(
  context: PackageContext,
  typeDefs: readonly TypeDefSyntax[],
  scope: TypeScope,
): readonly TypeDefSyntax[] {
  const indices = new Map(typeDefs.map(({ name }, index) => [name.text, index]));
  const known = new Set([...scope.names.keys(), ...indices.keys()]);
  const references = typeDefs.map(({ body }) => [...namesInBody(body)]);
  for (const [index, typeDef] of typeDefs.entries()) {
    const unknown = references[index]?.filter(({ text }) => !known.has(text)) ?? [];
    for (const name of unknown) reportUnknownType(context, name, () => known);
    if (unknown.length > 0) fail(scope, typeDef.name);
  }
  const local = references.map((names) => names.filter(({ text }) => indices.has(text)));
  const dependencies = local.map((names) => names.map(({ text }) => indices.get(text) ?? 0));
  const { order, cycles } = topologicalOrder(dependencies);
  for (const cycle of cycles) {
    const uses = cycle.map(({ from, to }) => local[from]?.find(({ text }) => indices.get(text) === to));
    reportTypeCycle(
      context,
      uses.filter((use) => use !== undefined),
    );
  }
  const sorted = order.map((index) => typeDefs[index]).filter((typeDef) => typeDef !== undefined);
  const isSorted = new Set(sorted);
  for (const typeDef of typeDefs) if (!isSorted.has(typeDef)) fail(scope, typeDef.name);
  return sorted.filter(({ name }) => scope.names.get(name.text)?.kind !== 'failed');
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
    notes: others.map(({ text, span }, index) => {
      const container = others[index - 1] ?? first;
      return { message: `\`${container.text}\` contains \`${text}\` here`, span };
    }),
  });
}

function* namesInBody(body: TypeBody): Generator<Identifier> {
  if (body.kind === 'alias') yield* namesInType(body.type);
  else if (body.kind === 'record') for (const field of body.fields) yield* namesInType(field.type);
  else if (body.kind === 'variant') for (const each of body.cases) yield* namesInType(each.type);
}

function* namesInType(type: TypeSyntax | undefined): Generator<Identifier> {
  if (type === undefined) return;
  switch (type.kind) {
    case 'primitive':
    case 'broken':
      return;
    case 'name':
      yield type.name;
      return;
    case 'own':
    case 'borrow':
      yield type.resource;
      return;
    case 'tuple':
      for (const element of type.types) yield* namesInType(element);
      return;
    case 'map':
      yield* namesInType(type.key);
      yield* namesInType(type.value);
      return;
    case 'result':
      yield* namesInType(type.ok);
      yield* namesInType(type.err);
      return;
    default:
      yield* namesInType(type.element);
  }
}
