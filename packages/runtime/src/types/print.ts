import type { FuncType } from './item-type.js';
import type { Case, Labelled, ValType } from './val-type.js';

const defaultLimit = 1000;

/**
 * A value type as WIT text on one line: `record { id: u32, tags: list<string> }`, `own<cart>`.
 *
 * @param limit - The number of characters after which the rest is left out as `…`, so that a type that shares its parts
 *   a great many times still prints quickly.
 */
export function describeType(type: ValType, limit = defaultLimit): string {
  const text = new BoundedText(limit);
  writeType(text, type);
  return text.finish();
}

/** A function type as WIT text on one line: `func(name: string) -> result<u32, string>`. */
export function describeFunc(type: FuncType, limit = defaultLimit): string {
  const text = new BoundedText(limit);
  text.write(type.async ? 'async func(' : 'func(');
  writeEach(text, type.params, writeLabelled);
  text.write(')');
  if (type.result !== undefined) {
    text.write(' -> ');
    writeType(text, type.result);
  }
  return text.finish();
}

/** Text that takes no more once it has reached its limit. */
class BoundedText {
  readonly #limit: number;
  #text = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#text.length > this.#limit;
  }

  write(part: string): void {
    if (!this.full) this.#text += part;
  }

  finish(): string {
    return this.full ? `${this.#text.slice(0, this.#limit)}…` : this.#text;
  }
}

function writeType(text: BoundedText, type: ValType): void {
  switch (type.kind) {
    case 'record':
      return writeBraced(text, 'record', type.fields, writeLabelled);
    case 'variant':
      return writeBraced(text, 'variant', type.cases, writeCase);
    case 'flags':
    case 'enum':
      return writeBraced(text, type.kind, type.names, writeName);
    case 'tuple':
      return writeArguments(text, 'tuple', type.types);
    case 'list':
      return writeList(text, type.element, type.length);
    case 'map':
      return writeArguments(text, 'map', [type.key, type.value]);
    case 'option':
      return writeArguments(text, 'option', [type.some]);
    case 'result':
      return writeResult(text, type.ok, type.err);
    case 'stream':
    case 'future':
      return writeArguments(text, type.kind, type.element === undefined ? [] : [type.element]);
    case 'own':
    case 'borrow':
      // A resource that has not been exported yet has no name.
      return text.write(`${type.kind}<${type.resource.name || '_'}>`);
    default:
      return text.write(type.kind);
  }
}

function writeList(text: BoundedText, element: ValType, length: number | undefined): void {
  text.write('list<');
  writeType(text, element);
  text.write(length === undefined ? '>' : `, ${length}>`);
}

function writeResult(text: BoundedText, ok: ValType | undefined, err: ValType | undefined): void {
  if (err === undefined) return writeArguments(text, 'result', ok === undefined ? [] : [ok]);
  if (ok !== undefined) return writeArguments(text, 'result', [ok, err]);
  text.write('result<_, ');
  writeType(text, err);
  text.write('>');
}

function writeArguments(text: BoundedText, head: string, types: readonly ValType[]): void {
  text.write(head);
  if (types.length === 0) return;
  text.write('<');
  writeEach(text, types, writeType);
  text.write('>');
}

function writeBraced<T>(
  text: BoundedText,
  head: string,
  parts: readonly T[],
  writePart: (text: BoundedText, part: T) => void,
): void {
  text.write(`${head} { `);
  writeEach(text, parts, writePart);
  text.write(' }');
}

function writeEach<T>(
  text: BoundedText,
  parts: readonly T[],
  writePart: (text: BoundedText, part: T) => void,
): void {
  let separator = '';
  for (const part of parts) {
    if (text.full) return;
    text.write(separator);
    writePart(text, part);
    separator = ', ';
  }
}

function writeLabelled(text: BoundedText, { name, type }: Labelled): void {
  text.write(`${name}: `);
  writeType(text, type);
}

function writeCase(text: BoundedText, { name, type }: Case): void {
  text.write(name);
  if (type === undefined) return;
  text.write('(');
  writeType(text, type);
  text.write(')');
}

function writeName(text: BoundedText, name: string): void {
  text.write(name);
}
