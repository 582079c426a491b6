import type { Identifier } from '../../syntax/ast.js';
import type { PackageContext } from '../context.js';
import type { TypeId } from '../model.js';

/** Only resources have handles. */
export function checkIsResource({ arenas, report }: PackageContext, name: Identifier, id: TypeId): boolean {
  if (arenas.isResource(id)) return true;
  report({
    code: 'not-a-resource',
    message: `\`${name.text}\` is not a resource: only resources have handles`,
    span: name.span,
    notes: [{ message: 'defined here', span: arenas.type(id).span }],
  });
  return false;
}
