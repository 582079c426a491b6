import type { Options } from 'prettier';
import { StructureKind, type StatementStructures } from 'ts-morph';
import { layOut } from './layout/lay-out.js';
import { printPlainly } from './structures/print-structure.js';

/** Statements that stand together, without a blank line between them. */
export type SourceBlock = readonly (StatementStructures | string)[];

/** Of prettier, and of the layout. Fixed, so that the output depends on the WIT alone and never on the settings of those who run this. */
export const formatOptions: Options = {
  parser: 'babel-ts',
  printWidth: 100,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: true,
  quoteProps: 'as-needed',
  trailingComma: 'all',
  bracketSpacing: true,
  objectWrap: 'preserve',
  arrowParens: 'always',
  endOfLine: 'lf',
};

/** Prints the structures of a file, as prettier formats them. */
export async function printSourceFile(header: string, blocks: readonly SourceBlock[]): Promise<string> {
  const texts: string[] = [];
  for (const block of blocks) {
    const statements: string[] = [];
    // Waiting for what is there already would take as long as printing it does.
    for (const statement of block)
      statements.push(printLaidOut(statement) ?? (await printFormatted(statement)));
    if (statements.length > 0) texts.push(statements.join('\n'));
  }
  return `${[header, ...texts].join('\n\n')}\n`;
}

function printLaidOut(statement: StatementStructures | string): string | undefined {
  const text = printStatement(statement);
  return text === undefined ? undefined : layOut(text);
}

async function printFormatted(statement: StatementStructures | string): Promise<string> {
  const text = printStatement(statement) ?? (await printByTsMorph(statement));
  return layOut(text) ?? (await formatByPrettier(text));
}

/** A statement before it is formatted: undefined where only ts-morph can print it. */
export function printStatement(statement: StatementStructures | string): string | undefined {
  return typeof statement === 'string' ? statement.trim() : printPlainly(statement);
}

/** It takes longer to load and to print than all else does: it is for structures that are not printed here. */
export async function printByTsMorph(statement: StatementStructures | string): Promise<string> {
  // A module of CommonJS has its names on `default` everywhere, and beside it where the engine finds them.
  const { default: tsMorph } = await import('ts-morph');
  return tsMorph.printStructure({ kind: StructureKind.SourceFile, statements: [statement] }).trim();
}

/** So does prettier: it is for what the layout is not sure of. */
async function formatByPrettier(text: string): Promise<string> {
  // The whole of it takes longer still, and looks for settings.
  const [{ format }, babel, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/babel'),
    import('prettier/plugins/estree'),
  ]);
  return (await format(text, { ...formatOptions, plugins: [babel, estree] })).trimEnd();
}
