import { blockDoc } from './blocks.js';
import { parseClass } from './classes.js';
import type { Cursor } from './cursor.js';
import { group, hardline, ifBreak, indent, indentIfBreak, join, line, type Doc } from './doc.js';
import { functionParameters, signatureDoc } from './parameters.js';
import { parseBlock, parseVariable } from './statements.js';
import { typeMembers } from './type-members.js';
import { parseCommentedType, parseType } from './types.js';
import { Unfamiliar } from './unfamiliar.js';
import { commentLines, stringText } from './words.js';

/** A statement of a module, with the comments above it. */
export function parseDeclaration(cursor: Cursor): Doc {
  const comments = commentLines(cursor.commentsAbove());
  if (cursor.is('import')) return [comments, importDeclaration(cursor)];
  const isExported = cursor.takeIf('export');
  if (isExported && cursor.is('{')) return [comments, 'export ', names(cursor), from(cursor)];
  return [comments, isExported ? 'export ' : '', declaration(cursor)];
}

function declaration(cursor: Cursor): Doc {
  switch (cursor.token.text) {
    case 'const': {
      const doc = parseVariable(cursor);
      cursor.expect(';');
      return group([doc, ';']);
    }
    case 'function':
      return functionDeclaration(cursor);
    case 'class':
      return parseClass(cursor);
    case 'interface':
      return interfaceDeclaration(cursor);
    case 'type':
      return typeAlias(cursor);
    default:
      throw new Unfamiliar(`a declaration \`${cursor.token.text}\``);
  }
}

function importDeclaration(cursor: Cursor): Doc {
  cursor.take();
  const kind = cursor.takeIf('type') ? 'type ' : '';
  if (!cursor.is('{')) throw new Unfamiliar('an import of another kind');
  return ['import ', kind, names(cursor), from(cursor)];
}

function names(cursor: Cursor): Doc {
  cursor.expect('{');
  const all = cursor.list('}', () => specifier(cursor));
  if (all.length < 2) return all.length === 0 ? '{}' : ['{ ', all, ' }'];
  return group(['{', indent([line, join([',', line], all)]), ifBreak(','), line, '}']);
}

/** `x`, `x as y`, `type x`. */
function specifier(cursor: Cursor): string {
  const words = [cursor.word()];
  while (cursor.token.kind === 'word') words.push(cursor.word());
  const [first, second, third, fourth] = words;
  const isPlain = second === undefined || (third !== undefined && second === 'as' && fourth === undefined);
  const isType =
    first === 'type' && second !== 'as' && (third === undefined || (third === 'as' && fourth !== undefined));
  if (!isPlain && !isType) throw new Unfamiliar('names of another kind');
  if (words.at(-1) === words.at(-3)) throw new Unfamiliar('a name as itself');
  return words.join(' ');
}

function from(cursor: Cursor): Doc {
  if (cursor.takeIf(';')) return ';';
  cursor.expect('from');
  const { kind, text } = cursor.take();
  if (kind !== 'string') throw new Unfamiliar('what is imported from');
  cursor.expect(';');
  return [' from ', stringText(text), ';'];
}

function functionDeclaration(cursor: Cursor): Doc {
  cursor.take();
  const name = cursor.word();
  const parameters = functionParameters(cursor);
  const returned = cursor.takeIf(':') ? parseType(cursor) : undefined;
  const type = returned === undefined ? '' : [': ', returned.doc];
  const signature = group([signatureDoc(parameters, returned), type]);
  return [`function ${name}`, signature, ' ', blockDoc(parseBlock(cursor))];
}

function interfaceDeclaration(cursor: Cursor): Doc {
  cursor.take();
  const name = cursor.word();
  const base = cursor.takeIf('extends') ? [' extends ', parseType(cursor).doc] : '';
  cursor.expect('{');
  const members = typeMembers(cursor);
  const docs = members.map(({ doc, afterBlank }, index) => [
    index === 0 ? '' : [hardline, afterBlank ? hardline : ''],
    doc,
    ';',
  ]);
  const body = docs.length === 0 ? '{}' : ['{', indent([hardline, docs]), hardline, '}'];
  return [`interface ${name}`, base, ' ', body];
}

function typeAlias(cursor: Cursor): Doc {
  cursor.take();
  const left = `type ${cursor.word()} =`;
  cursor.expect('=');
  const type = parseCommentedType(cursor);
  cursor.expect(';');
  if (type.kind === 'union') return [group([left, group(indent([line, type.bare]))]), ';'];
  const gap = group(indent(line));
  return [group([left, gap, indentIfBreak(type.doc, gap)]), ';'];
}
