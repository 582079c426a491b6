import { didYouMean } from '../../source/did-you-mean.js';
import type { Identifier } from '../../syntax/ast.js';
import { primitiveTypes } from '../../syntax/primitive-types.js';
import type { PackageContext } from '../context.js';
import type { TypeId } from '../model.js';
import type { TypeScope } from '../scopes.js';

/** The type that a name stands for; `undefined` when there is none, or it failed. What is wrong is reported once. */
export function lookUpType(context: PackageContext, name: Identifier, scope: TypeScope): TypeId | undefined {
  const entry = scope.names.get(name.text);
  if (entry?.kind === 'type') return entry.id;
  if (entry === undefined && !scope.isBroken) reportUnknownType(context, name, () => scope.names.keys());
  if (entry?.kind === 'function') {
    const notes = [{ message: 'defined here', span: entry.span }];
    const message = `\`${name.text}\` is a function, not a type`;
    context.report({ code: 'not-a-type', message, span: name.span, notes });
  }
  return undefined;
}

/** The resource that a name stands for: only resources have handles. */
export function lookUpResource(
  context: PackageContext,
  name: Identifier,
  scope: TypeScope,
): TypeId | undefined {
  const id = lookUpType(context, name, scope);
  if (id === undefined || context.arenas.isResource(id)) return id;
  context.report({
    code: 'not-a-resource',
    message: `\`${name.text}\` is not a resource: only resources have handles`,
    span: name.span,
    notes: [{ message: 'defined here', span: context.arenas.type(id).span }],
  });
  return undefined;
}

/** Words that name no type in WIT, and the type that is meant. */
const renamedTypes: ReadonlyMap<string, string> = new Map([
  ['float32', 'f32'],
  ['float64', 'f64'],
  ['int', 's32'],
  ['uint', 'u32'],
  ['boolean', 'bool'],
  ['str', 'string'],
]);

/** Reports a name that stands for no type. */
export function reportUnknownType(
  context: PackageContext,
  name: Identifier,
  known: () => Iterable<string>,
): void {
  const renamed = renamedTypes.get(name.text);
  context.report({
    code: 'unknown-type',
    message: `there is no type \`${name.text}\``,
    span: name.span,
    notes: () =>
      renamed === undefined
        ? [...didYouMean(name.text, [...known(), ...primitiveTypes]), ...elsewhere(context, name)]
        : [{ message: `did you mean \`${renamed}\`?` }],
  });
}

/** Interfaces of the package that have a type of this name. */
function elsewhere({ scope }: PackageContext, { text }: Identifier): { readonly message: string }[] {
  for (const item of scope.items.values()) {
    if (item.kind === 'interface' && item.names.get(text)?.kind === 'type') {
      return [{ message: `to use that of \`${item.name}\`, write \`use ${item.name}.{${text}};\`` }];
    }
  }
  return [];
}
