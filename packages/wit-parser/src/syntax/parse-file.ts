import type { ProblemReport } from '../source/problem-report.js';
import type { SourceFile } from '../source/source-map.js';
import type { FileSyntax } from './ast.js';
import { forbiddenCharacters, withoutForbiddenCharacters } from './forbidden-characters.js';
import { parseFileSyntax } from './packages.js';
import { mostProblems, TokenStream } from './token-stream.js';

/**
 * Parses one file. After a syntax error it goes on with the next item, so that all of them are reported; what could not
 * be read is marked as broken in the syntax tree.
 */
export function parseFile({ text, index }: SourceFile, report: ProblemReport): FileSyntax {
  let forbidden = 0;
  for (const { offset, message } of forbiddenCharacters(text)) {
    report.add({
      code: 'forbidden-character',
      message,
      span: { file: index, start: offset, end: offset + 1 },
    });
    if (++forbidden === mostProblems) break;
  }
  const allowed = forbidden === 0 ? text : withoutForbiddenCharacters(text);
  const stream = new TokenStream(allowed, index, (problem) => report.add(problem));
  return parseFileSyntax(stream, { file: index, start: 0, end: 0 });
}
