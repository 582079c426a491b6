import type { Cursor } from './cursor.js';
import { precedence, type Expression, type Property } from './expressions.js';
import { functionParameters } from './parameters.js';
import { parseType, typeArguments } from './types.js';
import { Unfamiliar } from './unfamiliar.js';
import { keyText, stringText } from './words.js';

const constants = new Set(['true', 'false', 'null']);

/** Words that do other things than name a value. */
const unfamiliarWords = new Set([
  'class',
  'delete',
  'function',
  'import',
  'in',
  'instanceof',
  'let',
  'typeof',
  'void',
  'yield',
]);

export function parseExpression(cursor: Cursor): Expression {
  if (isArrow(cursor)) return arrow(cursor);
  const left = conditional(cursor);
  const operator = cursor.token.text;
  if (cursor.token.kind !== 'mark' || (operator !== '=' && operator !== '+=')) return left;
  cursor.take();
  return { kind: 'assignment', operator, left, right: parseExpression(cursor) };
}

function isArrow(cursor: Cursor): boolean {
  if (!cursor.is('(')) return false;
  const { text } = cursor.afterBrackets();
  return text === '=>' || text === ':';
}

function arrow(cursor: Cursor): Expression {
  const parameters = functionParameters(cursor);
  const returned = cursor.takeIf(':') ? parseType(cursor) : undefined;
  cursor.expect('=>');
  const body = cursor.is('{') ? cursor.grammar.block(cursor) : parseExpression(cursor);
  return { kind: 'arrow', parameters, returned, body };
}

function conditional(cursor: Cursor): Expression {
  const test = binary(cursor, 0);
  if (!cursor.takeIf('?')) return test;
  // What is in parentheses before a colon looks like a function that returns a type.
  if (cursor.is('(')) throw new Unfamiliar('parentheses between `?` and `:`');
  const yes = parseExpression(cursor);
  cursor.expect(':');
  return { kind: 'conditional', test, yes, no: parseExpression(cursor) };
}

/** Of operators that bind more tightly than one that stands before. */
function binary(cursor: Cursor, outer: number): Expression {
  let left = unary(cursor);
  for (;;) {
    const operator = cursor.token.text;
    const inner = cursor.token.kind === 'mark' ? (precedence[operator] ?? 0) : 0;
    if (inner <= outer) return left;
    cursor.take();
    left = { kind: 'binary', operator, left, right: binary(cursor, inner) };
  }
}

function unary(cursor: Cursor): Expression {
  if (cursor.takeIf('!')) return { kind: 'unary', operator: '!', operand: unary(cursor) };
  if (cursor.takeIf('-')) return { kind: 'unary', operator: '-', operand: unary(cursor) };
  if (cursor.is('await')) {
    cursor.take();
    return { kind: 'unary', operator: 'await ', operand: unary(cursor) };
  }
  const operand = postfix(cursor, cursor.is('new') ? newCall(cursor) : primary(cursor));
  return cursor.takeIf('++') ? { kind: 'increment', operand } : operand;
}

function newCall(cursor: Cursor): Expression {
  cursor.take();
  let callee = primary(cursor);
  while (cursor.is('.') || cursor.is('[')) callee = memberOf(cursor, callee);
  const typeArgs = isTypeArguments(cursor) ? typeArguments(cursor) : [];
  return { kind: 'call', isNew: true, callee, typeArgs, args: callArguments(cursor) };
}

function postfix(cursor: Cursor, operand: Expression): Expression {
  let result = operand;
  for (;;) {
    if (cursor.is('.') || cursor.is('[')) result = memberOf(cursor, result);
    else if (cursor.is('(') || isTypeArguments(cursor)) {
      const typeArgs = isTypeArguments(cursor) ? typeArguments(cursor) : [];
      result = { kind: 'call', isNew: false, callee: result, typeArgs, args: callArguments(cursor) };
    } else return result;
  }
}

/** Where it compares, a space stands before it. */
function isTypeArguments(cursor: Cursor): boolean {
  return cursor.is('<') && !cursor.token.isApart;
}

function memberOf(cursor: Cursor, object: Expression): Expression {
  if (cursor.token.startsLine) throw new Unfamiliar('a member on the next line');
  if (cursor.takeIf('.')) return { kind: 'member', object, property: cursor.word() };
  cursor.expect('[');
  const property = parseExpression(cursor);
  cursor.expect(']');
  return { kind: 'member', object, property };
}

function callArguments(cursor: Cursor): Expression[] {
  cursor.expect('(');
  return cursor.list(')', () => {
    if (cursor.token.afterBlank) throw new Unfamiliar('a blank line between arguments');
    return parseExpression(cursor);
  });
}

function primary(cursor: Cursor): Expression {
  if (cursor.is('[')) {
    cursor.take();
    return { kind: 'array', elements: cursor.list(']', () => element(cursor)) };
  }
  if (cursor.is('{')) return object(cursor);
  if (cursor.is('(')) return parenthesized(cursor);
  const { kind, text } = cursor.take();
  if (kind === 'string') return { kind, text: stringText(text) };
  if (kind === 'number') return { kind: text.endsWith('n') ? 'bigint' : kind, text };
  if (kind !== 'word' || text.startsWith('#') || unfamiliarWords.has(text))
    throw new Unfamiliar(`\`${text}\``);
  if (text === 'async' && (cursor.is('(') || cursor.token.kind === 'word')) throw new Unfamiliar('`async`');
  if (text === 'this' || text === 'super') return { kind: text, text };
  return { kind: constants.has(text) ? 'constant' : 'identifier', text };
}

/** Parentheses are printed where they are needed, wherever they were. */
function parenthesized(cursor: Cursor): Expression {
  cursor.take();
  const inner = parseExpression(cursor);
  cursor.expect(')');
  return inner;
}

function element(cursor: Cursor): Expression {
  if (cursor.token.afterBlank) throw new Unfamiliar('a blank line between elements');
  return parseExpression(cursor);
}

function object(cursor: Cursor): Expression {
  cursor.take();
  const isTall = cursor.token.startsLine;
  return { kind: 'object', properties: cursor.list('}', () => parseProperty(cursor)), isTall };
}

export function parseProperty(cursor: Cursor): Property {
  const { kind, text, afterBlank } = cursor.take();
  if (afterBlank) throw new Unfamiliar('a blank line between properties');
  if (kind === 'string') {
    cursor.expect(':');
    return { key: keyText(text), value: parseExpression(cursor) };
  }
  if (kind !== 'word' || text.startsWith('#')) throw new Unfamiliar(`\`${text}\` as a key`);
  return { key: text, value: cursor.takeIf(':') ? parseExpression(cursor) : undefined };
}
