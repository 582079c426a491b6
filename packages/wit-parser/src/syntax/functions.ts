import type { FuncSyntax, ParamSyntax, TypeSyntax } from './ast-types.js';
import { parseList } from './lists.js';
import { TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseType } from './type-expressions.js';

/** `async func(a: t) -> t;` See "Items: `func`" in the standard's WIT.md. */
export function parseFunc(stream: TokenStream): FuncSyntax {
  const isAsync = stream.accept(TokenKind.Async);
  const span = stream.span();
  stream.expect(TokenKind.Func);
  return { async: isAsync, ...parseSignature(stream), span };
}

/** `(a: t) -> t;` */
export function parseSignature(stream: TokenStream): Pick<FuncSyntax, 'params' | 'result'> {
  stream.expect(TokenKind.LeftParen);
  const params = parseList(stream, TokenKind.RightParen, parseParam);
  const result = parseFuncResult(stream);
  stream.expectSemicolon(result === undefined ? '`->` or `;`' : undefined);
  return { params, result };
}

function parseParam(stream: TokenStream): ParamSyntax {
  const name = stream.declaredName();
  stream.expect(TokenKind.Colon);
  return { name, type: parseType(stream) };
}

function parseFuncResult(stream: TokenStream): TypeSyntax | undefined {
  return stream.accept(TokenKind.Arrow) ? parseType(stream) : undefined;
}
