import { concatenate, readLists } from './s-expression.js';
import type { Expression, ListExpression, StringExpression } from './s-expression.js';

/** A component as a script writes it: text to encode, the bytes themselves, or text in quotes that may be no text. */
export type ComponentSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'quote'; readonly text: string };

/** `(invoke $instance? "function" argument*)` */
export interface Invoke {
  readonly kind: 'invoke';
  /** The instance with this name; the current one if there is none. */
  readonly instance: string | undefined;
  readonly function: string;
  readonly arguments: readonly ListExpression[];
}

/** What one directive of a script asks for. */
export type Command =
  | { readonly kind: 'component'; readonly id: string | undefined; readonly source: ComponentSource }
  | { readonly kind: 'definition'; readonly id: string | undefined; readonly source: ComponentSource }
  | { readonly kind: 'instance'; readonly id: string | undefined; readonly definition: string | undefined }
  | Invoke
  | { readonly kind: 'assert-return'; readonly invoke: Invoke; readonly results: readonly ListExpression[] }
  | { readonly kind: 'assert-trap'; readonly action: Invoke | ComponentSource; readonly trap: string }
  | { readonly kind: 'assert-rejected'; readonly source: ComponentSource }
  | { readonly kind: 'assert-unlinkable'; readonly source: ComponentSource }
  | { readonly kind: 'unknown'; readonly word: string };

export interface Directive {
  /** The line it begins at, from 1. */
  readonly line: number;
  readonly command: Command;
}

/** Splits a `.wast` script of the component model into its directives, in order. */
export function readDirectives(script: string): readonly Directive[] {
  return readLists(script).map((list) => ({
    line: script.slice(0, list.start).split('\n').length,
    command: commandOf(list, script),
  }));
}

function commandOf(list: ListExpression, script: string): Command {
  const word = wordAt(list, 0) ?? '';
  switch (word) {
    case 'component':
      return componentCommand(list, script);
    case 'invoke':
      return invokeOf(list);
    case 'assert_return':
      return { kind: 'assert-return', invoke: invokeOf(listAt(list, 1)), results: listsFrom(list, 2) };
    case 'assert_trap':
      return { kind: 'assert-trap', action: actionOf(listAt(list, 1), script), trap: textAt(list, 2) };
    case 'assert_invalid':
    case 'assert_malformed':
      return { kind: 'assert-rejected', source: sourceOf(listAt(list, 1), script) };
    case 'assert_unlinkable':
      return { kind: 'assert-unlinkable', source: sourceOf(listAt(list, 1), script) };
    default:
      return { kind: 'unknown', word };
  }
}

function componentCommand(list: ListExpression, script: string): Command {
  switch (wordAt(list, 1)) {
    case 'definition':
      return { kind: 'definition', id: idAt(list, 2), source: sourceOf(list, script) };
    case 'instance':
      return instanceCommand(list);
    default:
      return { kind: 'component', id: idAt(list, 1), source: sourceOf(list, script) };
  }
}

/** `(component instance $instance? $definition?)`: of the latest definition, if none is named. */
function instanceCommand(list: ListExpression): Command {
  const id = idAt(list, 2);
  return { kind: 'instance', id, definition: id === undefined ? undefined : idAt(list, 3) };
}

function actionOf(list: ListExpression, script: string): Invoke | ComponentSource {
  return wordAt(list, 0) === 'invoke' ? invokeOf(list) : sourceOf(list, script);
}

/** `(component definition? $id? (binary string* | quote string* | field*))` */
function sourceOf(list: ListExpression, script: string): ComponentSource {
  const isDefinition = wordAt(list, 1) === 'definition';
  const afterKeyword = isDefinition ? 2 : 1;
  const form = idAt(list, afterKeyword) === undefined ? afterKeyword : afterKeyword + 1;
  switch (wordAt(list, form)) {
    case 'binary':
      return { kind: 'binary', bytes: bytesFrom(list, form + 1) };
    case 'quote':
      return { kind: 'quote', text: `(component ${decode(bytesFrom(list, form + 1))})` };
  }
  const keyword = list.items[afterKeyword - 1];
  const rest = script.slice(keyword?.end ?? list.start, list.end);
  return { kind: 'text', text: `(component${rest}` };
}

function invokeOf(list: ListExpression): Invoke {
  const instance = idAt(list, 1);
  const name = instance === undefined ? 1 : 2;
  return { kind: 'invoke', instance, function: textAt(list, name), arguments: listsFrom(list, name + 1) };
}

function wordAt(list: ListExpression, index: number): string | undefined {
  const item = list.items[index];
  return item?.kind === 'word' ? item.text : undefined;
}

function idAt(list: ListExpression, index: number): string | undefined {
  const word = wordAt(list, index);
  return word?.startsWith('$') ? word : undefined;
}

function listAt(list: ListExpression, index: number): ListExpression {
  const item = list.items[index];
  if (item?.kind !== 'list') throw new Error(`a list is expected at offset ${item?.start ?? list.end}`);
  return item;
}

function textAt(list: ListExpression, index: number): string {
  const item = list.items[index];
  if (item?.kind !== 'string') throw new Error(`a string is expected at offset ${item?.start ?? list.end}`);
  return decode(item.bytes);
}

function listsFrom(list: ListExpression, index: number): readonly ListExpression[] {
  return list.items.slice(index).map((_, offset) => listAt(list, index + offset));
}

function bytesFrom(list: ListExpression, index: number): Uint8Array<ArrayBuffer> {
  return concatenate(
    list.items
      .slice(index)
      .filter(isString)
      .map(({ bytes }) => bytes),
  );
}

function isString(expression: Expression): expression is StringExpression {
  return expression.kind === 'string';
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
