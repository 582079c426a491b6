/** The kinds of tokens of WIT. See "Lexical structure" in the standard's WIT.md. Numbers, because they are compared most. */
export const TokenKind = {
  EndOfFile: 0,
  Identifier: 1,
  /** `%list` */
  ExplicitIdentifier: 2,
  Integer: 3,
  String: 4,
  /** A character that no token starts with. */
  Unexpected: 5,

  Equals: 6,
  Comma: 7,
  Colon: 8,
  Semicolon: 9,
  LeftParen: 10,
  RightParen: 11,
  LeftBrace: 12,
  RightBrace: 13,
  LessThan: 14,
  GreaterThan: 15,
  Arrow: 16,
  Slash: 17,
  Dot: 18,
  At: 19,

  /** The first keyword: all kinds from here on are words that are reserved. */
  As: 20,
  Async: 21,
  Bool: 22,
  Borrow: 23,
  Char: 24,
  Constructor: 25,
  Enum: 26,
  ErrorContext: 27,
  Export: 28,
  F32: 29,
  F64: 30,
  Flags: 31,
  From: 32,
  Func: 33,
  Future: 34,
  Import: 35,
  Include: 36,
  Interface: 37,
  List: 38,
  Map: 39,
  Option: 40,
  Own: 41,
  Package: 42,
  Record: 43,
  Resource: 44,
  Result: 45,
  S16: 46,
  S32: 47,
  S64: 48,
  S8: 49,
  Static: 50,
  Stream: 51,
  StringType: 52,
  Tuple: 53,
  Type: 54,
  U16: 55,
  U32: 56,
  U64: 57,
  U8: 58,
  Underscore: 59,
  Use: 60,
  Variant: 61,
  With: 62,
  World: 63,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** The reserved words: an identifier of the same text is written with a `%` before it. */
export const keywords: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ['as', TokenKind.As],
  ['async', TokenKind.Async],
  ['bool', TokenKind.Bool],
  ['borrow', TokenKind.Borrow],
  ['char', TokenKind.Char],
  ['constructor', TokenKind.Constructor],
  ['enum', TokenKind.Enum],
  ['error-context', TokenKind.ErrorContext],
  ['export', TokenKind.Export],
  ['f32', TokenKind.F32],
  ['f64', TokenKind.F64],
  ['flags', TokenKind.Flags],
  ['from', TokenKind.From],
  ['func', TokenKind.Func],
  ['future', TokenKind.Future],
  ['import', TokenKind.Import],
  ['include', TokenKind.Include],
  ['interface', TokenKind.Interface],
  ['list', TokenKind.List],
  ['map', TokenKind.Map],
  ['option', TokenKind.Option],
  ['own', TokenKind.Own],
  ['package', TokenKind.Package],
  ['record', TokenKind.Record],
  ['resource', TokenKind.Resource],
  ['result', TokenKind.Result],
  ['s16', TokenKind.S16],
  ['s32', TokenKind.S32],
  ['s64', TokenKind.S64],
  ['s8', TokenKind.S8],
  ['static', TokenKind.Static],
  ['stream', TokenKind.Stream],
  ['string', TokenKind.StringType],
  ['tuple', TokenKind.Tuple],
  ['type', TokenKind.Type],
  ['u16', TokenKind.U16],
  ['u32', TokenKind.U32],
  ['u64', TokenKind.U64],
  ['u8', TokenKind.U8],
  ['_', TokenKind.Underscore],
  ['use', TokenKind.Use],
  ['variant', TokenKind.Variant],
  ['with', TokenKind.With],
  ['world', TokenKind.World],
]);

export function isKeyword(kind: TokenKind): boolean {
  return kind >= TokenKind.As;
}

const punctuation: ReadonlyMap<TokenKind, string> = new Map<TokenKind, string>([
  [TokenKind.Equals, '='],
  [TokenKind.Comma, ','],
  [TokenKind.Colon, ':'],
  [TokenKind.Semicolon, ';'],
  [TokenKind.LeftParen, '('],
  [TokenKind.RightParen, ')'],
  [TokenKind.LeftBrace, '{'],
  [TokenKind.RightBrace, '}'],
  [TokenKind.LessThan, '<'],
  [TokenKind.GreaterThan, '>'],
  [TokenKind.Arrow, '->'],
  [TokenKind.Slash, '/'],
  [TokenKind.Dot, '.'],
  [TokenKind.At, '@'],
]);

/** How messages name what they expect. */
export function describeKind(kind: TokenKind): string {
  if (kind === TokenKind.Identifier || kind === TokenKind.ExplicitIdentifier) return 'an identifier';
  if (kind === TokenKind.Integer) return 'an integer';
  if (kind === TokenKind.String) return 'a string';
  if (kind === TokenKind.EndOfFile) return 'the end of the file';
  const mark = punctuation.get(kind);
  if (mark !== undefined) return `\`${mark}\``;
  for (const [word, keyword] of keywords) if (keyword === kind) return `keyword \`${word}\``;
  return 'a token';
}

/** "a, b or c" */
export function oneOf(expected: readonly string[]): string {
  return `${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`;
}

/** What stands at the top level alone. */
export function startsTopLevel(kind: TokenKind): boolean {
  return kind === TokenKind.Interface || kind === TokenKind.World || kind === TokenKind.Package;
}

export function startsTypeDef(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.Enum:
    case TokenKind.Flags:
    case TokenKind.Record:
    case TokenKind.Resource:
    case TokenKind.Type:
    case TokenKind.Variant:
      return true;
    default:
      return false;
  }
}
