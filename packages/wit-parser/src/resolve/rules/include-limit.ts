import type { Identifier } from '../../syntax/ast.js';
import type { PackageContext } from '../context.js';

/** Each `include` copies a whole world, so a chain of them grows with the square of the text. */
const mostCopies = 1_000_000;

export function checkCopies({ arenas, report }: PackageContext, { text, span }: Identifier): boolean {
  if (arenas.copies <= mostCopies) return true;
  // Reported once: every `include` from here on would be.
  if (arenas.copies === Infinity) return false;
  arenas.copies = Infinity;
  const message = `including \`${text}\` too makes more than ${mostCopies} copies of items and types`;
  report({ code: 'too-many-includes', message, span });
  return false;
}
