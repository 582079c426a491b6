import { scanClassHead } from './classes.js';
import { breakCall } from './broken-statements.js';
import { printed, type Lines } from './lines.js';
import { scanPath, scanProperty, scanValue } from './scan-expressions.js';
import type { Closer } from './scan-statements.js';
import { postfixType, scanParameters, scanType } from './scan-types.js';
import type { Scanner } from './scanner.js';

/** What the first line of a declaration opens, or that this has been the whole of it. */
export type OpenedDeclaration =
  'all' | { readonly kind: 'class' | 'interface' | 'object' | 'block'; readonly closer: Closer };

/** The first line of a declaration: undefined where it is not sure how that is printed. */
export function openDeclaration(scanner: Scanner, lines: Lines): OpenedDeclaration | undefined {
  const start = scanner.at;
  if (scanner.take('import ')) return imported(scanner, lines, start);
  if (scanner.take('export ') && scanner.code === 123) return specifiers(scanner, lines, start);
  if (scanner.take('function ')) return functionHead(scanner, lines, start);
  if (scanner.take('const ')) return constant(scanner, lines, start);
  if (scanner.take('interface ')) return interfaceHead(scanner, lines, start);
  if (scanner.take('type ')) return alias(scanner, lines, start);
  return classHead(scanner, lines, start);
}

function classHead(scanner: Scanner, lines: Lines, start: number): OpenedDeclaration | undefined {
  if (scanClassHead(scanner) && lines.addIfFits(0, scanner.text.slice(start, scanner.at)))
    return { kind: 'class', closer: '}' };
  return undefined;
}

function all(isLaidOut: boolean): 'all' | undefined {
  return isLaidOut ? 'all' : undefined;
}

function imported(scanner: Scanner, lines: Lines, start: number): 'all' | undefined {
  scanner.take('type ');
  return specifiers(scanner, lines, start);
}

/** `{ a, b as c, type D } from "x";` */
function specifiers(scanner: Scanner, lines: Lines, start: number): 'all' | undefined {
  const { text } = scanner;
  if (!scanner.take('{ ')) return undefined;
  const first = scanner.at;
  do {
    const isType = scanner.take('type ');
    const name = scanner.at;
    if (!scanner.word() || (!isType && text.slice(name, scanner.at) === 'type')) return undefined;
    const alias = scanner.at + 4;
    if (
      scanner.take(' as ') &&
      (!scanner.word() || text.slice(name, alias - 4) === text.slice(alias, scanner.at))
    )
      return undefined;
  } while (scanner.take(', '));
  const last = scanner.at;
  if (!scanner.take(' }') || (scanner.take(' from ') && !scanner.string()) || !scanner.takeCode(59))
    return undefined;
  const end = scanner.at;
  if (lines.addIfFits(0, printed(text.slice(start, end)))) return 'all';
  const items = text.slice(first, last).split(', ');
  if (items.length < 2) return undefined;
  return all(lines.addList(0, text.slice(start, first - 1), items, true, printed(text.slice(last + 1, end))));
}

function functionHead(scanner: Scanner, lines: Lines, start: number): OpenedDeclaration | undefined {
  if (!scanner.word()) return undefined;
  const parameters = scanParameters(scanner);
  if (parameters === undefined || (scanner.take(': ') && !scanType(scanner)) || !scanner.take(' {'))
    return undefined;
  if (!lines.addHead(0, scanner.text, start, scanner.at, parameters)) return undefined;
  return { kind: 'block', closer: '}' };
}

function interfaceHead(scanner: Scanner, lines: Lines, start: number): OpenedDeclaration | undefined {
  if (!scanner.word() || (scanner.take(' extends ') && !scanType(scanner)) || !scanner.take(' {'))
    return undefined;
  if (!lines.addIfFits(0, scanner.text.slice(start, scanner.at))) return undefined;
  return { kind: 'interface', closer: '}' };
}

function constant(scanner: Scanner, lines: Lines, start: number): OpenedDeclaration | undefined {
  const { text } = scanner;
  if (!scanner.word() || (scanner.take(': ') && !scanType(scanner)) || !scanner.take(' = ')) return undefined;
  const value = scanner.at;
  const closer = scanner.take('{\n') ? '};' : scanPath(scanner) && scanner.take('({\n') ? '});' : undefined;
  if (closer !== undefined) {
    scanner.at--;
    if (!lines.addIfFits(0, printed(text.slice(start, scanner.at)))) return undefined;
    return { kind: 'object', closer };
  }
  scanner.at = value;
  if (!scanValue(scanner) || !scanner.takeCode(59)) return undefined;
  const end = scanner.at;
  if (lines.addIfFits(0, printed(text.slice(start, end)))) return 'all';
  scanner.at = value;
  const isLaidOut = passedObject(scanner, lines, start) || breakConstant(scanner, lines, start, value);
  return all(isLaidOut && scanner.at === end);
}

function breakConstant(scanner: Scanner, lines: Lines, start: number, value: number): boolean {
  scanner.at = value;
  return breakCall(scanner, start, 0, lines, ');');
}

/** `a({ b: c })` with a line for each property. */
function passedObject(scanner: Scanner, lines: Lines, start: number): boolean {
  const { text } = scanner;
  if (!scanPath(scanner) || !scanner.take('({ ')) return false;
  const head = printed(text.slice(start, scanner.at - 1));
  const items: string[] = [];
  do {
    const from = scanner.at;
    if (!scanProperty(scanner)) return false;
    items.push(printed(text.slice(from, scanner.at)));
  } while (scanner.take(',\n') || (!text.startsWith(', }', scanner.at) && scanner.take(', ')));
  scanner.takeCode(44);
  return scanner.take(' });') && lines.addList(0, head, items, true, '});');
}

/** Of a union, if it does not fit, each member is on a line of its own. */
function alias(scanner: Scanner, lines: Lines, start: number): 'all' | undefined {
  const { text } = scanner;
  if (!scanner.word() || !scanner.take(' =')) return undefined;
  const head = text.slice(start, scanner.at);
  if (scanner.take(' \n')) return union(scanner, lines, head);
  if (!scanner.takeCode(32) || !scanType(scanner) || !scanner.takeCode(59)) return undefined;
  return all(lines.addIfFits(0, printed(text.slice(start, scanner.at))));
}

function union(scanner: Scanner, lines: Lines, head: string): 'all' | undefined {
  const members: string[] = [];
  do {
    while (scanner.takeCode(32));
    if (!scanner.take('| ')) return undefined;
    const from = scanner.at;
    if (!postfixType(scanner)) return undefined;
    members.push(printed(scanner.text.slice(from, scanner.at)));
  } while (scanner.takeCode(10));
  if (members.length < 2 || !scanner.takeCode(59)) return undefined;
  const flat = `${members.join(' | ')};`;
  if (lines.addIfFits(0, `${head} ${flat}`)) return 'all';
  lines.add(0, head);
  if (lines.addIfFits(1, flat)) return 'all';
  const last = members.length - 1;
  return all(members.every((member, index) => lines.addIfFits(1, `| ${member}${index < last ? '' : ';'}`)));
}
