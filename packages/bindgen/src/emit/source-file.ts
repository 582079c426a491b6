import type { Options } from 'prettier';
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { format } from 'prettier/standalone';
import { printStructure, StructureKind, type StatementStructures } from 'ts-morph';

/** Statements that stand together, without a blank line between them. */
export type SourceBlock = readonly (StatementStructures | string)[];

/** Fixed, so that the output depends on the WIT alone and never on the settings of those who run this. */
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

/** Prints the structures of a file and formats them, once. */
export async function printSourceFile(header: string, blocks: readonly SourceBlock[]): Promise<string> {
  const texts = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map(printStatement).join('\n'));
  // The whole of prettier takes longer to load, and looks for settings.
  return await format([header, ...texts].join('\n\n'), { ...formatOptions, plugins: [babel, estree] });
}

function printStatement(statement: StatementStructures | string): string {
  const text =
    typeof statement === 'string'
      ? statement
      : printStructure({ kind: StructureKind.SourceFile, statements: [statement] });
  return text.trim();
}
