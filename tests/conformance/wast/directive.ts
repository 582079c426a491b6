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
  | { readonly kind: 'register'; readonly name: string; readonly instance: string | undefined }
  | Invoke
  | { readonly kind: 'assert-return'; readonly invoke: Invoke; readonly results: readonly ListExpression[] }
  | { readonly kind: 'assert-trap'; readonly action: Invoke | ComponentSource; readonly trap: string }
  | { readonly kind: 'assert-rejected'; readonly source: ComponentSource; readonly reason: string }
  | { readonly kind: 'assert-unlinkable'; readonly source: ComponentSource; readonly reason: string }
  | CoreModuleCommand
  /** One that this reader does not know, or cannot read. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What is asked of core modules that stand by themselves. */
export type CoreModuleCommand =
  | { readonly kind: 'core-module'; readonly id: string | undefined; readonly source: ComponentSource }
  | { readonly kind: 'core-module-rejected'; readonly source: ComponentSource };

export interface Directive {
  /** The line it begins at, from 1. */
  readonly line: number;
  /** The words it begins with: `assert_return`, `component instance`. */
  readonly word: string;
  readonly command: Command;
}

/**
 * Splits a `.wast` script of the component model into its directives, in order.
 *
 * @throws Error naming the offset, when the script is not a sequence of lists
 */
export function readDirectives(script: string): readonly Directive[] {
  return readLists(script).map((list) => ({
    line: script.slice(0, list.start).split('\n').length,
    word: directiveWord(list),
    command: readCommand(list, script),
  }));
}

function directiveWord(list: ListExpression): string {
  const word = wordAt(list, 0) ?? '';
  const second = wordAt(list, 1);
  const isForm =
    (word === 'component' || word === 'module') && (second === 'definition' || second === 'instance');
  return isForm ? `${word} ${second}` : word;
}

/** A directive that lacks a part is one that cannot be run: those after it can. */
function readCommand(list: ListExpression, script: string): Command {
  try {
    return commandOf(list, script);
  } catch (error) {
    return { kind: 'unreadable', problem: error instanceof Error ? error.message : String(error) };
  }
}

function commandOf(list: ListExpression, script: string): Command {
  const word = wordAt(list, 0) ?? '';
  switch (word) {
    case 'component':
      return componentCommand(list, script);
    case 'module':
      return coreModuleCommand(list, script);
    case 'register':
      return { kind: 'register', name: textAt(list, 1), instance: idAt(list, 2) };
    case 'invoke':
      return invokeOf(list);
    case 'assert_return':
      return { kind: 'assert-return', invoke: invokeOf(listAt(list, 1)), results: listsFrom(list, 2) };
    case 'assert_trap':
    case 'assert_exhaustion':
      return { kind: 'assert-trap', action: actionOf(listAt(list, 1), script), trap: textAt(list, 2) };
    case 'assert_invalid':
    case 'assert_malformed':
      return rejectedCommand(listAt(list, 1), textAt(list, 2), script);
    case 'assert_unlinkable':
      return {
        kind: 'assert-unlinkable',
        source: componentAt(list, 1, script),
        reason: textAt(list, 2),
      };
    default:
      return { kind: 'unreadable', problem: `unknown directive ${word}` };
  }
}

function rejectedCommand(list: ListExpression, reason: string, script: string): Command {
  const source = sourceOf(list, script);
  return wordAt(list, 0) === 'module'
    ? { kind: 'core-module-rejected', source }
    : { kind: 'assert-rejected', source, reason };
}

function coreModuleCommand(list: ListExpression, script: string): Command {
  if (wordAt(list, 1) === 'instance')
    throw new Error('an instance of a core module is not made by itself here');
  const id = idAt(list, wordAt(list, 1) === 'definition' ? 2 : 1);
  return { kind: 'core-module', id, source: sourceOf(list, script) };
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
  const word = wordAt(list, 0);
  if (word === 'invoke') return invokeOf(list);
  if (word === 'component') return sourceOf(list, script);
  throw new Error(`a call or a component is expected at offset ${list.start}`);
}

function componentAt(list: ListExpression, index: number, script: string): ComponentSource {
  const component = listAt(list, index);
  if (wordAt(component, 0) !== 'component')
    throw new Error(`a component is expected at offset ${component.start}`);
  return sourceOf(component, script);
}

/** `(component definition? $id? (binary string* | quote string* | field*))`, or the same of a core module. */
function sourceOf(list: ListExpression, script: string): ComponentSource {
  const word = wordAt(list, 0) ?? '';
  const isDefinition = wordAt(list, 1) === 'definition';
  const afterKeyword = isDefinition ? 2 : 1;
  const form = idAt(list, afterKeyword) === undefined ? afterKeyword : afterKeyword + 1;
  switch (wordAt(list, form)) {
    case 'binary':
      return { kind: 'binary', bytes: bytesFrom(list, form + 1) };
    case 'quote':
      return { kind: 'quote', text: `(${word} ${new TextDecoder().decode(bytesFrom(list, form + 1))})` };
  }
  const keyword = list.items[afterKeyword - 1];
  const rest = script.slice(keyword?.end ?? list.start, list.end);
  return { kind: 'text', text: `(${word}${rest}` };
}

function invokeOf(list: ListExpression): Invoke {
  if (wordAt(list, 0) !== 'invoke') throw new Error(`a call is expected at offset ${list.start}`);
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
