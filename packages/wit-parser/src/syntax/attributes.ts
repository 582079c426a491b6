import type { Attribute, Prelude } from './ast.js';
import { decodeStringLiteral } from './string-literal.js';
import { TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseVersion } from './versions.js';

const noAttributes: readonly Attribute[] = [];

/** Documentation, then attributes. See "Feature Gates" in the standard's WIT.md. */
export function parsePrelude(stream: TokenStream): Prelude {
  const docs = stream.documentation();
  if (!stream.is(TokenKind.At)) return { docs, attributes: noAttributes };
  const attributes: Attribute[] = [];
  while (stream.accept(TokenKind.At)) {
    const attribute = parseAttribute(stream);
    if (attribute !== undefined) attributes.push(attribute);
  }
  return { docs, attributes };
}

/** @returns `undefined` for one that does not exist: reported, and left out. */
function parseAttribute(stream: TokenStream): Attribute | undefined {
  const name = stream.identifier();
  switch (name.text) {
    case 'since':
    case 'deprecated':
      return { kind: name.text, version: parseArgument(stream, 'version', versionText), span: name.span };
    case 'unstable':
      return { kind: 'unstable', feature: parseArgument(stream, 'feature', featureName), span: name.span };
    case 'external-id':
      return { kind: 'external-id', id: parseExternalId(stream), span: name.span };
    default:
      stream.report({
        code: 'unknown-attribute',
        message: `there is no attribute \`@${name.text}\``,
        span: name.span,
        notes: [{ message: 'the attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`' }],
      });
      skipArguments(stream);
      return undefined;
  }
}

function skipArguments(stream: TokenStream): void {
  if (!stream.accept(TokenKind.LeftParen)) return;
  while (!stream.accept(TokenKind.RightParen)) {
    if (stream.is(TokenKind.EndOfFile) || stream.is(TokenKind.Semicolon) || stream.is(TokenKind.LeftBrace)) {
      stream.fail('`)`');
    }
    stream.next();
  }
}

/** `(version = 1.2.0)` or `(feature = fancy)` */
function parseArgument(
  stream: TokenStream,
  field: string,
  parseValue: (stream: TokenStream) => string,
): string {
  stream.expect(TokenKind.LeftParen);
  if (stream.image().replace(/^%/, '') !== field) stream.fail(`\`${field}\``);
  stream.next();
  stream.expect(TokenKind.Equals);
  const value = parseValue(stream);
  stream.expect(TokenKind.RightParen);
  return value;
}

function versionText(stream: TokenStream): string {
  return parseVersion(stream).text;
}

function featureName(stream: TokenStream): string {
  return stream.identifier().text;
}

function parseExternalId(stream: TokenStream): string {
  stream.expect(TokenKind.LeftParen);
  const span = stream.span();
  // One that is never closed has taken the rest of its line.
  if (stream.isReported()) stream.fail('a string');
  const literal = stream.image();
  stream.expect(TokenKind.String);
  const { value, fault } = decodeStringLiteral(literal);
  if (fault !== undefined) stream.report({ code: 'invalid-string', message: fault, span });
  stream.expect(TokenKind.RightParen);
  return value;
}
