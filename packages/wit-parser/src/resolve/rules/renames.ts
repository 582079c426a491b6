import { didYouMean } from '../../source/did-you-mean.js';
import type { IncludeSyntax } from '../../syntax/ast.js';
import type { WorldDraft } from '../arenas.js';
import type { PackageContext } from '../context.js';
import { isInterfaceKey } from '../model.js';
import { plainNameOf } from '../renames.js';

/** What `include` renames is a plain name of the world: interfaces have full names, and keep them. */
export function checkRenames(
  { report }: PackageContext,
  { path, renames }: IncludeSyntax,
  { imports, exports }: WorldDraft,
): void {
  if (renames.length === 0) return;
  const names = new Set<string>();
  for (const items of [imports, exports]) {
    for (const [key, item] of items) if (!isInterfaceKey(key, item)) names.add(plainNameOf(key));
  }
  for (const { from } of renames) {
    if (names.has(from.text)) continue;
    report({
      code: 'unknown-rename',
      message: `the world \`${path.name.text}\` has no plain name \`${from.text}\` to rename`,
      span: from.span,
      notes: () => didYouMean(from.text, names),
    });
  }
}
