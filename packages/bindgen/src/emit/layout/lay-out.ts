import { Cursor } from './cursor.js';
import { parseDeclaration } from './declarations.js';
import { printDoc } from './print-doc.js';
import { tokenize } from './tokens.js';
import { Unfamiliar } from './unfamiliar.js';

const width = 100;

/**
 * Lays one statement of a module out, as prettier does with the options of this generator: undefined where it has anything
 * in it of which that is not sure.
 */
export function layOut(statement: string): string | undefined {
  try {
    const cursor = new Cursor(tokenize(statement));
    const doc = parseDeclaration(cursor);
    if (!cursor.atEnd || cursor.token.comments.length > 0) throw new Unfamiliar('something that follows');
    return printDoc(doc, width);
  } catch (error) {
    if (error instanceof Unfamiliar) return undefined;
    throw error;
  }
}
