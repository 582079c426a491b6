import { fileURLToPath } from 'node:url';
import { loadWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { BindgenError, generate, type GeneratedFile } from 'wit-bindgen-ts';
import { bytesOf } from './bytes.js';
import type { Bytes, OurBytes, RuntimeBytes } from './bytes.js';
import type { BenchWorld } from './worlds.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @returns null where no bindings can be generated */
export async function ourBytes({ wit: path, world: name }: BenchWorld): Promise<OurBytes | null> {
  const wit = await loadWit(path, { features: 'all' });
  const world = selectWorld(wit.resolve, wit.package, name);
  try {
    const files = await generate({ ...wit, world });
    return {
      typescript: bytesOf(files.map(({ text }) => text).join('')),
      javascript: await bundled(files, ['@wit-bindgen-ts/*']),
      withRuntime: await bundled(files, []),
    };
  } catch (error) {
    if (error instanceof BindgenError) return null;
    throw error;
  }
}

export async function runtimeBytes(): Promise<RuntimeBytes> {
  const withMore = (text: string) =>
    bundled(
      [{ path: 'program.ts', text: `export * from '@wit-bindgen-ts/runtime/codegen/v1';\n${text}` }],
      [],
    );
  return {
    codegen: await withMore(''),
    compiling: await withMore("export { Component } from '@wit-bindgen-ts/runtime';"),
    precompiled: await withMore("export { Component } from '@wit-bindgen-ts/runtime/precompiled';"),
  };
}

/** The first file and all that it imports, as one minified module. */
async function bundled(files: readonly GeneratedFile[], external: string[]): Promise<Bytes> {
  const { outputFiles } = await build({
    entryPoints: [files[0]?.path ?? ''],
    plugins: [inMemory(files)],
    outdir: 'dist',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'silent',
    external,
  });
  return bytesOf(outputFiles.map(({ text }) => text).join(''));
}

/** Generated files, which are nowhere on the disk. What they import from packages is found from this folder. */
function inMemory(files: readonly GeneratedFile[]): Plugin {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    name: 'generated files',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^[^@]/ }, ({ path, importer, namespace }) => {
        if (namespace === 'file') return undefined;
        const found = new URL(path, `memory:/${importer}`).pathname.slice(1).replace(/\.js$/, '.ts');
        return { path: found, namespace: 'generated', sideEffects: false };
      });
      onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
        contents: texts.get(path) ?? '',
        loader: 'ts',
        resolveDir: here,
      }));
    },
  };
}
