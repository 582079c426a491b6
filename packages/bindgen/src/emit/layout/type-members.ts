import type { Cursor } from './cursor.js';
import { group, type Doc } from './doc.js';
import { functionParameters, signatureDoc } from './parameters.js';
import { Unfamiliar } from './unfamiliar.js';
import { commentLines, keyText } from './words.js';

/** A member of an interface or an object type, without its semicolon. */
export interface TypeMember {
  readonly doc: Doc;
  readonly afterBlank: boolean;
}

/** Up to the brace that closes them, and with it. */
export function typeMembers(cursor: Cursor): TypeMember[] {
  const members: TypeMember[] = [];
  while (!cursor.is('}')) {
    const { afterBlank } = cursor.token;
    members.push({ doc: [commentLines(cursor.commentsAbove()), member(cursor)], afterBlank });
    if (!cursor.is('}')) cursor.expect(';');
  }
  cursor.take();
  return members;
}

function member(cursor: Cursor): Doc {
  if (cursor.is('new') && cursor.peek(1).text === '(') {
    cursor.take();
    return signature(cursor, 'new ');
  }
  const isReadonly = cursor.is('readonly') && !/^[(?:]$/.test(cursor.peek(1).text);
  if (isReadonly) cursor.take();
  const key = memberKey(cursor);
  const name = cursor.takeIf('?') ? `${key}?` : key;
  if (cursor.is('(')) return signature(cursor, name);
  cursor.expect(':');
  return group([isReadonly ? 'readonly ' : '', name, ': ', cursor.grammar.type(cursor).doc]);
}

function memberKey(cursor: Cursor): string {
  const { kind, text } = cursor.take();
  if (kind === 'word' && !text.startsWith('#')) return text;
  if (kind !== 'string') throw new Unfamiliar(`\`${text}\` as a key`);
  // Without quotes, a method of this name would construct.
  return cursor.is('(') && text.slice(1, -1) === 'new' ? "'new'" : keyText(text);
}

function signature(cursor: Cursor, name: string): Doc {
  const parameters = functionParameters(cursor);
  cursor.expect(':');
  const returned = cursor.grammar.type(cursor);
  return group([name, signatureDoc(parameters, returned), group([': ', returned.doc])]);
}
