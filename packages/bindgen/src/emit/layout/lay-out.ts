import { Cursor } from './cursor.js';
import { parseDeclaration } from './declarations.js';
import type { Grammar } from './grammar.js';
import { parseExpression } from './parse-expression.js';
import { printDoc } from './print-doc.js';
import { printExpression } from './print-expression.js';
import { parseBlock } from './statements.js';
import { tokenize } from './tokens.js';
import { parseType } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

const width = 100;

const grammar: Grammar = {
  type: parseType,
  expression: parseExpression,
  block: parseBlock,
  print: printExpression,
};

/**
 * Lays one statement of a module out, as prettier does with the options of this generator: undefined where it has anything
 * in it of which that is not sure.
 */
export function layOut(statement: string): string | undefined {
  // Where what looks simple is too long for its line, all has to be read.
  return layOutTokens(statement, true) ?? layOutTokens(statement, false);
}

function layOutTokens(statement: string, findsStatements: boolean): string | undefined {
  try {
    const cursor = new Cursor(tokenize(statement, findsStatements), grammar);
    const doc = parseDeclaration(cursor);
    if (!cursor.atEnd || cursor.token.comments.length > 0) throw new Unfamiliar('something that follows');
    return printDoc(doc, width);
  } catch (error) {
    if (error instanceof Unfamiliar) return undefined;
    throw error;
  }
}
