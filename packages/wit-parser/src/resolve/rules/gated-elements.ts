import type { Span } from '../../source/span.js';
import type { Identifier } from '../../syntax/ast.js';
import type { TypeDefSyntax, TypeSyntax } from '../../syntax/ast-types.js';
import type { FuncDraft } from '../arenas.js';
import type { PackageContext } from '../context.js';
import type { FuncSource } from '../functions.js';
import type { Type, TypeDefKind } from '../model.js';
import type { TypeScope } from '../scopes.js';
import { elementTypes } from '../type-elements.js';
import { visitBody, visitType } from '../type-names.js';
import { reportFuncOfGatedResource, reportGated } from './gated-references.js';

/** Calls back for the names in what refers to a type. */
type VisitNames = (visit: (name: Identifier) => void) => void;

/** A type that is there is not made of one that is not. The fields of a record answer for themselves. */
export function checkBodyIsThere(
  context: PackageContext,
  { name, body }: TypeDefSyntax,
  kind: TypeDefKind,
  scope: TypeScope,
): void {
  if (!context.arenas.refersToGone(kind)) return;
  if (kind.kind !== 'record' || body.kind !== 'record') {
    reportGone(context, name.span, referredTypes(kind), (visit) => visitBody(body, visit), scope);
    return;
  }
  for (const [index, { type, span }] of kind.fields.entries()) {
    const syntax = body.fields[index]?.type;
    reportGone(context, span, [type], (visit) => visitType(syntax, visit), scope);
  }
}

/** The same for a type without a name. */
export function checkElementsAreThere(
  context: PackageContext,
  syntax: TypeSyntax,
  kind: TypeDefKind,
  scope: TypeScope,
): void {
  if (!context.arenas.refersToGone(kind)) return;
  reportGone(context, syntax.span, referredTypes(kind), (visit) => visitType(syntax, visit), scope);
}

/** A function is not there without its resource, nor without the types in its signature. */
export function checkSignatureIsThere(
  context: PackageContext,
  { name, func }: FuncSource,
  { kind, params, result }: FuncDraft,
  scope: TypeScope,
): void {
  const { arenas, report } = context;
  if (kind.kind !== 'freestanding' && arenas.isGone(kind.resource)) {
    reportFuncOfGatedResource(report, name, arenas.type(kind.resource));
    return;
  }
  if (!arenas.isGone(result) && !params.some(({ type }) => arenas.isGone(type))) return;
  const visitNames: VisitNames = (visit) => {
    for (const { type } of func.params) visitType(type, visit);
    visitType(func.result, visit);
  };
  reportGone(context, name.span, [...params.map(({ type }) => type), result], visitNames, scope);
}

function referredTypes(kind: TypeDefKind): readonly Type[] {
  return kind.kind === 'own' || kind.kind === 'borrow' ? [kind.resource] : elementTypes(kind);
}

/** Reports the first of some types that is not there, by the name that stands for it. */
function reportGone(
  { arenas, report }: PackageContext,
  item: Span,
  types: readonly (Type | undefined)[],
  visitNames: VisitNames,
  { names }: TypeScope,
): void {
  const missing = types.find((type) => arenas.isGone(type));
  if (!arenas.isGone(missing)) return;
  const { stability, span } = arenas.type(missing);
  const references: Identifier[] = [];
  visitNames((name) => {
    const entry = names.get(name.text);
    if (entry?.kind === 'type' && arenas.isGone(entry.id)) references.push(name);
  });
  const [reference] = references;
  const entry = reference && names.get(reference.text);
  if (reference !== undefined && entry?.kind === 'type') {
    reportGated(report, reference, arenas.type(entry.id).stability, entry.span, item);
    return;
  }
  const feature = stability?.kind === 'unstable' ? stability.feature : '';
  report({
    code: 'gated-reference',
    message: `a type in this is first needed with the feature \`${feature}\`, which is not active`,
    span: item,
    notes: [{ message: 'it is first needed here', span }],
  });
}
