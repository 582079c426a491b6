import type { Identifier } from '../syntax/ast.js';
import type { TypeBody, TypeSyntax } from '../syntax/ast-types.js';

type Visit = (name: Identifier) => void;

/** Calls back for every name in the body of a declaration that stands for a type. */
export function visitBody(body: TypeBody | undefined, visit: Visit): void {
  if (body?.kind === 'alias') visitType(body.type, visit);
  else if (body?.kind === 'record') for (const field of body.fields) visitType(field.type, visit);
  else if (body?.kind === 'variant') for (const each of body.cases) visitType(each.type, visit);
}

/** The same for a type. */
export function visitType(type: TypeSyntax | undefined, visit: Visit): void {
  if (type === undefined) return;
  switch (type.kind) {
    case 'primitive':
    case 'broken':
      return;
    case 'name':
      visit(type.name);
      return;
    case 'own':
    case 'borrow':
      visit(type.resource);
      return;
    case 'tuple':
      for (const element of type.types) visitType(element, visit);
      return;
    case 'map':
      visitType(type.key, visit);
      visitType(type.value, visit);
      return;
    case 'result':
      visitType(type.ok, visit);
      visitType(type.err, visit);
      return;
    default:
      visitType(type.element, visit);
  }
}
