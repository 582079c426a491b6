import { printAssignment } from './assignments.js';
import { blockDoc, type Block } from './blocks.js';
import type { Cursor } from './cursor.js';
import { group, hardline, ifBreak, indent, join, line, softline, type Doc } from './doc.js';
import { parseClass } from './classes.js';
import type { Expression } from './expressions.js';
import { parseExpression } from './parse-expression.js';
import { printExpression } from './print-expression.js';
import { parseType } from './types.js';
import { Unfamiliar } from './unfamiliar.js';
import { commentLines } from './words.js';

export function parseBlock(cursor: Cursor): Block {
  cursor.expect('{');
  const isEmpty = cursor.is('}');
  const statements = sequence(cursor, () => cursor.is('}'));
  cursor.expect('}');
  return { kind: 'block', statements, isEmpty };
}

/** Statements up to where they end, with the blank lines that were between them. */
function sequence(cursor: Cursor, isOver: () => boolean): Doc {
  const docs: Doc[] = [];
  while (!isOver()) {
    if (docs.length > 0) docs.push(hardline, cursor.token.afterBlank ? hardline : '');
    docs.push(commentLines(cursor.commentsAbove()), parseStatement(cursor));
  }
  return docs;
}

export function parseStatement(cursor: Cursor): Doc {
  switch (cursor.token.kind === 'word' ? cursor.token.text : '') {
    case 'const':
    case 'let': {
      const declaration = parseVariable(cursor);
      cursor.expect(';');
      return group([declaration, ';']);
    }
    case 'return':
    case 'throw':
      return returnStatement(cursor);
    case 'if':
      return ifStatement(cursor);
    case 'for':
      return forStatement(cursor);
    case 'switch':
      return switchStatement(cursor);
    case 'try':
      return tryStatement(cursor);
    case 'class':
      return parseClass(cursor);
    case 'break':
    case 'continue': {
      const { text } = cursor.take();
      cursor.expect(';');
      return `${text};`;
    }
    case 'do':
    case 'while':
    case 'function':
    case 'debugger':
    case 'var':
      throw new Unfamiliar(`a statement \`${cursor.token.text}\``);
    default: {
      if (cursor.is('{')) throw new Unfamiliar('a block among statements');
      const doc = printExpression(parseExpression(cursor), 'statement');
      cursor.expect(';');
      return [doc, ';'];
    }
  }
}

/** `const x: T = y`, without its semicolon. */
export function parseVariable(cursor: Cursor): Doc {
  const keyword = cursor.word();
  const left = pattern(cursor);
  const type = cursor.takeIf(':') ? parseType(cursor) : undefined;
  const target = type === undefined ? left : [left, ': ', type.doc];
  const doc = cursor.takeIf('=')
    ? printAssignment(target, ' =', parseExpression(cursor), { place: 'initializer', type }, printExpression)
    : target;
  return [keyword, ' ', doc];
}

function pattern(cursor: Cursor): Doc {
  const opener = cursor.token.text;
  if (opener !== '[' && opener !== '{') return cursor.word();
  const isTall = cursor.peek(1).startsLine;
  cursor.take();
  const names = cursor.list(opener === '[' ? ']' : '}', () => cursor.word());
  if (names.length === 0 || isTall) throw new Unfamiliar('a pattern');
  if (opener === '{') return ['{', indent([line, join([',', line], names)]), ifBreak(','), line, '}'];
  const list = [
    softline,
    join(
      [',', line],
      names.map((name) => group(name)),
    ),
    ifBreak(','),
  ];
  return group(['[', indent(list), softline, ']']);
}

function returnStatement(cursor: Cursor): Doc {
  const { text } = cursor.take();
  if (cursor.takeIf(';')) return `${text};`;
  if (cursor.token.startsLine) throw new Unfamiliar(`\`${text}\` at the end of a line`);
  const value = parseExpression(cursor);
  cursor.expect(';');
  return [text, ' ', returnedDoc(value), ';'];
}

function returnedDoc(value: Expression): Doc {
  const doc = printExpression(value, 'returned');
  if (value.kind !== 'binary') return doc;
  return group([ifBreak('('), indent([softline, doc]), softline, ifBreak(')')]);
}

function ifStatement(cursor: Cursor): Doc {
  cursor.take();
  const condition = conditionDoc(cursor);
  const doc = group(['if (', condition, ')', clause(cursor)]);
  if (cursor.is('else')) throw new Unfamiliar('`else`');
  return doc;
}

function conditionDoc(cursor: Cursor): Doc {
  cursor.expect('(');
  const test = printExpression(parseExpression(cursor), 'condition');
  cursor.expect(')');
  return group([indent([softline, test]), softline]);
}

/** What a condition or a loop is for. */
function clause(cursor: Cursor): Doc {
  if (!cursor.is('{')) return indent([line, parseStatement(cursor)]);
  const block = parseBlock(cursor);
  if (block.isEmpty) throw new Unfamiliar('an empty block');
  return [' ', blockDoc(block)];
}

function forStatement(cursor: Cursor): Doc {
  cursor.take();
  cursor.expect('(');
  const declaration = group(parseVariable(cursor));
  if (cursor.takeIf('of')) {
    const values = printExpression(parseExpression(cursor), 'loop');
    cursor.expect(')');
    return group(['for (', declaration, ' of ', values, ')', clause(cursor)]);
  }
  cursor.expect(';');
  const test = printExpression(parseExpression(cursor), 'loop');
  cursor.expect(';');
  const update = printExpression(parseExpression(cursor), 'loop');
  cursor.expect(')');
  const head = [softline, declaration, ';', line, test, ';', line, update];
  return group(['for (', group([indent(head), softline]), ')', clause(cursor)]);
}

function switchStatement(cursor: Cursor): Doc {
  cursor.take();
  const subject = conditionDoc(cursor);
  cursor.expect('{');
  const cases: Doc[] = [];
  while (!cursor.is('}')) {
    if (cases.length > 0) cases.push(hardline, cursor.token.afterBlank ? hardline : '');
    cases.push(switchCase(cursor));
  }
  cursor.take();
  if (cases.length === 0) throw new Unfamiliar('a switch without cases');
  return [group(['switch (', subject, ')']), ' {', indent([hardline, cases]), hardline, '}'];
}

function switchCase(cursor: Cursor): Doc {
  const isDefault = cursor.takeIf('default');
  if (!isDefault) cursor.expect('case');
  const label = isDefault ? 'default:' : ['case ', printExpression(parseExpression(cursor), 'element'), ':'];
  cursor.expect(':');
  const isOver = (): boolean => cursor.is('case') || cursor.is('default') || cursor.is('}');
  if (cursor.is('{')) {
    const block = parseBlock(cursor);
    if (block.isEmpty || !isOver()) throw new Unfamiliar('a block in a case');
    return [label, ' ', blockDoc(block)];
  }
  return isOver() ? label : [label, indent([hardline, sequence(cursor, isOver)])];
}

function tryStatement(cursor: Cursor): Doc {
  cursor.take();
  const attempt = parseBlock(cursor);
  cursor.expect('catch');
  cursor.expect('(');
  const thrown = cursor.word();
  cursor.expect(')');
  const handler = parseBlock(cursor);
  if (attempt.isEmpty || handler.isEmpty || cursor.is('finally'))
    throw new Unfamiliar('a `try` of another kind');
  return ['try ', blockDoc(attempt), ' catch (', thrown, ') ', blockDoc(handler)];
}
