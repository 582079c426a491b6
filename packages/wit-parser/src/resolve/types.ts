import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier } from '../syntax/ast.js';
import type { CaseSyntax, FieldSyntax, LabelSyntax, TypeBody, TypeSyntax } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import { primitiveTypes, type PrimitiveType } from '../syntax/primitive-types.js';
import type { Case, Field, Label, Stability, Type, TypeDefKind, TypeId } from './model.js';
import { reportGated } from './path-lookup.js';
import type { TypeScope } from './scopes.js';

/** On whose behalf a type is resolved. */
export interface TypeAsker {
  readonly scope: TypeScope;
  readonly stability: Stability | undefined;
  /** Whether the item that the type belongs to is there. If not, it may name what is not there either. */
  readonly open: boolean;
}

const notMapKeys: ReadonlySet<Type> = new Set<PrimitiveType>(['f32', 'f64', 'error-context']);

/**
 * The type that a piece of syntax stands for. A resource stands for itself: `TypeInterner.owned` makes it a handle.
 *
 * @returns `undefined` when a name in it has no type; that is reported, unless the feature of `asker` is off.
 */
export function resolveType(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): Type | undefined {
  const kind = resolveKind(context, syntax, asker);
  if (kind === undefined) return undefined;
  if (kind.kind === 'alias') return kind.type;
  if (kind.kind === 'own') return kind.resource;
  return context.interner.anonymous(kind, syntax.span, asker.stability);
}

/** What a declaration gives its name to. */
export function resolveBody(
  context: PackageContext,
  name: Identifier,
  body: TypeBody,
  asker: TypeAsker,
): TypeDefKind | undefined {
  switch (body.kind) {
    case 'alias':
      return resolveKind(context, body.type, asker);
    case 'resource':
      return { kind: 'resource' };
    case 'record':
      return resolveRecord(context, body.fields, asker);
    case 'variant':
      if (isEmpty(context, name, 'variant', body.cases)) return undefined;
      return resolveVariant(context, body.cases, asker);
    case 'enum':
      if (isEmpty(context, name, 'enum', body.labels)) return undefined;
      return { kind: 'enum', cases: labels(body.labels) };
    case 'flags':
      return { kind: 'flags', flags: labels(body.labels) };
  }
}

function resolveKind(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): TypeDefKind | undefined {
  const resolve = (type: TypeSyntax) => resolveType(context, type, asker);
  switch (syntax.kind) {
    case 'broken':
      return undefined;
    case 'primitive':
      return { kind: 'alias', type: syntax.type };
    case 'name': {
      const type = lookUpType(context, syntax.name, asker);
      return type === undefined ? undefined : { kind: 'alias', type };
    }
    case 'own':
    case 'borrow': {
      const resource = lookUpResource(context, syntax.resource, asker);
      return resource === undefined ? undefined : { kind: syntax.kind, resource };
    }
    case 'option': {
      const some = resolve(syntax.element);
      return some === undefined ? undefined : { kind: 'option', some };
    }
    case 'list': {
      const element = resolve(syntax.element);
      return element === undefined ? undefined : { kind: 'list', element };
    }
    case 'fixed-length-list': {
      const element = resolve(syntax.element);
      return element === undefined
        ? undefined
        : { kind: 'fixed-length-list', element, length: syntax.length };
    }
    case 'map':
      return resolveMap(context, syntax, asker);
    case 'tuple': {
      const types = syntax.types.map(resolve);
      return types.every((type) => type !== undefined) ? { kind: 'tuple', types } : undefined;
    }
    case 'result':
      return resolveResult(syntax.ok, syntax.err, resolve);
    case 'future':
    case 'stream': {
      const element = syntax.element && resolve(syntax.element);
      if (syntax.element !== undefined && element === undefined) return undefined;
      return { kind: syntax.kind, ...(element !== undefined && { element }) };
    }
  }
}

function resolveResult(
  okSyntax: TypeSyntax | undefined,
  errSyntax: TypeSyntax | undefined,
  resolve: (type: TypeSyntax) => Type | undefined,
): TypeDefKind | undefined {
  const ok = okSyntax && resolve(okSyntax);
  const err = errSyntax && resolve(errSyntax);
  const isIncomplete =
    (okSyntax !== undefined && ok === undefined) || (errSyntax !== undefined && err === undefined);
  if (isIncomplete) return undefined;
  return { kind: 'result', ...(ok !== undefined && { ok }), ...(err !== undefined && { err }) };
}

function resolveMap(
  context: PackageContext,
  syntax: TypeSyntax & { kind: 'map' },
  asker: TypeAsker,
): TypeDefKind | undefined {
  const key = resolveType(context, syntax.key, asker);
  const value = resolveType(context, syntax.value, asker);
  if (key === undefined || value === undefined) return undefined;
  if (typeof key === 'string' && !notMapKeys.has(key)) return { kind: 'map', key, value };
  context.report({
    code: 'invalid-map-key',
    message: 'the keys of a map must be a bool, an integer, a char or a string',
    span: syntax.key.span,
  });
  return undefined;
}

function resolveRecord(
  context: PackageContext,
  fields: readonly FieldSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const resolved: Field[] = [];
  for (const field of fields) {
    const type = resolveType(context, field.type, asker);
    if (type !== undefined) resolved.push({ ...label(field), type });
  }
  return resolved.length === fields.length ? { kind: 'record', fields: resolved } : undefined;
}

function resolveVariant(
  context: PackageContext,
  cases: readonly CaseSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const resolved: Case[] = [];
  for (const each of cases) {
    const type = each.type && resolveType(context, each.type, asker);
    if (each.type !== undefined && type === undefined) continue;
    resolved.push({ ...label(each), ...(type !== undefined && { type }) });
  }
  return resolved.length === cases.length ? { kind: 'variant', cases: resolved } : undefined;
}

function labels(syntax: readonly LabelSyntax[]): Label[] {
  return syntax.map(label);
}

function label({ name, docs }: LabelSyntax): Label {
  return { name: name.text, ...(docs !== undefined && { docs }), span: name.span };
}

function isEmpty(
  { report }: PackageContext,
  name: Identifier,
  kind: 'enum' | 'variant',
  cases: readonly LabelSyntax[],
): boolean {
  if (cases.length > 0) return false;
  const message = `the ${kind} \`${name.text}\` has no cases, and needs at least one`;
  report({ code: 'empty-type', message, span: name.span });
  return true;
}

function lookUpType(
  context: PackageContext,
  name: Identifier,
  { scope, open }: TypeAsker,
): TypeId | undefined {
  const entry = scope.names.get(name.text);
  if (entry === undefined) reportUnknownType(context, name, () => scope.names.keys());
  else if (entry.kind === 'type') return entry.id;
  else if (entry.kind === 'gated' && open) reportGated(context, name, entry.feature, entry.span);
  else if (entry.kind === 'function') {
    const notes = [{ message: 'defined here', span: entry.span }];
    const message = `\`${name.text}\` is a function, not a type`;
    context.report({ code: 'not-a-type', message, span: name.span, notes });
  }
  return undefined;
}

function lookUpResource(context: PackageContext, name: Identifier, asker: TypeAsker): TypeId | undefined {
  const id = lookUpType(context, name, asker);
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
        ? didYouMean(name.text, [...known(), ...primitiveTypes])
        : [{ message: `did you mean \`${renamed}\`?` }],
  });
}
