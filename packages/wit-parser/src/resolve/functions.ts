import type { Identifier, Prelude } from '../syntax/ast.js';
import type { FuncSyntax, ResourceFunc } from '../syntax/ast-types.js';
import type { Span } from '../source/span.js';
import type { PackageContext } from './context.js';
import type { Func, FuncKind, Param, Type, TypeId } from './model.js';
import { checkResult } from './rules/borrow-in-result.js';
import { checkConstructorResult } from './rules/constructor-result.js';
import { checkParam, checkResourceFuncs } from './rules/distinct-names.js';
import { absentType } from './rules/gated-reference.js';
import type { TypeScope } from './scopes.js';
import { resolveType } from './types.js';
import type { TypeAsker } from './types.js';

export interface FuncSource extends Prelude {
  readonly name: Identifier;
  readonly func: FuncSyntax;
}

const freestanding: FuncKind = { kind: 'freestanding' };

/**
 * Resolves the types of a function, be it there or not. A resource in it still stands for itself: see
 * {@link settleFunc}.
 *
 * @returns `undefined` when a type of it failed; that is reported.
 */
export function resolveFunc(
  context: PackageContext,
  source: FuncSource,
  scope: TypeScope,
  fullName = source.name.text,
  kind: FuncKind = freestanding,
): Func | undefined {
  const gates = context.gates.read(source.attributes);
  const asker = { scope, stability: undefined };
  const params = resolveParams(context, source.func, asker, kind);
  const result = resolveFuncResult(context, source.func, asker, kind);
  if (params === undefined || result === 'failed') return undefined;
  return {
    name: fullName,
    kind,
    async: source.func.async,
    params,
    ...(result !== undefined && { result }),
    ...(source.docs !== undefined && { docs: source.docs }),
    ...gates,
    span: source.name.span,
  };
}

/** The functions of a resource. `[constructor]r`, `[method]r.f` and `[static]r.f` are their names in a component. */
export function resolveResourceFuncs(
  context: PackageContext,
  resource: Identifier,
  funcs: readonly ResourceFunc[],
  scope: TypeScope,
): Func[] {
  checkResourceFuncs(funcs, context.report);
  const entry = scope.names.get(resource.text);
  const resolved: Func[] = [];
  for (const func of funcs) {
    const kind: FuncKind =
      entry?.kind === 'type' ? { kind: func.kind, resource: entry.id } : { kind: 'freestanding' };
    const draft = resolveFunc(context, func, scope, fullNameOf(func, resource), kind);
    if (draft !== undefined && entry?.kind === 'type') resolved.push(draft);
  }
  return resolved;
}

/**
 * Turns each resource in the signature of a function into the handle that owns it. This comes after all types of the
 * package, so that those handles have the last ids.
 *
 * @returns `undefined` when the function is not there because a feature is off, or refers to a type that is not there.
 */
export function settleFunc(context: PackageContext, func: Func): Func | undefined {
  const { interner, gates } = context;
  if (!gates.isOn(func.stability, func.span)) return undefined;
  const absent = absentTypeOf(context, func);
  if (absent !== undefined) {
    context.report(absentType(context.arenas.type(absent), func.span));
    return undefined;
  }
  const params = func.params.map((param) => {
    const type = interner.owned(param.type);
    return type === param.type ? param : { ...param, type };
  });
  if (func.result === undefined) return { ...func, params };
  const result = interner.owned(func.result);
  checkResult(context, func, result);
  return { ...func, params, result };
}

function absentTypeOf({ arenas }: PackageContext, { kind, params, result }: Func): TypeId | undefined {
  if (kind.kind !== 'freestanding' && arenas.isAbsent(kind.resource)) return kind.resource;
  for (const { type } of params) if (arenas.isAbsent(type)) return type;
  return arenas.isAbsent(result) ? result : undefined;
}

function fullNameOf({ kind, name }: ResourceFunc, resource: Identifier): string {
  return kind === 'constructor' ? `[constructor]${resource.text}` : `[${kind}]${resource.text}.${name.text}`;
}

function resolveParams(
  context: PackageContext,
  syntax: FuncSyntax,
  asker: TypeAsker,
  kind: FuncKind,
): Param[] | undefined {
  const params: Param[] = [];
  const seen = new Map<string, Span>();
  if (kind.kind === 'method') {
    const self = selfParam(context, kind.resource, syntax);
    seen.set('self', syntax.span);
    if (self !== undefined) params.push(self);
  }
  const expected = params.length + syntax.params.length;
  for (const { name, type: typeSyntax } of syntax.params) {
    checkParam(name, seen, context.report);
    const type = resolveType(context, typeSyntax, asker);
    if (type !== undefined) params.push({ name: name.text, type, span: name.span });
  }
  return params.length === expected ? params : undefined;
}

function selfParam({ interner }: PackageContext, resource: TypeId, { span }: FuncSyntax): Param | undefined {
  const type = interner.anonymous({ kind: 'borrow', resource }, span, undefined);
  return type === undefined ? undefined : { name: 'self', type, span };
}

function resolveFuncResult(
  context: PackageContext,
  { result: syntax }: FuncSyntax,
  asker: TypeAsker,
  kind: FuncKind,
): Type | undefined | 'failed' {
  if (syntax === undefined) return kind.kind === 'constructor' ? kind.resource : undefined;
  const result = resolveType(context, syntax, asker);
  if (result === undefined) return 'failed';
  if (kind.kind === 'constructor') checkConstructorResult(context, syntax, result, kind.resource);
  return result;
}
