import valid from 'semver/functions/valid.js';
import type { Span } from '../source/span.js';
import { TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';

export interface VersionSyntax {
  readonly text: string;
  readonly span: Span;
}

const versionPattern =
  /\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/y;

/** `@1.2.0`, where it may be left out. */
export function parseOptionalVersion(stream: TokenStream): VersionSyntax | undefined {
  return stream.accept(TokenKind.At) ? parseVersion(stream) : undefined;
}

/** A semantic version. Nowhere else in WIT do three integers stand between dots, so that it is read as one piece. */
export function parseVersion(stream: TokenStream): VersionSyntax {
  versionPattern.lastIndex = stream.start;
  const [text] = versionPattern.exec(stream.text) ?? [];
  if (text === undefined) return failVersion(stream);
  const span = { ...stream.span(), end: stream.start + text.length };
  stream.skipTo(span.end);
  if (valid(text) === null) {
    stream.report({ code: 'invalid-version', message: 'this is not a semantic version', span });
  }
  return { text, span };
}

/** At the first token that does not fit. */
function failVersion(stream: TokenStream): never {
  const expected = 'a version such as `1.2.0`';
  const first = stream.span();
  let last = first;
  for (const kind of versionTokens) {
    last = stream.span();
    stream.expect(kind, expected);
  }
  const span = stream.spanBetween(first, last);
  return stream.failWith({ code: 'invalid-version', message: 'a version has no spaces in it' }, span);
}

const versionTokens = [
  TokenKind.Integer,
  TokenKind.Dot,
  TokenKind.Integer,
  TokenKind.Dot,
  TokenKind.Integer,
] as const;
