import type { TypeSyntax } from '../../syntax/ast-types.js';
import type { PackageContext } from '../context.js';
import type { Type, TypeId } from '../model.js';

/** A constructor that can fail returns `result<r>` or `result<r, e>`; any other returns nothing in WIT. */
export function checkConstructorResult(
  { arenas, report }: PackageContext,
  syntax: TypeSyntax,
  result: Type,
  resource: TypeId,
): void {
  const kind = typeof result === 'number' ? arenas.type(result).kind : undefined;
  const name = arenas.type(resource).name ?? '';
  if (kind?.kind !== 'result') {
    const message = `a constructor returns nothing, or a \`result\` whose \`ok\` is \`${name}\``;
    const notes =
      result === resource ? [{ message: `leave out \`-> ${name}\`: that is what a constructor is for` }] : [];
    report({ code: 'constructor-result', message, span: syntax.span, notes });
    return;
  }
  if (kind.ok === resource) return;
  const ok = typeof kind.ok === 'number' ? arenas.type(kind.ok).kind : undefined;
  if (ok?.kind === 'own' && ok.resource === resource) return;
  const span = syntax.kind === 'result' && syntax.ok !== undefined ? syntax.ok.span : syntax.span;
  report({ code: 'constructor-result', message: `the \`ok\` of this result must be \`${name}\``, span });
}
