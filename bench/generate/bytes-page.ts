import { format, resolveConfig } from 'prettier';
import type { Bytes, BytesTable, WorldBytes } from './bytes.js';

const introduction = `<!-- Made by \`npm run bench:generate -- --write\`. -->

# Bytes of bindings

What the bindings of a world weigh, beside what jco 1.35 makes of the same world. All figures are kilobytes (1,000 bytes),
as they are and after gzip: **11.2 / 3.0**.

- **TypeScript**: the files that are committed and reviewed, documentation included.
- **JavaScript**: the same compiled, bundled and minified with esbuild, without what it imports from the runtime.
- **with \`codegen/v1\`**: and with what it imports. A program with several worlds has that part once.
- **jco, types**: the declarations that \`jco types\` writes. They are all that there is to review; the code is made anew
  from each component.
- **jco, JavaScript**: what \`jco transpile\` makes of a component of the world, without the core modules: as it comes, and
  minified. Where we have no component of a world, it is of one whose functions do nothing; the glue is the same.`;

/** The text of docs/bytes.md. */
export async function bytesPage({ runtime, worlds }: BytesTable): Promise<string> {
  const head = [
    'world',
    'TypeScript',
    'JavaScript',
    'with `codegen/v1`',
    'jco, types',
    'jco, JavaScript',
    'jco, minified',
  ];
  const rows = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...worlds.map(cellsOf)];
  const parts = [
    introduction,
    rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
    'A dash stands where there are no bindings: the tool refuses the world, or fails.',
    `All of \`codegen/v1\`, minified, is ${cell(runtime.codegen)}. A program that compiles components has the decoder and the validator
too: ${cell(runtime.compiling)} together. One that loads components compiled before needs neither: ${cell(runtime.precompiled)}.`,
  ];
  const style = { ...(await resolveConfig('docs/bytes.md')), printWidth: 120, proseWrap: 'always' } as const;
  return await format(parts.join('\n\n'), { ...style, parser: 'markdown' });
}

function cellsOf({ world, ours, jco }: WorldBytes): string[] {
  return [
    world,
    ...[ours?.typescript, ours?.javascript, ours?.withRuntime].map(cell),
    ...[jco.types, jco.javascript, jco.minified].map(cell),
  ];
}

function cell(bytes: Bytes | null | undefined): string {
  return bytes ? `${kilobytes(bytes.raw)} / ${kilobytes(bytes.gzip)}` : '–';
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
