import { diagnosticCodes, parseWit, selectWorld, type DiagnosticCode } from '@wit-bindgen-ts/wit-parser';
import { format, resolveConfig } from 'prettier';
import { BindgenError, generate, type BindgenOptions } from 'wit-bindgen-ts';
import { readCases, readFiles, renderCase } from '../../packages/wit-parser/tests/diagnostics/cases.js';
import type { CaseFile, DiagnosticCase } from '../../packages/wit-parser/tests/diagnostics/cases.js';
import { bindgenExplanations } from './bindgen-examples.js';
import { chapters, explanations } from './explanations.js';

/** Where the page stands. npm runs in the root. */
export const pagePath = 'docs/diagnostics.md';

const introduction = `<!-- Made by \`npm run docs\` from packages/wit-parser/tests/diagnostics and tests/docs. -->

# Diagnostics

Every error in WIT has a code that stays the same from release to release, a place, a message and a frame of the lines
around it, and where it helps notes. \`wit-bindgen-ts check\` prints them; \`--format json\` prints them as data.
`;

/** The text of docs/diagnostics.md. */
export async function diagnosticsPage(): Promise<string> {
  const cases = await readCases();
  const parts = [introduction];
  for (const [title, codes] of Object.entries(chapters)) {
    parts.push(`## ${title}`);
    for (const code of codes) parts.push(await section(code, cases.get(code) ?? []));
  }
  parts.push(
    '## Generating bindings',
    'Some WIT is right, and still no bindings can be generated for it, or not with the options that are given.',
  );
  parts.push(...(await bindgenSections()));
  const style = { ...(await resolveConfig(pagePath)), printWidth: 120, proseWrap: 'always' } as const;
  return await format(parts.join('\n\n'), { ...style, parser: 'markdown' });
}

async function section(code: DiagnosticCode, cases: readonly DiagnosticCase[]): Promise<string> {
  const { remedy, example } = explanations[code];
  const shown = cases.find(({ name }) => name === example);
  if (shown === undefined) throw new Error(`there is no case ${code}/${example}`);
  const files = (await readFiles(shown)).filter(({ path }) => path.endsWith('.wit'));
  const { text } = await renderCase(shown);
  return [
    `### ${code}`,
    diagnosticCodes[code],
    remedy,
    ...files.map((file) => witBlock(file, files.length > 1)),
    block('text', text),
  ].join('\n\n');
}

async function bindgenSections(): Promise<string[]> {
  const sections: string[] = [];
  for (const [code, { summary, remedy, wit, options }] of Object.entries(bindgenExplanations)) {
    sections.push(`### ${code}`, summary, remedy);
    if (wit === undefined) continue;
    if (options !== undefined) sections.push(block('json', JSON.stringify(options)));
    sections.push(block('wit', wit), block('text', await bindgenMessage(wit, options)));
  }
  return sections;
}

async function bindgenMessage(wit: string, options: BindgenOptions = {}): Promise<string> {
  const { resolve, package: main, sources } = parseWit(wit, { path: 'shop.wit' });
  try {
    await generate({ ...options, resolve, sources, world: selectWorld(resolve, main) });
  } catch (error) {
    if (error instanceof BindgenError) return error.message;
    throw error;
  }
  throw new Error('bindings could be generated for an example of where they cannot');
}

function witBlock({ path, text }: CaseFile, isNamed: boolean): string {
  return `${isNamed ? `\`${path}\`:\n\n` : ''}${block('wit', shorten(text))}`;
}

const mostLines = 24;
const widestLine = 100;

/** Cuts what is long on purpose, and shows what cannot be seen. */
function shorten(text: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)}…` : line));
  const shown = lines.length > mostLines ? [...lines.slice(0, 6), '…', ...lines.slice(-6)] : lines;
  return shown.join('\n').replace(/(?!\n)\p{C}/gu, visible);
}

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
