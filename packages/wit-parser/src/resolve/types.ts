import type { Identifier } from '../syntax/ast.js';
import type { CaseSyntax, FieldSyntax, LabelSyntax, TypeBody, TypeSyntax } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import type { Case, Field, Label, Stability, Type, TypeDefKind } from './model.js';
import { lookUpResource, lookUpType } from './rules/known-types.js';
import { checkMapKey } from './rules/map-keys.js';
import { checkNotEmpty } from './rules/not-empty.js';
import type { TypeScope } from './scopes.js';

/** On whose behalf a type is resolved. */
export interface TypeAsker {
  readonly scope: TypeScope;
  readonly stability: Stability | undefined;
}

/**
 * The type that a piece of syntax stands for. A resource stands for itself: `TypeInterner.owned` makes it a handle.
 *
 * @returns `undefined` when a name in it has no type; that is reported.
 */
export function resolveType(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): Type | undefined {
  if (syntax.kind === 'primitive') return syntax.type;
  if (syntax.kind === 'name') return lookUpType(context, syntax.name, asker.scope);
  const kind = resolveKind(context, syntax, asker);
  if (kind === undefined) return undefined;
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
      return checkNotEmpty(context, name, body) ? resolveVariant(context, body.cases, asker) : undefined;
    case 'enum':
      return checkNotEmpty(context, name, body) ? { kind: 'enum', cases: labels(body.labels) } : undefined;
    case 'flags':
      return { kind: 'flags', flags: labels(body.labels) };
  }
}

function resolveKind(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): TypeDefKind | undefined {
  switch (syntax.kind) {
    case 'broken':
      return undefined;
    case 'primitive':
      return { kind: 'alias', type: syntax.type };
    case 'name': {
      const type = lookUpType(context, syntax.name, asker.scope);
      return type === undefined ? undefined : { kind: 'alias', type };
    }
    case 'own':
    case 'borrow': {
      const resource = lookUpResource(context, syntax.resource, asker.scope);
      return resource === undefined ? undefined : { kind: syntax.kind, resource };
    }
    case 'option': {
      const some = resolveType(context, syntax.element, asker);
      return some === undefined ? undefined : { kind: 'option', some };
    }
    case 'list': {
      const element = resolveType(context, syntax.element, asker);
      return element === undefined ? undefined : { kind: 'list', element };
    }
    case 'fixed-length-list': {
      const element = resolveType(context, syntax.element, asker);
      if (element === undefined) return undefined;
      return { kind: 'fixed-length-list', element, length: syntax.length };
    }
    case 'map':
      return resolveMap(context, syntax, asker);
    case 'tuple':
      return resolveTuple(context, syntax.types, asker);
    case 'result':
      return resolveResult(context, syntax, asker);
    case 'future':
    case 'stream': {
      if (syntax.element === undefined) return { kind: syntax.kind };
      const element = resolveType(context, syntax.element, asker);
      return element === undefined ? undefined : { kind: syntax.kind, element };
    }
  }
}

function resolveTuple(
  context: PackageContext,
  syntax: readonly TypeSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const types: Type[] = [];
  for (const each of syntax) {
    const type = resolveType(context, each, asker);
    if (type !== undefined) types.push(type);
  }
  return types.length === syntax.length ? { kind: 'tuple', types } : undefined;
}

function resolveResult(
  context: PackageContext,
  syntax: TypeSyntax & { kind: 'result' },
  asker: TypeAsker,
): TypeDefKind | undefined {
  const ok = syntax.ok && resolveType(context, syntax.ok, asker);
  const err = syntax.err && resolveType(context, syntax.err, asker);
  if (syntax.ok !== undefined && ok === undefined) return undefined;
  if (syntax.err !== undefined && err === undefined) return undefined;
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
  return checkMapKey(context, key, syntax) ? { kind: 'map', key, value } : undefined;
}

function resolveRecord(
  context: PackageContext,
  syntax: readonly FieldSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const fields: Field[] = [];
  for (const { name, docs, type: typeSyntax } of syntax) {
    const type = resolveType(context, typeSyntax, asker);
    if (type === undefined) continue;
    const { text, span } = name;
    fields.push(docs === undefined ? { name: text, span, type } : { name: text, docs, span, type });
  }
  return fields.length === syntax.length ? { kind: 'record', fields } : undefined;
}

function resolveVariant(
  context: PackageContext,
  syntax: readonly CaseSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const cases: Case[] = [];
  for (const each of syntax) {
    const type = each.type && resolveType(context, each.type, asker);
    if (each.type !== undefined && type === undefined) continue;
    cases.push(type === undefined ? label(each) : { ...label(each), type });
  }
  return cases.length === syntax.length ? { kind: 'variant', cases } : undefined;
}

function labels(syntax: readonly LabelSyntax[]): Label[] {
  return syntax.map(label);
}

function label({ name: { text, span }, docs }: LabelSyntax): Label {
  return docs === undefined ? { name: text, span } : { name: text, docs, span };
}
