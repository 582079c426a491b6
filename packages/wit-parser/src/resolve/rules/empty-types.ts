import type { Identifier } from '../../syntax/ast.js';
import type { LabelSyntax } from '../../syntax/ast-types.js';
import type { Report } from '../context.js';

/** A type that is one of several cases has a value only if it has a case. */
export function checkHasCases(
  report: Report,
  kind: 'enum' | 'variant',
  name: Identifier,
  cases: readonly LabelSyntax[],
): boolean {
  if (cases.length > 0) return true;
  const message = `the ${kind} \`${name.text}\` has no cases, and needs at least one`;
  report({ code: 'empty-type', message, span: name.span });
  return false;
}
