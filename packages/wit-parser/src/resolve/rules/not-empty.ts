import type { Identifier } from '../../syntax/ast.js';
import type { TypeBody } from '../../syntax/ast-types.js';
import type { PackageContext } from '../context.js';

/** A variant and an enum have at least one case: they would have no values. */
export function checkNotEmpty(
  { report }: PackageContext,
  name: Identifier,
  body: TypeBody & { kind: 'variant' | 'enum' | 'flags' },
): boolean {
  const count = body.kind === 'variant' ? body.cases.length : body.labels.length;
  if (count > 0) return true;
  const message = `the ${body.kind} \`${name.text}\` has no cases, and needs at least one`;
  report({ code: 'empty-type', message, span: name.span });
  return false;
}
