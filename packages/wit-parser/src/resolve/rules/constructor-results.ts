import type { TypeSyntax } from '../../syntax/ast-types.js';
import type { PackageContext } from '../context.js';
import type { Type, TypeId } from '../model.js';

/** A constructor that can fail returns `result<r>` or `result<r, e>`. */
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
    report({ code: 'constructor-result', message, span: syntax.span });
    return;
  }
  const ok = typeof kind.ok === 'number' ? arenas.type(kind.ok).kind : undefined;
  // A type that is not there has no handles made for it.
  if (kind.ok === resource || (ok?.kind === 'own' && ok.resource === resource)) return;
  const span = syntax.kind === 'result' && syntax.ok !== undefined ? syntax.ok.span : syntax.span;
  report({ code: 'constructor-result', message: `the \`ok\` of this result must be \`${name}\``, span });
}
