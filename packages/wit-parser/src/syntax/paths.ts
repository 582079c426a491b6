import type { Identifier, IncludeSyntax, PathSyntax, Prelude, RenamedName, UseSyntax } from './ast.js';
import { parseList } from './lists.js';
import { TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseOptionalVersion } from './versions.js';

/** `b`, or `ns:pkg/b@1.0.0`. */
export function parsePath(stream: TokenStream): PathSyntax {
  const first = stream.identifier();
  if (!stream.accept(TokenKind.Colon)) return { package: undefined, name: first };
  return parsePathTail(stream, first, stream.identifier());
}

/** `/name@version`, after a namespace and the name of a package. */
export function parsePathTail(
  stream: TokenStream,
  namespace: Identifier,
  packageName: Identifier,
): PathSyntax {
  stream.expect(TokenKind.Slash);
  const name = stream.identifier();
  const version = parseOptionalVersion(stream);
  const span = stream.spanBetween(namespace.span, packageName.span);
  return { package: { namespace, name: packageName, version: version?.text, span }, name };
}

/** `as name`, where it may be left out. */
export function parseAlias(stream: TokenStream): Identifier | undefined {
  return stream.accept(TokenKind.As) ? stream.declaredName() : undefined;
}

/** `use path.{a, b as c};` See "Item: `use`" in the standard's WIT.md. */
export function parseUse(stream: TokenStream, { docs, attributes }: Prelude): UseSyntax {
  stream.expect(TokenKind.Use);
  const path = parsePath(stream);
  stream.expect(TokenKind.Dot);
  if (!stream.accept(TokenKind.LeftBrace)) {
    stream.fail('`{`', stream.isName() ? `write \`{${stream.image()}}\` in braces` : undefined);
  }
  const names = parseList(stream, TokenKind.RightBrace, parseUsedName);
  stream.expectSemicolon();
  return { kind: 'use-types', docs, attributes, path, names };
}

function parseUsedName(stream: TokenStream): RenamedName {
  const name = stream.identifier();
  return { name, alias: parseAlias(stream) };
}

/** `include path with { a as b }` See "Item: `include`" in the standard's WIT.md. */
export function parseInclude(stream: TokenStream, { docs, attributes }: Prelude): IncludeSyntax {
  stream.expect(TokenKind.Include);
  const path = parsePath(stream);
  if (stream.accept(TokenKind.Semicolon)) return { kind: 'include', docs, attributes, path, renames: [] };
  stream.expect(TokenKind.With, '`;` or keyword `with`');
  stream.expect(TokenKind.LeftBrace);
  const renames = parseList(stream, TokenKind.RightBrace, parseRename);
  return { kind: 'include', docs, attributes, path, renames };
}

function parseRename(stream: TokenStream): IncludeSyntax['renames'][number] {
  const from = stream.identifier();
  stream.expect(TokenKind.As);
  return { from, to: stream.declaredName() };
}
