import { Lexer } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Problem } from '../source/diagnostic.js';
import type { ProblemReport } from '../source/problem-report.js';
import type { SourceFile } from '../source/source-map.js';
import type { FileSyntax } from './ast.js';
import { isUnclosed } from './comments.js';
import { findForbiddenCharacter } from './forbidden-characters.js';
import { SyntaxFailure } from './grammar-base.js';
import { describeMismatch } from './syntax-messages.js';
import { allTokens, StringLiteral } from './tokens.js';
import { WitGrammar } from './wit-grammar.js';

let lexer: Lexer | undefined;
let grammar: WitGrammar | undefined;

/** Made when first used, so that importing this package costs little. */
function sharedLexer(): Lexer {
  lexer ??= new Lexer(allTokens, {
    positionTracking: 'onlyOffset',
    ensureOptimizations: true,
    skipValidations: true,
  });
  return lexer;
}

function sharedGrammar(): WitGrammar {
  grammar ??= new WitGrammar({ skipValidations: true });
  return grammar;
}

/** Parses one file. Reports at most one syntax error, and every faulty identifier before it. */
export function parseFile(file: SourceFile, report: ProblemReport): FileSyntax | undefined {
  const fault = findForbiddenCharacter(file.text);
  if (fault !== undefined) {
    const span = { file: file.index, start: fault.offset, end: fault.offset + 1 };
    report.add({ code: 'forbidden-character', message: fault.message, span });
    return undefined;
  }
  const { tokens, groups } = sharedLexer().tokenize(file.text);
  const comments = groups['comments'] ?? [];
  const unclosed = findUnclosed(file, tokens, comments);
  if (unclosed !== undefined) {
    report.add(unclosed);
    return undefined;
  }
  return parseTokens(file, tokens, comments, report);
}

function parseTokens(
  file: SourceFile,
  tokens: IToken[],
  comments: readonly IToken[],
  report: ProblemReport,
): FileSyntax | undefined {
  const parser = sharedGrammar();
  try {
    const commentsBefore = attachComments(tokens, comments);
    const syntax = parser.parseTokens(tokens, {
      file: file.index,
      commentsBefore,
      report: (problem) => report.add(problem),
    });
    const [error] = parser.errors;
    if (error !== undefined) {
      report.add({ code: 'syntax-error', ...describeMismatch(error), span: spanOfFound(file, error.token) });
    }
    return syntax;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    report.add(error.problem);
    return undefined;
  }
}

/** The end of the file has no place of its own in the parser's eyes. */
function spanOfFound(file: SourceFile, token: IToken): Problem['span'] {
  const start = Number.isNaN(token.startOffset) ? file.text.length : token.startOffset;
  return { file: file.index, start, end: start + token.image.length };
}

function findUnclosed(
  file: SourceFile,
  tokens: readonly IToken[],
  comments: readonly IToken[],
): Problem | undefined {
  const comment = comments.at(-1);
  if (comment !== undefined && isUnclosed(comment.image)) {
    const start = comment.startOffset;
    const span = { file: file.index, start, end: start + 2 };
    return { code: 'unclosed-comment', message: 'this comment is never closed', span };
  }
  const string = tokens.find(
    ({ tokenType, image }) => tokenType === StringLiteral && !/^"(?:[^"\\]|\\[^])*"$/.test(image),
  );
  if (string === undefined) return undefined;
  const span = { file: file.index, start: string.startOffset, end: string.startOffset + string.image.length };
  return { code: 'unclosed-string', message: 'this string is never closed on its line', span };
}

/** Comments by the offset of the token that they stand before. */
function attachComments(tokens: readonly IToken[], comments: readonly IToken[]): Map<number, IToken[]> {
  const before = new Map<number, IToken[]>();
  let next = 0;
  for (const comment of comments) {
    while ((tokens[next]?.startOffset ?? Infinity) < comment.startOffset) next++;
    const token = tokens[next];
    if (token === undefined) break;
    const sofar = before.get(token.startOffset);
    if (sofar === undefined) before.set(token.startOffset, [comment]);
    else sofar.push(comment);
  }
  return before;
}
