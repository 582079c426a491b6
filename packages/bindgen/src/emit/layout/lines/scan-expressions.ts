import { isDigit, type Scanner } from './scanner.js';
import { typeList } from './scan-types.js';

/** Words that do not name a value, and functions whose calls are printed in ways of their own. */
const unfamiliar = new Set(
  (
    'Boolean async await break case catch class const continue debugger default define delete describe do else enum ' +
    'export extends fdescribe finally fit for ftest function if import in instanceof it let new require return skip ' +
    'static step suite switch test throw try typeof var void while with xdescribe xit xtest yield'
  ).split(' '),
);

/** An expression on one line that is printed as it is, but for its quotes. */
export function scanExpression(scanner: Scanner): boolean {
  if (!scanLogical(scanner)) return false;
  if (!scanner.take(' ? ')) return true;
  return scanOperand(scanner) && scanner.take(' : ') && scanOperand(scanner);
}

/** `a`, `a && b`, `a || b`, but never both. */
function scanLogical(scanner: Scanner): boolean {
  if (!scanComparison(scanner)) return false;
  const operator = scanner.text.startsWith(' && ', scanner.at) ? ' && ' : ' || ';
  while (scanner.take(operator)) if (!scanComparison(scanner)) return false;
  return true;
}

export function scanComparison(scanner: Scanner): boolean {
  if (scanner.code === 40) return scanBits(scanner);
  if (!scanSum(scanner)) return false;
  if (!scanner.take(' === ') && !scanner.take(' !== ') && !scanner.take(' < ')) return true;
  return scanSum(scanner);
}

/** `(a ? 0x1 : 0) | (b ? 0x2 : 0)` */
export function scanChoices(scanner: Scanner): boolean {
  if (!scanChoice(scanner) || !scanner.take(' | ')) return false;
  do {
    if (!scanChoice(scanner)) return false;
  } while (scanner.take(' | '));
  return true;
}

export function scanChoice(scanner: Scanner): boolean {
  if (!scanner.takeCode(40) || !scanComparison(scanner) || !scanner.take(' ? ')) return false;
  return scanner.number() && scanner.take(' : ') && scanner.number() && scanner.takeCode(41);
}

/** `(a & 0x1) !== 0` */
function scanBits(scanner: Scanner): boolean {
  scanner.at++;
  return scanPath(scanner) && scanner.take(' & ') && scanner.number() && scanner.take(') !== 0');
}

function scanSum(scanner: Scanner): boolean {
  if (!scanOperand(scanner)) return false;
  if (scanner.take(' * ')) return scanner.number();
  if (!scanner.take(' + ')) return true;
  if (!scanOperand(scanner)) return false;
  return scanner.take(' * ') ? scanner.number() : true;
}

function scanOperand(scanner: Scanner): boolean {
  const { code } = scanner;
  if (isDigit(code)) return scanner.number();
  if (code === 34 || code === 39) return scanner.string();
  if (scanner.takeCode(33)) return scanPath(scanner) && scanCall(scanner);
  if (scanner.take('new ')) return scanPath(scanner) && scanner.code === 40 && scanArguments(scanner);
  return scanPath(scanner) && scanCall(scanner);
}

/** `a.b[c].#d` */
export function scanPath(scanner: Scanner): boolean {
  const start = scanner.at;
  if (!scanner.word() || unfamiliar.has(scanner.text.slice(start, scanner.at))) return false;
  for (;;) {
    if (scanner.takeCode(46)) {
      scanner.takeCode(35);
      if (!scanner.word()) return false;
    } else if (scanner.takeCode(91)) {
      if (!(isDigit(scanner.code) ? scanner.number() : scanner.word()) || !scanner.takeCode(93)) return false;
    } else return true;
  }
}

/** The call of a path, if it is called, and a method of what is returned. More would be a chain that may break. */
function scanCall(scanner: Scanner): boolean {
  if (scanner.takeCode(60) && !(typeList(scanner) && scanner.takeCode(62) && scanner.code === 40))
    return false;
  const isCalled = scanner.code === 40;
  if (!isCalled || !scanArguments(scanner)) return !isCalled;
  return scanner.takeCode(46) ? scanner.word() && startsArguments(scanner) && scanArguments(scanner) : true;
}

function startsArguments({ code }: Scanner): boolean {
  return code === 40;
}

function scanArguments(scanner: Scanner): boolean {
  scanner.at++;
  if (scanner.takeCode(41)) return true;
  if (scanner.take('() => ')) return isCalled(scanner) && scanner.takeCode(41);
  do {
    if (!(scanner.take('await ') ? scanOperand(scanner) : scanValue(scanner))) return false;
  } while (scanner.take(', '));
  return scanner.takeCode(41);
}

function isCalled(scanner: Scanner): boolean {
  return scanOperand(scanner) && scanner.text.charCodeAt(scanner.at - 1) === 41;
}

/** What is passed or the value of a property. */
export function scanValue(scanner: Scanner): boolean {
  if (scanner.code === 123) return scanObject(scanner);
  if (scanner.code === 91) return scanArray(scanner);
  return scanExpression(scanner);
}

/** Arrays of arrays and of objects are not: they may be printed as tables. */
function scanArray(scanner: Scanner): boolean {
  scanner.at++;
  if (scanner.takeCode(93)) return true;
  do {
    if (!scanExpression(scanner)) return false;
  } while (scanner.take(', '));
  return scanner.takeCode(93);
}

/** An object that may be on one line: with a line end after its commas, and a comma after the last property. */
function scanObject(scanner: Scanner): boolean {
  scanner.at++;
  if (scanner.takeCode(125)) return true;
  if (!scanner.takeCode(32)) return false;
  do {
    if (!scanProperty(scanner)) return false;
  } while (scanner.take(',\n') || (!scanner.text.startsWith(', }', scanner.at) && scanner.take(', ')));
  scanner.takeCode(44);
  return scanner.take(' }');
}

export function scanProperty(scanner: Scanner): boolean {
  if (!scanKey(scanner)) return false;
  return scanner.take(': ') && scanValue(scanner);
}

export function scanKey(scanner: Scanner): boolean {
  return scanner.code === 34 || scanner.code === 39 ? scanner.string() : scanner.word();
}
