import { printed, type Lines } from './lines.js';
import { scanChoice, scanComparison, scanPath, scanValue } from './scan-expressions.js';
import type { Scanner } from './scanner.js';

/** Lays a statement out that has been scanned, and does not fit in a line, if it is of a kind that often does not. */
export function breakStatement(scanner: Scanner, start: number, depth: number, lines: Lines): boolean {
  const end = scanner.at;
  const { text } = scanner;
  const isDone =
    (text.startsWith('return ', start) && returnedChain(scanner, start, depth, lines)) ||
    (scanner.clause > start && clause(scanner, start, end, depth, lines)) ||
    (text.startsWith('const ', start) && attempt(printed(text.slice(start, end)), depth, lines));
  scanner.at = end;
  return isDone;
}

/** `return a && b;` with a line for each of them. */
function returnedChain(scanner: Scanner, start: number, depth: number, lines: Lines): boolean {
  const { text } = scanner;
  scanner.at = start + 'return '.length;
  const items: string[] = [];
  const isChoice = scanner.code === 40;
  let operator = '';
  for (;;) {
    const from = scanner.at;
    if (!(isChoice ? scanChoice(scanner) : scanComparison(scanner))) return false;
    items.push(printed(text.slice(from, scanner.at)));
    if (scanner.takeCode(59)) break;
    operator = isChoice ? ' |' : text.startsWith(' && ', scanner.at) ? ' &&' : ' ||';
    if (!scanner.take(`${operator} `)) return false;
  }
  if (items.length < 2) return false;
  return lines.attempt(() => {
    if (!lines.addIfFits(depth, 'return (')) return false;
    if (lines.addIfFits(depth + 1, items.join(`${operator} `))) return lines.addIfFits(depth, ');');
    const last = items.length - 1;
    return (
      items.every((item, index) => lines.addIfFits(depth + 1, index < last ? item + operator : item)) &&
      lines.addIfFits(depth, ');')
    );
  });
}

/**
 * `a(b, c)` with a line for each of what is passed, from where `a` is. Where the last one is an object or so it may break in
 * other ways.
 */
export function breakCall(
  scanner: Scanner,
  start: number,
  depth: number,
  lines: Lines,
  tail: string,
): boolean {
  const { text } = scanner;
  if (!scanPath(scanner) || !scanner.takeCode(40)) return false;
  const head = printed(text.slice(start, scanner.at));
  const items: string[] = [];
  let last: number;
  do {
    const from = scanner.at;
    last = scanner.code;
    if (!scanValue(scanner)) return false;
    items.push(printed(text.slice(from, scanner.at)));
  } while (scanner.take(', '));
  if (items.length < 2 || last === 123 || last === 91 || !scanner.take(tail)) return false;
  return lines.attempt(() => lines.addList(depth, head, items, true, tail));
}

/** `if (a) b;` with `b` on the next line. */
function clause(
  { text, clause: at }: Scanner,
  start: number,
  end: number,
  depth: number,
  lines: Lines,
): boolean {
  const head = printed(text.slice(start, at - 1));
  const body = printed(text.slice(at, end));
  return lines.attempt(() => lines.addIfFits(depth, head) && lines.addIfFits(depth + 1, body));
}

/** `const a: B = c(() => d());` with `d()` on the next line. */
function attempt(line: string, depth: number, lines: Lines): boolean {
  const [, head, body] = /^(const [^=]+ = [\w$.]+\(\(\) =>) ((?!new )[^{[]+\))\);$/.exec(line) ?? [];
  if (head === undefined || body === undefined) return false;
  return lines.attempt(
    () =>
      lines.addIfFits(depth, head) && lines.addIfFits(depth + 1, `${body},`) && lines.addIfFits(depth, ');'),
  );
}
