import type { Span } from '../source/span.js';
import { isSemanticVersion } from './semantic-version.js';
import { TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';

export interface VersionSyntax {
  readonly text: string;
  readonly span: Span;
}

/** `@1.2.0`, where it may be left out. */
export function parseOptionalVersion(stream: TokenStream): VersionSyntax | undefined {
  return stream.accept(TokenKind.At) ? parseVersion(stream) : undefined;
}

const coreTokens = [
  TokenKind.Integer,
  TokenKind.Dot,
  TokenKind.Integer,
  TokenKind.Dot,
  TokenKind.Integer,
] as const;

/** A semantic version. As in wasm-tools it is put together from tokens, and checked as a whole. */
export function parseVersion(stream: TokenStream): VersionSyntax {
  const first = stream.span();
  let { end } = first;
  for (const kind of coreTokens) {
    ({ end } = stream);
    stream.expect(kind, 'a version such as `1.2.0`');
  }
  end = skipParts(stream, '-', end);
  end = skipParts(stream, '+', end);
  const span = { ...first, end };
  const text = stream.text.slice(span.start, end);
  // The gates of a package name the same few versions over and over.
  if (text === stream.lastVersion) return { text, span };
  if (isSemanticVersion(text)) stream.lastVersion = text;
  else stream.report({ code: 'invalid-version', message: 'this is not a semantic version', span });
  return { text, span };
}

/** `-rc.1` or `+build.5`. @returns Where it ends; a prefix alone is not part of the version. */
function skipParts(stream: TokenStream, prefix: '-' | '+', versionEnd: number): number {
  let end = versionEnd;
  if (!stream.isMark(prefix)) return end;
  stream.next();
  for (;;) {
    const dot = stream.is(TokenKind.Dot) ? stream.state() : undefined;
    if (dot !== undefined) stream.next();
    if (!isPart(stream)) {
      // The dot of `use a:b/c@1.0.0-rc.{…}` stands after the version.
      if (dot !== undefined) stream.restore(dot);
      return end;
    }
    ({ end } = stream);
    stream.next();
  }
}

function isPart(stream: TokenStream): boolean {
  return stream.is(TokenKind.Identifier) || stream.is(TokenKind.Integer) || stream.isMark('-');
}
