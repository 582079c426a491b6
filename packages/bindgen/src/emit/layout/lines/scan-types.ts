import type { Scanner } from './scanner.js';

/** Words that are no names of types, or that the layout leaves to prettier. */
const unfamiliar = new Set(
  'abstract any asserts infer intrinsic keyof new null readonly symbol this unique'.split(' '),
);

/** A type on one line. */
export function scanType(scanner: Scanner): boolean {
  if (scanner.code === 40 && isFunction(scanner)) return functionType(scanner);
  do {
    if (!postfixType(scanner)) return false;
  } while (scanner.take(' | '));
  return true;
}

export function postfixType(scanner: Scanner): boolean {
  if (scanner.takeCode(40)) {
    const start = scanner.at;
    // Only around a union in an array are parentheses kept.
    if (!scanType(scanner) || !scanner.take(')[]') || !scanner.text.slice(start, scanner.at).includes(' | '))
      return false;
  } else if (!primaryType(scanner)) return false;
  while (scanner.takeCode(91)) {
    if (scanner.code !== 93 && !scanner.string()) return false;
    if (!scanner.takeCode(93)) return false;
  }
  return true;
}

function primaryType(scanner: Scanner): boolean {
  switch (scanner.code) {
    case 34:
    case 39:
      return scanner.string();
    case 91:
      scanner.at++;
      return typeList(scanner) && scanner.takeCode(93);
    case 123:
      return objectType(scanner);
    default:
      return reference(scanner);
  }
}

function reference(scanner: Scanner): boolean {
  const start = scanner.at;
  if (!scanner.word()) return false;
  const word = scanner.text.slice(start, scanner.at);
  if (word === 'typeof') return scanner.takeCode(32) && scanner.word();
  if (unfamiliar.has(word)) return false;
  return scanner.takeCode(60) ? typeList(scanner) && scanner.takeCode(62) : true;
}

/** Types with commas between them, at least one. */
export function typeList(scanner: Scanner): boolean {
  do {
    if (!scanType(scanner)) return false;
  } while (scanner.take(', '));
  return true;
}

function objectType(scanner: Scanner): boolean {
  if (!scanner.take('{ ')) return false;
  do {
    if (!scanner.word()) return false;
    scanner.takeCode(63);
    if (!scanner.take(': ') || !scanType(scanner)) return false;
  } while (scanner.take('; '));
  return scanner.take(' }');
}

/** What starts with a parenthesis is a function if a name or another parenthesis comes first, and what follows that fits. */
function isFunction({ text, at }: Scanner): boolean {
  let end = at + 1;
  for (let depth = 1; depth > 0 && end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 40) depth++;
    else if (code === 41) depth--;
    else if (code === 10) return false;
  }
  return text.startsWith(' => ', end);
}

function functionType(scanner: Scanner): boolean {
  return scanParameters(scanner) !== undefined && scanner.take(' => ') && scanType(scanner);
}

/** Where the parameters of a function start and end, without their commas. */
export interface Parameters {
  readonly places: readonly { readonly start: number; readonly end: number; readonly isRest: boolean }[];
  /** Whether one of them is an object type, for which they may break in other ways. */
  readonly hasObject: boolean;
}

/** The parameters of a function, with their parentheses. Those of a method may have defaults. */
export function scanParameters(
  scanner: Scanner,
  scanDefault?: (scanner: Scanner) => boolean,
): Parameters | undefined {
  if (!scanner.takeCode(40)) return undefined;
  const places: Parameters['places'][number][] = [];
  let hasObject = false;
  if (scanner.takeCode(41)) return { places, hasObject };
  do {
    const start = scanner.at;
    const isRest = scanner.take('...');
    if (!scanner.word()) return undefined;
    scanner.takeCode(63);
    if (scanner.take(': ')) {
      if (scanner.code === 123) hasObject = true;
      if (!scanType(scanner)) return undefined;
      if (scanDefault !== undefined && scanner.take(' = ') && !scanDefault(scanner)) return undefined;
    }
    places.push({ start, end: scanner.at, isRest });
  } while (scanner.take(', '));
  return scanner.takeCode(41) ? { places, hasObject } : undefined;
}
