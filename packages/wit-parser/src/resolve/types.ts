import type { Identifier } from '../syntax/ast.js';
import type { CaseSyntax, FieldSyntax, LabelSyntax, TypeBody, TypeSyntax } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import type { Case, Field, Label, Stability, Type, TypeDefKind, TypeId } from './model.js';
import { checkHasCases } from './rules/empty-types.js';
import { checkElementsAreThere } from './rules/gated-elements.js';
import { checkIsResource } from './rules/handles.js';
import { checkMapKey } from './rules/map-keys.js';
import { reportNotAType, reportUnknownType } from './rules/unknown-types.js';
import type { TypeScope } from './scopes.js';
import { unnamedType } from './type-interner.js';

/** On whose behalf a type is resolved. */
export interface TypeAsker {
  readonly scope: TypeScope;
  /** That of the declaration that the type belongs to; a function has none to give. */
  readonly stability: Stability | undefined;
}

/**
 * The type that a piece of syntax stands for. A resource stands for itself: `TypeInterner.owned` makes it a handle.
 *
 * @returns `undefined` when a name in it has no type; that is reported.
 */
export function resolveType(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): Type | undefined {
  switch (syntax.kind) {
    case 'primitive':
      return syntax.type;
    case 'name':
      return lookUpType(context, syntax.name, asker);
    case 'own':
      return lookUpResource(context, syntax.resource, asker);
    default: {
      const kind = resolveKind(context, syntax, asker);
      return kind && anonymousType(context, kind, syntax, asker);
    }
  }
}

/** A type without a name has the stability of what asks for it first; without one, that of its first element that has. */
function anonymousType(
  context: PackageContext,
  kind: TypeDefKind,
  syntax: TypeSyntax,
  { scope, stability }: TypeAsker,
): TypeId {
  const { arenas, gates, interner } = context;
  const place = interner.anonymous(kind);
  if (place.id !== undefined) return place.id;
  const type = unnamedType(kind, syntax.span, stability ?? interner.inheritedStability(kind));
  if (gates.isOff(type.stability)) return (place.id = arenas.addGone(type));
  checkElementsAreThere(context, syntax, kind, scope);
  return (place.id = interner.add(type));
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
      if (!checkHasCases(context.report, 'variant', name, body.cases)) return undefined;
      return resolveVariant(context, body.cases, asker);
    case 'enum':
      if (!checkHasCases(context.report, 'enum', name, body.labels)) return undefined;
      return { kind: 'enum', cases: body.labels.map(label) };
    case 'flags':
      return { kind: 'flags', flags: body.labels.map(label) };
  }
}

function resolveKind(context: PackageContext, syntax: TypeSyntax, asker: TypeAsker): TypeDefKind | undefined {
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
      const some = resolveType(context, syntax.element, asker);
      return some === undefined ? undefined : { kind: 'option', some };
    }
    case 'list': {
      const element = resolveType(context, syntax.element, asker);
      return element === undefined ? undefined : { kind: 'list', element };
    }
    case 'fixed-length-list': {
      const element = resolveType(context, syntax.element, asker);
      const { length } = syntax;
      return element === undefined ? undefined : { kind: 'fixed-length-list', element, length };
    }
    case 'map':
      return resolveMap(context, syntax, asker);
    case 'tuple':
      return resolveTuple(context, syntax.types, asker);
    case 'result': {
      const ok = resolveOptional(context, syntax.ok, asker);
      const err = resolveOptional(context, syntax.err, asker);
      return ok === 'failed' || err === 'failed' ? undefined : { kind: 'result', ok, err };
    }
    case 'future':
    case 'stream': {
      const element = resolveOptional(context, syntax.element, asker);
      return element === 'failed' ? undefined : { kind: syntax.kind, element };
    }
  }
}

/** As {@link resolveType}, where a type may be left out. */
export function resolveOptional(
  context: PackageContext,
  syntax: TypeSyntax | undefined,
  asker: TypeAsker,
): Type | undefined | 'failed' {
  return syntax === undefined ? undefined : (resolveType(context, syntax, asker) ?? 'failed');
}

function resolveMap(
  context: PackageContext,
  syntax: TypeSyntax & { kind: 'map' },
  asker: TypeAsker,
): TypeDefKind | undefined {
  const key = resolveType(context, syntax.key, asker);
  const value = resolveType(context, syntax.value, asker);
  if (key === undefined || !checkMapKey(context.report, key, syntax) || value === undefined) return undefined;
  return { kind: 'map', key, value };
}

function resolveTuple(
  context: PackageContext,
  elements: readonly TypeSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const types = elements.map((element) => resolveType(context, element, asker));
  return types.every((type) => type !== undefined) ? { kind: 'tuple', types } : undefined;
}

function resolveRecord(
  context: PackageContext,
  syntax: readonly FieldSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const fields = syntax.map((field): Label & { readonly type: Type | undefined } => ({
    name: field.name.text,
    docs: field.docs,
    span: field.name.span,
    type: resolveType(context, field.type, asker),
  }));
  return fields.every((field): field is Field => field.type !== undefined)
    ? { kind: 'record', fields }
    : undefined;
}

function resolveVariant(
  context: PackageContext,
  syntax: readonly CaseSyntax[],
  asker: TypeAsker,
): TypeDefKind | undefined {
  const cases = syntax.map((each): Label & { readonly type?: Type | undefined | 'failed' } => ({
    name: each.name.text,
    docs: each.docs,
    span: each.name.span,
    type: resolveOptional(context, each.type, asker),
  }));
  return cases.every((each): each is Case => each.type !== 'failed') ? { kind: 'variant', cases } : undefined;
}

function label({ name: { text: name, span }, docs }: LabelSyntax): Label {
  return { name, docs, span };
}

function lookUpType({ report }: PackageContext, name: Identifier, { scope }: TypeAsker): TypeId | undefined {
  const entry = scope.names.get(name.text);
  if (entry === undefined) {
    if (!scope.isIncomplete) reportUnknownType(report, name, scope);
  } else if (entry.kind === 'type') return entry.id;
  else if (entry.kind === 'function') reportNotAType(report, name, entry);
  return undefined;
}

function lookUpResource(context: PackageContext, name: Identifier, asker: TypeAsker): TypeId | undefined {
  const id = lookUpType(context, name, asker);
  return id === undefined || checkIsResource(context, name, id) ? id : undefined;
}
