import { openDeclaration } from './declarations.js';
import { classMember } from './classes.js';
import { breakCall, breakStatement } from './broken-statements.js';
import { Lines, printed } from './lines.js';
import { scanProperty, scanKey, scanPath, scanExpression } from './scan-expressions.js';
import { scanStatement, statement, type Closer } from './scan-statements.js';
import { scanParameters, scanType } from './scan-types.js';
import { Scanner } from './scanner.js';

/** What is between braces: members of a class or an interface, properties, statements, or cases. */
interface Open {
  readonly kind: 'class' | 'interface' | 'object' | 'block' | 'switch';
  closer: Closer;
}

/** Lays a statement or a property out that is alone: undefined where that is not sure. */
export type LayOutAlone = (text: string, depth: number, kind: 'statement' | 'property') => string | undefined;

/**
 * Lays out what is emitted with each statement on its line, of which most are short enough and have nothing in them that
 * would be printed in another way: they only have to be looked at, and indented.
 */
export class LineLayout {
  readonly #scanner: Scanner;
  readonly #lines = new Lines();
  readonly #open: Open[] = [];
  #depth = 0;
  readonly #layOutAlone: LayOutAlone;
  /** Whether a blank line may be printed here. */
  #isFirst = true;
  #afterComment = false;

  constructor(text: string, layOutAlone: LayOutAlone) {
    this.#scanner = new Scanner(text);
    this.#layOutAlone = layOutAlone;
  }

  /** Undefined where it is not sure. */
  layOut(): string | undefined {
    const scanner = this.#scanner;
    const { text } = scanner;
    if (!this.#comments() || !this.#declaration()) return undefined;
    while (this.#open.length > 0) if (!this.#nextLine()) return undefined;
    return scanner.at === text.length ? this.#lines.text : undefined;
  }

  #declaration(): boolean {
    const opened = openDeclaration(this.#scanner, this.#lines);
    if (opened === undefined) return false;
    if (opened !== 'all') this.#enter(opened.kind, opened.closer);
    return true;
  }

  #enter(kind: Open['kind'], closer: Closer): void {
    this.#open.push({ kind, closer });
    this.#depth += depthOf(kind);
    this.#isFirst = true;
  }

  #nextLine(): boolean {
    const lineEnds = this.#blanks();
    const scanner = this.#scanner;
    const open = this.#open.at(-1);
    if (lineEnds === 0 || open === undefined) return false;
    if (scanner.code === 125) return this.#close(open);
    const { kind } = open;
    if (lineEnds > 1) {
      if (kind === 'object' || this.#afterComment) return false;
      if (!this.#isFirst) this.#lines.add(0, '');
    }
    if (scanner.code === 47) return kind !== 'object' && kind !== 'switch' && this.#comment(this.#depth);
    const depth = this.#depth;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    this.#afterComment = false;
    switch (kind) {
      case 'class':
        return this.#classMember(depth);
      case 'interface':
        return this.#member(depth);
      case 'object':
        return this.#property(depth);
      case 'block':
        return this.#statement(depth);
      case 'switch':
        return this.#case(depth, isFirst);
    }
  }

  /** Skips blanks, and returns how many lines end there. */
  #blanks(): number {
    const scanner = this.#scanner;
    let lineEnds = 0;
    for (; ; scanner.at++) {
      const { code } = scanner;
      if (code === 10) lineEnds++;
      else if (code !== 32) return lineEnds;
    }
  }

  #close(open: Open): boolean {
    const scanner = this.#scanner;
    // What is empty is printed in another way.
    if (this.#isFirst || this.#afterComment) return false;
    const depth = this.#depth - depthOf(open.kind);
    const start = scanner.at;
    if (open.closer === 'catch') {
      open.closer = '}';
      this.#isFirst = true;
      if (!scanner.take('} catch (') || !scanner.word() || !scanner.take(') {')) return false;
    } else {
      this.#open.pop();
      this.#depth = depth;
      if (!scanner.take(open.closer)) return false;
    }
    return this.#lines.addIfFits(depth, scanner.text.slice(start, scanner.at));
  }

  #statement(depth: number): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    const opened = scanStatement(scanner);
    if (opened === undefined || (opened === statement && !this.#endsLine())) return this.#alone(depth, start);
    const { kind, closer, parameters } = opened;
    const { text, at } = scanner;
    const fits =
      parameters === undefined
        ? this.#lines.addIfFits(depth, printed(text.slice(start, at)))
        : this.#lines.addHead(depth, text, start, at, parameters);
    if (kind === 'statement')
      return fits || breakStatement(scanner, start, depth, this.#lines) || this.#alone(depth, start);
    this.#enter(kind, closer);
    return fits;
  }

  /** A statement that is looked at more closely. */
  #alone(depth: number, start: number): boolean {
    const scanner = this.#scanner;
    const end = scanner.text.indexOf('\n', start);
    if (end === -1 || scanner.text.startsWith('else', start)) return false;
    scanner.at = end;
    return this.#addAlone(this.#layOutAlone(scanner.text.slice(start, end), depth, 'statement'), depth);
  }

  #addAlone(laidOut: string | undefined, depth: number): boolean {
    if (laidOut === undefined) return false;
    this.#lines.add(depth, laidOut);
    return true;
  }

  #endsLine(): boolean {
    return this.#scanner.code === 10;
  }

  #case(depth: number, isFirst: boolean): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    const isCase = scanner.take('case ');
    if (!isCase && !scanner.text.startsWith('default:', start)) return !isFirst && this.#statement(depth);
    const isScanned = isCase ? scanExpression(scanner) && scanner.takeCode(58) : scanner.take('default:');
    // A blank line after it would not be printed.
    if (!isScanned || !this.#endsLine() || scanner.text.startsWith('\n\n', scanner.at)) return false;
    return this.#lines.addIfFits(depth - 1, printed(scanner.text.slice(start, scanner.at)));
  }

  #property(depth: number): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    const closer = this.#scanProperty();
    if (closer === undefined) return false;
    const property = scanner.text.slice(start, scanner.at);
    const fits = this.#lines.addIfFits(depth, printed(property));
    if (closer === '') return fits || this.#brokenProperty(depth, start);
    this.#enter('object', closer);
    return fits;
  }

  #brokenProperty(depth: number, start: number): boolean {
    const scanner = this.#scanner;
    const end = scanner.at;
    scanner.at = start;
    if (scanKey(scanner) && scanner.take(': ') && breakCall(scanner, start, depth, this.#lines, '),'))
      return true;
    scanner.at = end;
    return this.#addAlone(this.#layOutAlone(scanner.text.slice(start, end), depth, 'property'), depth);
  }

  /** How what it opens ends, if it opens anything. */
  #scanProperty(): '' | '},' | '}),' | undefined {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanProperty(scanner)) return scanner.takeCode(44) && this.#endsLine() ? '' : undefined;
    scanner.at = start;
    if (!scanKey(scanner) || !scanner.take(': ')) return undefined;
    if (scanner.take('{\n')) {
      scanner.at--;
      return '},';
    }
    if (!scanPath(scanner) || !scanner.take('({\n')) return undefined;
    scanner.at--;
    return '}),';
  }

  #classMember(depth: number): boolean {
    const member = classMember(this.#scanner, this.#lines, depth);
    if (member === 'method') this.#enter('block', '}');
    return member !== undefined && this.#endsLine();
  }

  #member(depth: number): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.take('new ')) return this.#signature(depth, start);
    scanner.take('readonly ');
    if (scanner.word()) {
      scanner.takeCode(63);
      if (scanner.code === 40) return this.#signature(depth, start);
    } else if (!scanner.string()) return false;
    if (!scanner.take(': ') || !scanType(scanner) || !scanner.takeCode(59) || !this.#endsLine()) return false;
    return this.#lines.addIfFits(depth, printed(scanner.text.slice(start, scanner.at)));
  }

  #signature(depth: number, start: number): boolean {
    const scanner = this.#scanner;
    const parameters = scanParameters(scanner);
    if (parameters === undefined || !scanner.take(': ') || !scanType(scanner)) return false;
    if (!scanner.takeCode(59) || !this.#endsLine()) return false;
    return this.#lines.addHead(depth, scanner.text, start, scanner.at, parameters);
  }

  /** Those above the whole of it. */
  #comments(): boolean {
    const scanner = this.#scanner;
    while (scanner.code === 47) {
      if (!this.#comment(0) || !scanner.takeCode(10)) return false;
      while (scanner.takeCode(32));
    }
    this.#afterComment = false;
    return true;
  }

  #comment(depth: number): boolean {
    const scanner = this.#scanner;
    const { text } = scanner;
    const start = scanner.at;
    const end = text.indexOf('*/', start + 3) + 2;
    if (!text.startsWith('/**', start) || end === 1 || text.charCodeAt(end) !== 10) return false;
    scanner.at = end;
    this.#afterComment = true;
    this.#isFirst = false;
    for (let from = start; from < end;) {
      const lineEnd = text.indexOf('\n', from);
      const line = text.slice(from, lineEnd).trimStart();
      if ((from > start && !line.startsWith('*')) || line !== line.trimEnd()) return false;
      this.#lines.add(depth, from === start ? line : ` ${line}`);
      from = lineEnd + 1;
    }
    return true;
  }
}

/** Statements in a `switch` are within its cases. */
function depthOf(kind: Open['kind']): number {
  return kind === 'switch' ? 2 : 1;
}
