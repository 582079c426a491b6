import { scanClassHead } from './classes.js';
import { scanChoices, scanComparison, scanExpression, scanPath, scanValue } from './scan-expressions.js';
import { scanParameters, scanType, type Parameters } from './scan-types.js';
import type { Scanner } from './scanner.js';

/** What ends what a line opens; the line after `try` is in a block that ends in another way. */
export type Closer = '}' | '};' | '});' | '},' | '}),' | 'catch';

/** What a line does to those that follow it. */
export interface Opened {
  readonly kind: 'statement' | 'class' | 'block' | 'switch' | 'object';
  readonly closer: Closer;
  /** Of a function that is returned. */
  readonly parameters?: Parameters;
}

export const statement: Opened = { kind: 'statement', closer: '}' };
const classBody: Opened = { kind: 'class', closer: '}' };
const block: Opened = { kind: 'block', closer: '}' };
const switchBlock: Opened = { kind: 'switch', closer: '}' };
const tryBlock: Opened = { kind: 'block', closer: 'catch' };
const returnedObject: Opened = { kind: 'object', closer: '};' };

/** A statement, or as much of it as there is on one line. */
export function scanStatement(scanner: Scanner): Opened | undefined {
  switch (scanner.code) {
    case 98:
      if (scanner.take('break;')) return statement;
      break;
    case 99:
      if (scanner.take('const ')) return variable(scanner);
      if (scanner.take('continue;')) return statement;
      if (scanner.text.startsWith('class ', scanner.at))
        return scanClassHead(scanner) ? classBody : undefined;
      break;
    case 102:
      if (scanner.take('for (')) return loop(scanner);
      break;
    case 105:
      if (scanner.take('if (')) return condition(scanner);
      break;
    case 108:
      if (scanner.take('let ')) return variable(scanner);
      break;
    case 114:
      if (scanner.take('return')) return returned(scanner);
      break;
    case 115:
      if (scanner.take('switch ('))
        return scanExpression(scanner) && scanner.take(') {') ? switchBlock : undefined;
      break;
    case 116:
      if (scanner.take('throw ')) return ended(scanExpression(scanner) && scanner.takeCode(59));
      if (scanner.take('try {')) return tryBlock;
      break;
  }
  return action(scanner);
}

function ended(isScanned: boolean): Opened | undefined {
  return isScanned ? statement : undefined;
}

/** A call, or an assignment. */
function action(scanner: Scanner): Opened | undefined {
  const start = scanner.at;
  if (!scanPath(scanner)) return undefined;
  if (scanner.take(' = ') || scanner.take(' += '))
    return ended(scanExpression(scanner) && scanner.takeCode(59));
  if (scanner.code !== 40 && scanner.code !== 60) return undefined;
  scanner.at = start;
  return ended(scanComparison(scanner) && scanner.take(';') && scanner.text[scanner.at - 2] === ')');
}

function variable(scanner: Scanner): Opened | undefined {
  if (!pattern(scanner)) return undefined;
  if (scanner.take(': ') && !scanType(scanner)) return undefined;
  return ended(scanner.takeCode(59) || (scanner.take(' = ') && scanValue(scanner) && scanner.takeCode(59)));
}

function pattern(scanner: Scanner): boolean {
  if (scanner.takeCode(91)) return words(scanner) && scanner.takeCode(93);
  if (scanner.take('{ ')) return words(scanner) && scanner.take(' }');
  return scanner.word();
}

function words(scanner: Scanner): boolean {
  do {
    if (!scanner.word()) return false;
  } while (scanner.take(', '));
  return true;
}

function returned(scanner: Scanner): Opened | undefined {
  if (scanner.takeCode(59)) return statement;
  if (!scanner.takeCode(32)) return undefined;
  if (scanner.code === 40) {
    const start = scanner.at;
    const opened = returnedFunction(scanner);
    if (opened !== undefined) return opened;
    scanner.at = start;
    return ended(scanChoices(scanner) && scanner.takeCode(59));
  }
  if (scanner.take('{\n')) {
    scanner.at--;
    return returnedObject;
  }
  return ended(scanValue(scanner) && scanner.takeCode(59));
}

function returnedFunction(scanner: Scanner): Opened | undefined {
  const parameters = scanParameters(scanner);
  if (parameters === undefined || (scanner.take(': ') && !scanType(scanner))) return undefined;
  return scanner.take(' => {') ? { kind: 'block', closer: '};', parameters } : undefined;
}

function condition(scanner: Scanner): Opened | undefined {
  return scanExpression(scanner) && scanner.take(') ') ? clause(scanner) : undefined;
}

function loop(scanner: Scanner): Opened | undefined {
  if (!scanner.take('const ') && !scanner.take('let ')) return undefined;
  if (!pattern(scanner)) return undefined;
  if (scanner.take(' of ')) return scanPath(scanner) && scanner.take(') ') ? clause(scanner) : undefined;
  if (!scanner.take(' = ') || !scanExpression(scanner) || !scanner.take('; ')) return undefined;
  if (!scanExpression(scanner) || !scanner.take('; ')) return undefined;
  return scanPath(scanner) && scanner.take('++) ') ? clause(scanner) : undefined;
}

function clause(scanner: Scanner): Opened | undefined {
  if (scanner.takeCode(123)) return block;
  const start = scanner.at;
  if (scanner.text.startsWith('const ', scanner.at) || scanner.text.startsWith('let ', scanner.at))
    return undefined;
  const opened = scanStatement(scanner);
  scanner.clause = start;
  return opened === statement ? opened : undefined;
}
