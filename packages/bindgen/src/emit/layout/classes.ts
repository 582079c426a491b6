import { printAssignment } from './assignments.js';
import { blockDoc } from './blocks.js';
import type { Cursor } from './cursor.js';
import { group, hardline, indent, type Doc } from './doc.js';
import { parseExpression } from './parse-expression.js';
import { functionParameters, signatureDoc } from './parameters.js';
import { printExpression } from './print-expression.js';
import { parseType } from './types.js';
import { Unfamiliar } from './unfamiliar.js';
import { commentLines, keyText, stringText } from './words.js';

/** Wherever the class stands, this fits in a line. */
const longestHead = 80;

export function parseClass(cursor: Cursor): Doc {
  cursor.expect('class');
  const name = cursor.word();
  const base = cursor.takeIf('extends') ? ` extends ${cursor.word()}` : '';
  const type = cursor.takeIf('implements') ? ` implements ${cursor.word()}` : '';
  const head = `class ${name}${base}${type} `;
  // A longer one would be broken, unless it has but one heritage.
  if (!cursor.is('{') || (base !== '' && type !== '' && head.length > longestHead)) {
    throw new Unfamiliar('the head of a class');
  }
  return [head, classBody(cursor)];
}

function classBody(cursor: Cursor): Doc {
  cursor.take();
  const docs: Doc[] = [];
  while (!cursor.is('}')) {
    if (docs.length > 0) docs.push(hardline, cursor.token.afterBlank ? hardline : '');
    docs.push(commentLines(cursor.commentsAbove()), classMember(cursor));
  }
  cursor.take();
  return docs.length === 0 ? '{}' : ['{', indent([hardline, docs]), hardline, '}'];
}

const modifiers = ['static', 'override', 'readonly', 'async'];

function classMember(cursor: Cursor): Doc {
  let head = '';
  for (const modifier of modifiers) {
    if (!cursor.is(modifier) || isKeyEnd(cursor.peek(1).text)) continue;
    if (cursor.peek(1).startsLine) throw new Unfamiliar('a modifier at the end of a line');
    head += `${cursor.word()} `;
  }
  const key = memberKey(cursor);
  if (cursor.is('(')) return [head, key, methodRest(cursor)];
  if (head.includes('async')) throw new Unfamiliar('`async`');
  return propertyRest(cursor, head + key);
}

function isKeyEnd(text: string): boolean {
  return /^[(:;=?]$/.test(text);
}

function memberKey(cursor: Cursor): string {
  if (cursor.takeIf('[')) {
    const { kind, text } = cursor.take();
    cursor.expect(']');
    if (kind !== 'string') throw new Unfamiliar('a key that is computed');
    return `[${stringText(text)}]`;
  }
  const { kind, text } = cursor.take();
  if (kind === 'word' && (isKeyEnd(cursor.token.text) || text.startsWith('#'))) return text;
  if (kind !== 'string') throw new Unfamiliar(`\`${text}\` as a key`);
  return cursor.is('(') ? keyText(text) : stringText(text);
}

function methodRest(cursor: Cursor): Doc {
  const parameters = functionParameters(cursor);
  const returned = cursor.takeIf(':') ? parseType(cursor) : undefined;
  const type = returned === undefined ? '' : [': ', returned.doc];
  return [group([signatureDoc(parameters, returned), type]), ' ', blockDoc(cursor.grammar.block(cursor))];
}

function propertyRest(cursor: Cursor, name: string): Doc {
  const type = cursor.takeIf(':') ? parseType(cursor) : undefined;
  const left = type === undefined ? name : [name, ': ', type.doc];
  const doc = cursor.takeIf('=')
    ? printAssignment(left, ' =', parseExpression(cursor), { place: 'initializer' }, printExpression)
    : left;
  cursor.expect(';');
  return [doc, ';'];
}
