import type { Identifier, Prelude } from '../syntax/ast.js';
import type { FuncSyntax, ResourceFunc } from '../syntax/ast-types.js';
import type { FuncDraft, ParamDraft } from './arenas.js';
import type { PackageContext } from './context.js';
import type { FuncKind, Type, TypeDefKind, TypeId } from './model.js';
import { checkNoBorrowInResult } from './rules/borrows-in-results.js';
import { checkConstructorResult } from './rules/constructor-results.js';
import { checkDistinct, reportDuplicate } from './rules/distinct-names.js';
import { checkSignatureIsThere } from './rules/gated-elements.js';
import type { TypeScope } from './scopes.js';
import { unnamedType } from './type-interner.js';
import { resolveOptional, resolveType } from './types.js';
import type { TypeAsker } from './types.js';

export interface FuncSource extends Prelude {
  readonly name: Identifier;
  readonly func: FuncSyntax;
}

/** Where the functions of an interface or a world go. */
export interface FuncSink {
  readonly add: (func: FuncDraft) => void;
  /** For a function that is not there: a feature that is off takes it away, or its types failed. */
  readonly omit: (fullName: string, name: Identifier, reason: 'gated' | 'failed') => void;
}

const freestanding: FuncKind = { kind: 'freestanding' };

/** Only functions that are there are held to what their gates say, and only in an interface or a world that is. */
export function resolveFunc(
  context: PackageContext,
  source: FuncSource,
  scope: TypeScope,
  sink: FuncSink,
  fullName = source.name.text,
  kind = freestanding,
): void {
  const { name, func, docs } = source;
  const gates = context.gates.read(source.attributes);
  const asker = { scope, stability: undefined };
  const params = resolveParams(context, source, asker, kind);
  const result = resolveFuncResult(context, func, asker, kind);
  if (scope.owner !== undefined) context.gates.checkVersion(gates, name.span);
  if (params === undefined || result === 'failed') sink.omit(fullName, name, 'failed');
  else if (!gates.isOpen) sink.omit(fullName, name, 'gated');
  else {
    const { stability, externalId } = gates;
    const { span } = name;
    const { async: isAsync } = func;
    const draft = { name: fullName, kind, async: isAsync, params, result, docs, stability, externalId, span };
    if (scope.owner !== undefined) checkSignatureIsThere(context, source, draft, scope);
    sink.add(draft);
  }
}

/** The functions of a resource. `[constructor]r`, `[method]r.f` and `[static]r.f` are their names in a component. */
export function resolveResourceFuncs(
  context: PackageContext,
  resource: Identifier,
  funcs: readonly ResourceFunc[],
  scope: TypeScope,
  sink: FuncSink,
): void {
  checkDistinct(funcs, context.report, duplicateMessage, nameInResource);
  const entry = scope.names.get(resource.text);
  for (const source of funcs) {
    const fullName = fullNameOf(source, resource);
    if (entry?.kind === 'type') {
      resolveFunc(context, source, scope, sink, fullName, { kind: source.kind, resource: entry.id });
    } else {
      resolveSignature(context, source, scope);
      sink.omit(fullName, source.name, 'failed');
    }
  }
}

/**
 * Turns each resource in a signature into the handle that owns it. This comes after all types of the package, so that
 * those handles have the last ids.
 */
export function settleFunc(context: PackageContext, func: FuncDraft): void {
  const { interner } = context;
  for (const param of func.params) param.type = interner.owned(param.type);
  if (func.result === undefined) return;
  func.result = interner.owned(func.result);
  checkNoBorrowInResult(context, func);
}

function fullNameOf({ kind, name }: ResourceFunc, resource: Identifier): string {
  return kind === 'constructor' ? `[constructor]${resource.text}` : `[${kind}]${resource.text}.${name.text}`;
}

/** A method may be called `constructor`: what has to be distinct tells it from a constructor. */
function nameInResource({ kind, name }: ResourceFunc): string {
  return kind === 'constructor' ? '[constructor]' : name.text;
}

function duplicateMessage({ kind, name }: ResourceFunc): string {
  return kind === 'constructor'
    ? 'a resource has one constructor at most'
    : `\`${name.text}\` is defined twice`;
}

/** For a function whose resource failed: it can have mistakes of its own. */
function resolveSignature(
  context: PackageContext,
  { attributes, func }: ResourceFunc,
  scope: TypeScope,
): void {
  context.gates.read(attributes);
  const asker = { scope, stability: undefined };
  for (const { type } of func.params) resolveType(context, type, asker);
  resolveOptional(context, func.result, asker);
}

function resolveParams(
  context: PackageContext,
  { func }: FuncSource,
  asker: TypeAsker,
  kind: FuncKind,
): ParamDraft[] | undefined {
  checkDistinct(func.params, context.report, duplicateParamMessage);
  const self = kind.kind === 'method' ? selfParam(context, kind.resource, func) : undefined;
  const params = func.params.map(({ name, type }) => {
    if (self !== undefined && name.text === self.name) {
      reportDuplicate(context.report, duplicateParamMessage({ name }), name.span, self.span);
    }
    return { name: name.text, type: resolveType(context, type, asker), span: name.span };
  });
  const isParam = (param: (typeof params)[number]): param is ParamDraft => param.type !== undefined;
  if (!params.every(isParam)) return undefined;
  return self === undefined ? params : [self, ...params];
}

function duplicateParamMessage({ name }: { readonly name: Identifier }): string {
  return `the parameter \`${name.text}\` is defined twice`;
}

function selfParam(
  { arenas, gates, interner }: PackageContext,
  resource: TypeId,
  { span }: FuncSyntax,
): ParamDraft {
  const kind: TypeDefKind = { kind: 'borrow', resource };
  const place = interner.anonymous(kind);
  if (place.id === undefined) {
    const type = unnamedType(kind, span, interner.inheritedStability(kind));
    place.id = gates.isOff(type.stability) ? arenas.addGone(type) : interner.add(type);
  }
  return { name: 'self', type: place.id, span };
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
