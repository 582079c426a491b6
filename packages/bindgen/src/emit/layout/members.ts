import { group, indent, softline, type Doc } from './doc.js';
import type { Member } from './expressions.js';
import type { Place, Print } from './places.js';
import { Unfamiliar } from './unfamiliar.js';

/** Of a chain of members the last dot breaks first, but for the places where none does. */
export function memberDoc(node: Member, place: Place, print: Print): Doc {
  const neverBreaks = place === 'left' || place === 'assigned-to-member' || place === 'new-callee';
  return chain(node, false);

  function chain(member: Member, isObject: boolean): Doc {
    const { object, property } = member;
    if (object.kind === 'call') throw new Unfamiliar('a member of what is returned');
    const objectDoc = object.kind === 'member' ? chain(object, true) : print(object, 'object');
    const lookup = lookupDoc(member, print);
    const isPlain =
      !isObject && object.kind === 'identifier' && typeof property === 'string' && !property.startsWith('#');
    const isInline = neverBreaks || typeof property !== 'string' || isPlain;
    return [objectDoc, isInline ? lookup : group(indent([softline, lookup]))];
  }
}

export function lookupDoc({ property }: Member, print: Print): Doc {
  if (typeof property === 'string') return `.${property}`;
  const doc = print(property, 'element');
  return property.kind === 'number' ? ['[', doc, ']'] : group(['[', indent([softline, doc]), softline, ']']);
}
