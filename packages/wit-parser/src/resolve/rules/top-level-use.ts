import type { TopLevelUse } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/** A `use` at the top level only names something: it cannot be there in one version and not in another. */
export function checkNoAttributes(report: Report, { attributes, span }: TopLevelUse): void {
  if (attributes.length === 0) return;
  report({ code: 'misplaced-attribute', message: 'a `use` at the top level cannot have attributes', span });
}
