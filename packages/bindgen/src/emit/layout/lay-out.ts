import { Cursor } from './cursor.js';
import { parseDeclaration } from './declarations.js';
import type { Doc } from './doc.js';
import type { Grammar } from './grammar.js';
import { parseExpression, parseProperty } from './parse-expression.js';
import { printDoc } from './print-doc.js';
import { printExpression, propertyDoc } from './print-expression.js';
import { LineLayout } from './lines/line-layout.js';
import { parseBlock, parseStatement } from './statements.js';
import { tokenize } from './tokens.js';
import { parseType } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

const width = 100;
const tab = 2;

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
  return new LineLayout(statement, layOutAlone).layOut() ?? layOutAll(statement);
}

/** Reads all of it. */
function layOutAll(statement: string): string | undefined {
  return orUndefined(() => {
    const cursor = new Cursor(tokenize(statement), grammar);
    const doc = parseDeclaration(cursor);
    if (!cursor.atEnd || cursor.token.comments.length > 0) throw new Unfamiliar('something that follows');
    return printDoc(doc, width);
  });
}

/** A statement of a block or a property with its comma, in blocks of some depth. */
function layOutAlone(text: string, depth: number, kind: 'statement' | 'property'): string | undefined {
  const indent = tab * depth;
  return orUndefined(() => {
    const cursor = new Cursor(tokenize(text), grammar);
    const doc = kind === 'statement' ? parseStatement(cursor) : parsePropertyLine(cursor);
    if (!cursor.atEnd || cursor.token.comments.length > 0) throw new Unfamiliar('something that follows');
    return printDoc(doc, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
  });
}

function parsePropertyLine(cursor: Cursor): Doc {
  const doc = propertyDoc(parseProperty(cursor));
  cursor.expect(',');
  return [doc, ','];
}

function orUndefined(layOut: () => string): string | undefined {
  try {
    return layOut();
  } catch (error) {
    if (error instanceof Unfamiliar) return undefined;
    throw error;
  }
}
