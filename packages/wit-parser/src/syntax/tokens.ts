import { createToken, Lexer } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import { matchComment } from './comments.js';

/** `%` and all that could have been meant as an identifier: `checkIdentifier` says what is wrong with it. */
const explicitIdentifierPattern = /%[A-Za-z0-9_\u0080-\uffff-]*/;
const identifierPattern = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff-]*/;

export const Identifier = createToken({
  name: 'Identifier',
  pattern: identifierPattern,
  label: 'an identifier',
});
export const ExplicitIdentifier = createToken({
  name: 'ExplicitIdentifier',
  pattern: explicitIdentifierPattern,
  label: 'an identifier',
  categories: Identifier,
});

function keyword(word: string): TokenType {
  return createToken({
    name: `Keyword_${word}`,
    pattern: word,
    longer_alt: Identifier,
    label: `keyword \`${word}\``,
  });
}

function punctuation(name: string, pattern: string): TokenType {
  return createToken({ name, pattern, label: `\`${pattern}\`` });
}

/** The words that stand for a type on their own. */
export const primitives = {
  bool: keyword('bool'),
  u8: keyword('u8'),
  u16: keyword('u16'),
  u32: keyword('u32'),
  u64: keyword('u64'),
  s8: keyword('s8'),
  s16: keyword('s16'),
  s32: keyword('s32'),
  s64: keyword('s64'),
  f32: keyword('f32'),
  f64: keyword('f64'),
  char: keyword('char'),
  string: keyword('string'),
  'error-context': keyword('error-context'),
} as const;

export const As = keyword('as');
export const Async = keyword('async');
export const Borrow = keyword('borrow');
export const Constructor = keyword('constructor');
export const Enum = keyword('enum');
export const Export = keyword('export');
export const Flags = keyword('flags');
export const From = keyword('from');
export const Func = keyword('func');
export const Future = keyword('future');
export const Import = keyword('import');
export const Include = keyword('include');
export const Interface = keyword('interface');
export const List = keyword('list');
export const MapKeyword = keyword('map');
export const Option = keyword('option');
export const Own = keyword('own');
export const Package = keyword('package');
export const Record = keyword('record');
export const Resource = keyword('resource');
export const Result = keyword('result');
export const Static = keyword('static');
export const Stream = keyword('stream');
export const Tuple = keyword('tuple');
export const Type = keyword('type');
export const Use = keyword('use');
export const Variant = keyword('variant');
export const With = keyword('with');
export const World = keyword('world');
export const Underscore = createToken({ name: '_', pattern: '_', longer_alt: Identifier, label: '`_`' });

export const Equals = punctuation('Equals', '=');
export const Comma = punctuation('Comma', ',');
export const Colon = punctuation('Colon', ':');
export const Semicolon = punctuation('Semicolon', ';');
export const LeftParen = punctuation('LeftParen', '(');
export const RightParen = punctuation('RightParen', ')');
export const LeftBrace = punctuation('LeftBrace', '{');
export const RightBrace = punctuation('RightBrace', '}');
export const LessThan = punctuation('LessThan', '<');
export const GreaterThan = punctuation('GreaterThan', '>');
export const Arrow = punctuation('Arrow', '->');
export const Slash = punctuation('Slash', '/');
export const Dot = punctuation('Dot', '.');
export const At = punctuation('At', '@');

/** Nowhere else in WIT do three integers stand between dots, so a version can be one token. */
export const Version = createToken({
  name: 'Version',
  pattern: /\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/,
  label: 'a version',
});
export const Integer = createToken({ name: 'Integer', pattern: /\d+/, label: 'an integer' });

/** Its closing quote is checked later: an attempt that fails at the end of the line would be made for each quote. */
export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"(?:[^"\\\n]|\\[^\n])*"?/,
  label: 'a string',
});

/** What no WIT has a use for, so that lexing never fails: the parser reports it at its place. */
export const Unexpected = createToken({ name: 'Unexpected', pattern: /[!#$&'*+?[\\\]^`|~\x2d]/ });

export const Whitespace = createToken({
  name: 'Whitespace',
  pattern: /[ \t\r\n\ufeff]+/,
  group: Lexer.SKIPPED,
});

/** Kept aside, by place: some are documentation. */
export const Comment = createToken({
  name: 'Comment',
  pattern: matchComment,
  start_chars_hint: ['/'],
  line_breaks: true,
  group: 'comments',
});

/** The longest first: `async` starts with `as`, and the first token that fits is taken. */
const keywords = [
  ...Object.values(primitives),
  ...[As, Async, Borrow, Constructor, Enum, Export, Flags, From, Func, Future, Import, Include, Interface],
  ...[List, MapKeyword, Option, Own, Package, Record, Resource, Result, Static, Stream, Tuple, Type, Use],
  ...[Variant, With, World, Underscore],
].sort((a, b) => b.name.length - a.name.length);

const punctuationMarks = [
  ...[Equals, Comma, Colon, Semicolon, LeftParen, RightParen, LeftBrace, RightBrace],
  ...[LessThan, GreaterThan, Arrow, Slash, Dot, At],
];

/** In the order in which they are tried at each place. */
export const allTokens: TokenType[] = [
  ...[Whitespace, Comment],
  ...keywords,
  ...[Identifier, ExplicitIdentifier, Version, Integer, StringLiteral],
  ...punctuationMarks,
  Unexpected,
];
