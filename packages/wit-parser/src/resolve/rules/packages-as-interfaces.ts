import type { Identifier, PathSyntax } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/** Whether a label and a path are written as one word, `a:b`: it may be meant as the name of a package. */
export function isAdjacent(label: Identifier, { name }: PathSyntax): boolean {
  return name.span.start <= label.span.end + 1;
}

/** A world imports and exports interfaces, not packages. */
export function reportPackageAsInterface(
  report: Report,
  namespace: Identifier,
  { text, span }: Identifier,
): void {
  const name = `${namespace.text}:${text}`;
  report({
    code: 'package-as-interface',
    message: `\`${name}\` is the name of a package, not of an interface`,
    span,
    notes: [{ message: `name an interface of it after a slash: \`${name}/…\`` }],
  });
}
