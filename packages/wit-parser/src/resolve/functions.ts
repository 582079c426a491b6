import type { Identifier, Prelude } from '../syntax/ast.js';
import type { FuncSyntax, ResourceFunc } from '../syntax/ast-types.js';
import type { PackageContext } from './context.js';
import type { Func, FuncKind, Param, Type, TypeId } from './model.js';
import type { TypeScope } from './scopes.js';
import { resolveType } from './types.js';
import type { TypeAsker } from './types.js';

/** A function whose types are resolved, but in which a resource still stands for itself: see {@link settleFunc}. */
export interface FuncDraft {
  readonly func: Func;
  readonly open: boolean;
}

export interface FuncSource extends Prelude {
  readonly name: Identifier;
  readonly func: FuncSyntax;
}

/** @returns `undefined` when a type of it failed; that is reported. */
export function resolveFunc(
  context: PackageContext,
  source: FuncSource,
  scope: TypeScope,
  fullName = source.name.text,
  kind: FuncKind = { kind: 'freestanding' },
): FuncDraft | undefined {
  const { open, ...gates } = context.gates.read(source.attributes, source.name.span);
  const asker = { scope, open, stability: undefined };
  const params = resolveParams(context, source.func, asker, kind);
  const result = resolveFuncResult(context, source.func, asker, kind);
  if (params === undefined || result === 'failed') return undefined;
  const func: Func = {
    name: fullName,
    kind,
    async: source.func.async,
    params,
    ...(result !== undefined && { result }),
    ...(source.docs !== undefined && { docs: source.docs }),
    ...gates,
    span: source.name.span,
  };
  return { func, open };
}

/** The functions of a resource. `[constructor]r`, `[method]r.f` and `[static]r.f` are their names in a component. */
export function resolveResourceFuncs(
  context: PackageContext,
  resource: Identifier,
  funcs: readonly ResourceFunc[],
  scope: TypeScope,
): FuncDraft[] {
  checkDistinct(context, funcs);
  const entry = scope.names.get(resource.text);
  if (entry?.kind === 'gated') {
    for (const func of funcs) resolveGatedFunc(context, func, resource, entry.feature, scope);
    return [];
  }
  if (entry?.kind !== 'type') return [];
  return funcs
    .map((func) =>
      resolveFunc(context, func, scope, fullNameOf(func, resource), { kind: func.kind, resource: entry.id }),
    )
    .filter((draft) => draft !== undefined);
}

/**
 * Turns each resource in a signature into the handle that owns it. This comes after all types of the package, so that
 * those handles have the last ids.
 */
export function settleFunc({ interner, arenas, report }: PackageContext, func: Func): Func {
  const params = func.params.map((param) => ({ ...param, type: interner.owned(param.type) }));
  if (func.result === undefined) return { ...func, params };
  const result = interner.owned(func.result);
  if (arenas.containsBorrow(result)) {
    const message = `the result of \`${func.name}\` contains a borrowed handle, which ends with the call`;
    report({ code: 'borrow-in-result', message, span: func.span });
  }
  return { ...func, params, result };
}

function fullNameOf({ kind, name }: ResourceFunc, resource: Identifier): string {
  return kind === 'constructor' ? `[constructor]${resource.text}` : `[${kind}]${resource.text}.${name.text}`;
}

function checkDistinct({ report }: PackageContext, funcs: readonly ResourceFunc[]): void {
  const first = new Map<string, Identifier>();
  for (const { kind, name } of funcs) {
    const key = kind === 'constructor' ? '[constructor]' : name.text;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, name);
      continue;
    }
    const message =
      kind === 'constructor' ? 'a resource has one constructor at most' : `\`${name.text}\` is defined twice`;
    const notes = [{ message: 'first defined here', span: earlier.span }];
    report({ code: 'duplicate-name', message, span: name.span, notes });
  }
}

/**
 * A function cannot be there without its resource. The types in its signature are made all the same, as for every
 * function that is not there: with the feature on or off, the types of other functions have the same order.
 */
function resolveGatedFunc(
  context: PackageContext,
  { attributes, name, func }: ResourceFunc,
  resource: Identifier,
  feature: string,
  scope: TypeScope,
): void {
  const { open } = context.gates.read(attributes, name.span);
  if (open) {
    const message = `this function has no gate of its own, but its resource \`${resource.text}\` needs the feature \`${feature}\``;
    const notes = [{ message: 'the resource is declared here', span: resource.span }];
    context.report({ code: 'gated-reference', message, span: name.span, notes });
  }
  const asker = { scope, open: false, stability: undefined };
  for (const type of [...func.params.map((param) => param.type), func.result]) {
    if (type !== undefined) resolveType(context, type, asker);
  }
}

function resolveParams(
  context: PackageContext,
  syntax: FuncSyntax,
  asker: TypeAsker,
  kind: FuncKind,
): Param[] | undefined {
  const params: Param[] = kind.kind === 'method' ? [selfParam(context, kind.resource, syntax)] : [];
  const seen = new Map(params.map((param) => [param.name, param.span]));
  let isComplete = true;
  for (const { name, type: typeSyntax } of syntax.params) {
    const first = seen.get(name.text);
    if (first !== undefined) {
      const message = `the parameter \`${name.text}\` is defined twice`;
      const notes = [{ message: 'first defined here', span: first }];
      context.report({ code: 'duplicate-name', message, span: name.span, notes });
    }
    seen.set(name.text, name.span);
    const type = resolveType(context, typeSyntax, asker);
    if (type === undefined) isComplete = false;
    else params.push({ name: name.text, type, span: name.span });
  }
  return isComplete ? params : undefined;
}

function selfParam({ interner }: PackageContext, resource: TypeId, { span }: FuncSyntax): Param {
  return { name: 'self', type: interner.anonymous({ kind: 'borrow', resource }, span, undefined), span };
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

/** A constructor that can fail returns `result<r>` or `result<r, e>`. */
function checkConstructorResult(
  { arenas, report }: PackageContext,
  syntax: NonNullable<FuncSyntax['result']>,
  result: Type,
  resource: TypeId,
): void {
  const kind = typeof result === 'number' ? arenas.type(result).kind : undefined;
  const name = arenas.type(resource).name ?? '';
  if (kind?.kind !== 'result') {
    const message = `a constructor returns nothing, or a \`result\` whose \`ok\` is \`${name}\``;
    report({ code: 'constructor-result', message, span: syntax.span });
    return;
  }
  const ok = kind.ok !== undefined && typeof kind.ok === 'number' ? arenas.type(kind.ok).kind : undefined;
  if (ok?.kind === 'own' && ok.resource === resource) return;
  const span = syntax.kind === 'result' && syntax.ok !== undefined ? syntax.ok.span : syntax.span;
  report({ code: 'constructor-result', message: `the \`ok\` of this result must be \`${name}\``, span });
}
