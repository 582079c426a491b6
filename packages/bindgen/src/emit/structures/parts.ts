import type {
  OptionalKind,
  ParameterDeclarationStructure,
  StatementStructures,
  WriterFunction,
} from 'ts-morph';
import { Unfamiliar } from '../layout/unfamiliar.js';

/** @throws {Unfamiliar} Where a structure has something besides `keys`. */
export function onlyHas(structure: object, keys: string): void {
  let known = knownKeys.get(keys);
  if (known === undefined) knownKeys.set(keys, (known = new Set(keys.split(' '))));
  for (const key in structure)
    if (!known.has(key) && Reflect.get(structure, key) !== undefined)
      throw new Unfamiliar(`\`${key}\` in a structure`);
}

/** Those of each kind of structure. */
const knownKeys = new Map<string, ReadonlySet<string>>();

/** @throws {Unfamiliar} For what is written by a function. */
export function textOf(text: unknown): string {
  if (typeof text !== 'string') throw new Unfamiliar('a text that is written by a function');
  return text;
}

export function listOf<T>(values: readonly T[] | WriterFunction | undefined): readonly T[] {
  if (typeof values === 'function') throw new Unfamiliar('a list that is written by a function');
  return values ?? [];
}

export function typeSuffix(type: unknown): string {
  return type === undefined ? '' : `: ${textOf(type)}`;
}

/** A comment for each, on lines of its own; on several if its text starts with a line end. */
export function docsText(docs: readonly unknown[] | undefined): string {
  return listOf(docs).map(textOf).map(docText).join('');
}

function docText(text: string): string {
  const lines = text.split(/\r?\n/);
  const [first = ''] = lines;
  if (lines.length === 1) return `/** ${first}${first.endsWith(' ') ? '' : ' '}*/\n`;
  const shown = first === '' ? lines.slice(1) : lines;
  return `/**\n${shown.map((line) => (line === '' ? ' *\n' : ` * ${line}\n`)).join('')} */\n`;
}

export function parameterList(
  parameters: readonly OptionalKind<ParameterDeclarationStructure>[] = [],
): string {
  const texts = parameters.map((parameter) => {
    onlyHas(parameter, 'kind name hasQuestionToken type initializer');
    const { name, hasQuestionToken, type, initializer } = parameter;
    const value = initializer === undefined ? '' : ` = ${textOf(initializer)}`;
    return `${name}${hasQuestionToken ? '?' : ''}${typeSuffix(type)}${value}`;
  });
  return `(${texts.join(', ')})`;
}

/** Statements between braces. A declaration stands apart from what follows it. */
export function bodyText(statements: unknown, print: (statement: StatementStructures) => string): string {
  if (!Array.isArray(statements)) throw new Unfamiliar('a body of another kind');
  const texts = statements.map((statement: string | StatementStructures, index) => {
    if (typeof statement === 'string') return statement;
    return `${print(statement)}${index < statements.length - 1 ? '\n' : ''}`;
  });
  return `{\n${texts.join('\n')}\n}`;
}
