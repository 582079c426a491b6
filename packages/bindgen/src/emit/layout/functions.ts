import { blockDoc } from './blocks.js';
import { group, ifBreak, indent, line, softline, type Doc } from './doc.js';
import type { Arrow } from './expressions.js';
import type { Print } from './places.js';
import { Unfamiliar } from './unfamiliar.js';

/** @param isExpanded Whether it is the last argument of a call that it breaks for. */
export function arrowDoc({ parameters, returned, body }: Arrow, isExpanded: boolean, print: Print): Doc {
  if (isExpanded && (parameters.count > 0 || returned !== undefined))
    throw new Unfamiliar('a function as argument');
  const type = returned === undefined ? '' : [': ', returned.doc];
  const signature = group([parameters.doc, type]);
  return group([group(signature), ' =>', group(bodyDoc(body, isExpanded, print))]);
}

function bodyDoc(body: Arrow['body'], isExpanded: boolean, print: Print): Doc {
  switch (body.kind) {
    case 'block':
      return [' ', blockDoc(body)];
    case 'arrow':
    case 'conditional':
    case 'object':
    case 'assignment':
      throw new Unfamiliar(`a function that returns ${body.kind}`);
    case 'array':
      return [' ', print(body, 'arrow-body')];
    default: {
      const end = isExpanded ? [ifBreak(','), softline] : '';
      return [indent([line, print(body, 'arrow-body')]), end];
    }
  }
}
