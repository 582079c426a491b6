import type { Cursor } from './cursor.js';
import { group, hardline, ifBreak, indent, join, line, softline, type Doc } from './doc.js';
import { functionParameters, signatureDoc } from './parameters.js';
import { typeMembers } from './type-members.js';
import { Unfamiliar } from './unfamiliar.js';
import { commentDoc, commentLines, stringText } from './words.js';

/** A type, as it has been read. */
export interface Type {
  readonly kind:
    | 'keyword'
    | 'reference'
    | 'literal'
    | 'array'
    | 'indexed'
    | 'tuple'
    | 'object'
    | 'function'
    | 'union'
    | 'intersection'
    | 'typeof';
  /** As it is printed in most places. */
  readonly doc: Doc;
  /** As it is printed where what is around it breaks and indents. */
  readonly bare: Doc;
  /** Of a reference: its arguments. */
  readonly args: readonly Type[];
  /** Whether it has comments. */
  readonly hasComments: boolean;
}

const keywords = new Set([
  'bigint',
  'boolean',
  'never',
  'number',
  'object',
  'string',
  'undefined',
  'unknown',
  'void',
]);

const unfamiliarWords = new Set([
  'any',
  'asserts',
  'infer',
  'intrinsic',
  'keyof',
  'null',
  'readonly',
  'symbol',
  'this',
  'unique',
]);

export function parseType(cursor: Cursor): Type {
  const type = parseCommentedType(cursor);
  if (type.hasComments) throw new Unfamiliar('comments in a type');
  return type;
}

/** One that may have comments: what a name is declared to be. */
export function parseCommentedType(cursor: Cursor): Type {
  const comments = cursor.is('|') ? cursor.commentsAbove() : [];
  const leading = cursor.takeIf('|');
  const first = unionMember(cursor, comments);
  if (!cursor.is('|')) {
    if (leading) throw new Unfamiliar('a union of one');
    return first.type;
  }
  return unionType(cursor, first);
}

interface Member {
  readonly type: Type;
  /** On lines of their own, above the bar. */
  readonly above: readonly string[];
  /** Right after the bar. */
  readonly before: readonly string[];
}

function unionMember(cursor: Cursor, above: readonly string[]): Member {
  const { token } = cursor;
  const isAfterBar = token.comments.length > 0 && !token.startsLine && token.commentsEndLines;
  const before = isAfterBar ? cursor.comments() : [];
  return { type: intersection(cursor), above, before };
}

function unionType(cursor: Cursor, first: Member): Type {
  const members = [first];
  while (cursor.is('|')) {
    const above = cursor.commentsAbove();
    cursor.take();
    members.push(unionMember(cursor, above));
  }
  return unionOf(members);
}

function unionOf(members: readonly Member[]): Type {
  const commented = members.some(({ above, before }) => above.length > 0 || before.length > 0);
  const [first, ...others] = members;
  if (first === undefined) throw new Unfamiliar('an empty union');
  if (first.above.length > 0 && others.every(({ above }) => above.length === 0))
    throw new Unfamiliar('a comment that moves');
  const bare = group(
    members.map(({ type, above, before }, index) => [
      index === 0 ? ifBreak('| ') : [above.map((comment) => [hardline, commentDoc(comment)]), line, '| '],
      indent([
        before.map((comment) => [commentDoc(comment), line]),
        isFunction(type) ? parenthesized(type.doc) : type.doc,
      ]),
    ]),
  );
  return {
    kind: 'union',
    doc: group(indent([softline, bare])),
    bare: first.above.length > 0 ? [commentLines(first.above), bare] : bare,
    args: [],
    hasComments: commented,
  };
}

function intersection(cursor: Cursor): Type {
  const types = [postfixType(cursor)];
  while (cursor.takeIf('&')) types.push(postfixType(cursor));
  const [only] = types;
  if (only !== undefined && types.length === 1) return only;
  let wasIndented = false;
  const docs = types.map((type, index): Doc => {
    const doc = isFunction(type) ? parenthesized(type.doc) : type.doc;
    if (type.kind === 'union') throw new Unfamiliar('a union in an intersection');
    if (index === 0) return doc;
    const isObject = type.kind === 'object';
    const wasObject = types[index - 1]?.kind === 'object';
    if (isObject && wasObject) return [' & ', wasIndented ? indent(doc) : doc];
    if (!isObject && !wasObject) return indent([' &', line, doc]);
    if (index > 1) wasIndented = true;
    return [' & ', index > 1 ? indent(doc) : doc];
  });
  return plain('intersection', group(docs));
}

function postfixType(cursor: Cursor): Type {
  const isParenthesized = cursor.is('(') && cursor.afterBrackets().text !== '=>';
  let type = isParenthesized ? innerType(cursor) : primaryType(cursor);
  while (cursor.is('[') && !cursor.token.startsLine) {
    cursor.take();
    const element = elementDoc(type, isParenthesized);
    if (cursor.takeIf(']')) type = plain('array', [element, '[]']);
    else {
      const index = parseType(cursor);
      if (index.kind !== 'literal') throw new Unfamiliar('an index that is no string');
      cursor.expect(']');
      type = plain('indexed', [element, '[', index.doc, ']']);
    }
  }
  return type;
}

/** Only where the parentheses are needed are they kept, so that only there they are familiar. */
function innerType(cursor: Cursor): Type {
  cursor.take();
  const type = parseType(cursor);
  cursor.expect(')');
  const isNeeded = isFunction(type) ? cursor.is('&') || cursor.is('|') || cursor.is('[') : cursor.is('[');
  if (!isNeeded && !(isFunction(type) && cursor.token.kind === 'mark')) throw new Unfamiliar('parentheses');
  if (type.hasComments) throw new Unfamiliar('comments in parentheses');
  return type;
}

function elementDoc(type: Type, isParenthesized: boolean): Doc {
  if (type.kind === 'union') return parenthesized(group([indent([softline, type.bare]), softline]));
  if (type.kind === 'intersection' || (isFunction(type) && !isParenthesized))
    throw new Unfamiliar('an array of these');
  return isFunction(type) ? parenthesized(type.doc) : type.doc;
}

function primaryType(cursor: Cursor): Type {
  const { kind, text } = cursor.token;
  if (kind === 'string') return plain('literal', stringText(cursor.take().text));
  if (text === '[') return tuple(cursor);
  if (text === '{') return objectType(cursor);
  if (text === '(') return functionType(cursor, '');
  if (kind !== 'word' || text.startsWith('#')) throw new Unfamiliar(`\`${text}\` in a type`);
  if (text === 'abstract' || text === 'new') {
    if (cursor.takeIf('abstract') && !cursor.is('new')) throw new Unfamiliar('abstract');
    cursor.expect('new');
    return functionType(cursor, text === 'abstract' ? 'abstract new ' : 'new ');
  }
  cursor.take();
  if (text === 'typeof') return plain('typeof', `typeof ${cursor.word()}`);
  if (keywords.has(text)) return plain('keyword', text);
  if (unfamiliarWords.has(text)) throw new Unfamiliar(`\`${text}\` in a type`);
  return reference(cursor, text);
}

function reference(cursor: Cursor, name: string): Type {
  if (cursor.is('.')) throw new Unfamiliar('a name with a dot');
  if (!cursor.is('<')) return { ...plain('reference', name), args: [] };
  const args = typeArguments(cursor);
  return { ...plain('reference', [name, typeArgumentsDoc(args)]), args };
}

export function typeArguments(cursor: Cursor): Type[] {
  cursor.expect('<');
  return cursor.list('>', () => parseType(cursor));
}

export function typeArgumentsDoc(args: readonly Type[]): Doc {
  const [only] = args;
  if (only !== undefined && args.length === 1 && isHugged(only)) return ['<', only.doc, '>'];
  return group(['<', indent([softline, join([',', line], args.map(withoutIndent))]), softline, '>']);
}

/** Where what is around it indents. */
function withoutIndent({ kind, bare, doc }: Type): Doc {
  return kind === 'union' ? bare : doc;
}

/** Whether it stands between `<` and `>` without a line end there. */
function isHugged({ kind, args }: Type): boolean {
  return (
    kind === 'keyword' ||
    kind === 'literal' ||
    kind === 'object' ||
    (kind === 'reference' && args.length === 0)
  );
}

function tuple(cursor: Cursor): Type {
  cursor.take();
  const types = cursor.list(']', () => parseType(cursor));
  if (types.length === 0) return plain('tuple', '[]');
  const docs = types.map((type) => {
    if (type.kind !== 'union') return group(type.doc);
    if (types.length === 1) return group(type.bare);
    return group(group([indent([ifBreak(['(', softline]), type.bare]), softline, ifBreak(')')]));
  });
  return plain(
    'tuple',
    group(['[', indent([softline, join([',', line], docs), ifBreak(',')]), softline, ']']),
  );
}

function objectType(cursor: Cursor): Type {
  cursor.take();
  if (cursor.takeIf('}')) return plain('object', '{}');
  const isTall = cursor.token.startsLine || cursor.token.comments.length > 0;
  const members = typeMembers(cursor);
  const docs = members.map(({ doc, afterBlank }, index) => [
    index === 0 ? '' : [line, afterBlank ? hardline : ''],
    doc,
    index < members.length - 1 ? ';' : ifBreak(';'),
  ]);
  const contents = ['{', indent([line, docs]), line, '}'];
  return { ...plain('object', group(contents, isTall)), bare: contents };
}

function functionType(cursor: Cursor, prefix: string): Type {
  const parameters = functionParameters(cursor);
  cursor.expect('=>');
  const returned = parseType(cursor);
  return plain('function', group([prefix, signatureDoc(parameters, returned), ' => ', returned.doc]));
}

function parenthesized(doc: Doc): Doc {
  return ['(', doc, ')'];
}

function isFunction({ kind }: Type): boolean {
  return kind === 'function';
}

function plain(kind: Type['kind'], doc: Doc): Type {
  return { kind, doc, bare: doc, args: [], hasComments: false };
}
