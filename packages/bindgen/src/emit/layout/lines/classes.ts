import type { Lines } from './lines.js';
import { printed } from './lines.js';
import { scanExpression } from './scan-expressions.js';
import { scanParameters, scanType } from './scan-types.js';
import type { Scanner } from './scanner.js';

/** A longer one would be broken, unless it has but one heritage. */
const longestHead = 80;

/** `class A extends B implements C {`, from where `class` is. */
export function scanClassHead(scanner: Scanner): boolean {
  const start = scanner.at;
  if (!scanner.take('class ') || !scanner.word()) return false;
  if (scanner.take(' extends ') && !scanner.word()) return false;
  if (scanner.take(' implements ') && !scanner.word()) return false;
  return scanner.take(' {') && scanner.at - start <= longestHead;
}

/** A property, or the head of a method: undefined where it is not sure how that is printed. */
export function classMember(
  scanner: Scanner,
  lines: Lines,
  depth: number,
): 'property' | 'method' | undefined {
  const { text } = scanner;
  const start = scanner.at;
  for (const modifier of ['static ', 'override ', 'readonly ', 'async ']) scanner.take(modifier);
  scanner.takeCode(35);
  if (!scanner.word()) return undefined;
  if (scanner.code === 40) {
    const parameters = scanParameters(scanner, scanExpression);
    if (parameters === undefined || (scanner.take(': ') && !scanType(scanner)) || !scanner.take(' {'))
      return undefined;
    return lines.addHead(depth, text, start, scanner.at, parameters) ? 'method' : undefined;
  }
  if (scanner.take(': ') && !scanType(scanner)) return undefined;
  if (scanner.take(' = ') && !scanExpression(scanner)) return undefined;
  if (!scanner.takeCode(59) || text.slice(start, scanner.at).includes('async ')) return undefined;
  return lines.addIfFits(depth, printed(text.slice(start, scanner.at))) ? 'property' : undefined;
}
