import type { Label, Resolve, Type, TypeDef, TypeDefKind, TypeId } from '../resolve/model.js';
import { documentationLines } from './documentation.js';
import { braced } from './lines.js';
import { identifier } from './names.js';

/** A type as it is written where it is used: by its name, if it has one. */
export function typeText(resolve: Resolve, type: Type): string {
  return text(resolve, [type]);
}

/** The declaration of a type that is no resource. */
export function typeDefLines(resolve: Resolve, { name = '', kind }: TypeDef): string[] {
  const local = identifier(name);
  switch (kind.kind) {
    case 'record':
      return body(`record ${local}`, kind.fields, ({ type }) => `: ${typeText(resolve, type)}`);
    case 'variant':
      return body(`variant ${local}`, kind.cases, ({ type }) =>
        type === undefined ? '' : `(${typeText(resolve, type)})`,
      );
    case 'enum':
      return body(`enum ${local}`, kind.cases, () => '');
    case 'flags':
      return body(`flags ${local}`, kind.flags, () => '');
    case 'own':
      return [`type ${local} = own<${typeText(resolve, kind.resource)}>;`];
    default:
      return [`type ${local} = ${text(resolve, expression(kind))};`];
  }
}

function body<Member extends Label>(
  head: string,
  members: readonly Member[],
  rest: (member: Member) => string,
): string[] {
  const lines = members.flatMap((member) => [
    ...documentationLines(member.docs),
    `${identifier(member.name)}${rest(member)},`,
  ]);
  return braced(head, lines);
}

/** Text, and the types between. A primitive type is its own text. */
type Parts = readonly (string | TypeId)[];

/** Writes out the types, each as what it is made of until it has a name: with no call stack, however deep they are. */
function text({ types }: Resolve, parts: Parts): string {
  const written: string[] = [];
  const rest = parts.toReversed();
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') {
      written.push(next);
      continue;
    }
    const typeDef = types[next];
    if (typeDef === undefined) throw new RangeError(`no type ${next}`);
    if (typeDef.name !== undefined) written.push(identifier(typeDef.name));
    else for (const part of expression(typeDef.kind).toReversed()) rest.push(part);
  }
  return written.join('');
}

function expression(kind: TypeDefKind): Parts {
  switch (kind.kind) {
    case 'alias':
      return [kind.type];
    case 'own':
      return [kind.resource];
    case 'borrow':
      return ['borrow<', kind.resource, '>'];
    case 'tuple':
      return ['tuple<', ...kind.types.flatMap((type, index) => (index === 0 ? [type] : [', ', type])), '>'];
    case 'option':
      return ['option<', kind.some, '>'];
    case 'result':
      return resultExpression(kind.ok, kind.err);
    case 'list':
      return ['list<', kind.element, '>'];
    case 'fixed-length-list':
      return ['list<', kind.element, `, ${kind.length}>`];
    case 'map':
      return ['map<', kind.key, ', ', kind.value, '>'];
    case 'future':
    case 'stream':
      return kind.element === undefined ? [kind.kind] : [`${kind.kind}<`, kind.element, '>'];
    case 'record':
    case 'variant':
    case 'enum':
    case 'flags':
    case 'resource':
      throw new RangeError(`a ${kind.kind} without a name has no text`);
  }
}

function resultExpression(ok: Type | undefined, err: Type | undefined): Parts {
  if (err !== undefined) return ['result<', ok ?? '_', ', ', err, '>'];
  return ok === undefined ? ['result'] : ['result<', ok, '>'];
}
