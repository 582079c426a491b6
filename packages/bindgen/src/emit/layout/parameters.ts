import type { Cursor } from './cursor.js';
import { group, ifBreak, indent, join, line, softline, type Doc } from './doc.js';
import type { Type } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

/** The parameters of a function, with their parentheses. */
export interface Parameters {
  readonly doc: Doc;
  readonly count: number;
}

interface Parameter {
  readonly doc: Doc;
  readonly isRest: boolean;
  readonly type: Type | undefined;
  /** Without the group around its type. */
  readonly bare: Doc;
}

export function functionParameters(cursor: Cursor): Parameters {
  cursor.expect('(');
  const parameters = cursor.list(')', () => parameter(cursor));
  const [first] = parameters;
  if (first === undefined) return { doc: '()', count: 0 };
  if (parameters.length === 1 && first.type?.kind === 'object')
    return { doc: ['(', first.bare, ')'], count: 1 };
  const docs = join(
    [',', line],
    parameters.map(({ doc }) => doc),
  );
  const hasRest = parameters.at(-1)?.isRest === true;
  return {
    doc: ['(', indent([softline, docs]), hasRest ? '' : ifBreak(','), softline, ')'],
    count: parameters.length,
  };
}

/** Parameters in a group of their own where the type that is returned breaks first. */
export function signatureDoc({ doc, count }: Parameters, returned: Type | undefined): Doc {
  return count === 1 && returned?.kind === 'object' ? group(doc) : doc;
}

function parameter(cursor: Cursor): Parameter {
  if (cursor.token.afterBlank) throw new Unfamiliar('a blank line between parameters');
  const isRest = cursor.takeIf('...');
  const name = cursor.word();
  const left = `${isRest ? '...' : ''}${name}${cursor.takeIf('?') ? '?' : ''}`;
  if (!cursor.takeIf(':')) {
    if (cursor.is('=')) throw new Unfamiliar('a default without a type');
    return { doc: left, bare: left, isRest, type: undefined };
  }
  const type = cursor.grammar.type(cursor);
  const doc = [left, ': ', type.doc];
  if (!cursor.takeIf('=')) return { doc, bare: [left, ': ', type.bare], isRest, type };
  if (type.kind === 'object') throw new Unfamiliar('an object with a default');
  const value = cursor.grammar.print(cursor.grammar.expression(cursor), 'default');
  return { doc: [doc, ' = ', value], bare: [doc, ' = ', value], isRest, type };
}
