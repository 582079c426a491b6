/** What a bundler takes along of the runtime. */
import { fileURLToPath } from 'node:url';
import { build, type BuildResult } from 'esbuild';

const sources = fileURLToPath(new URL('../src/', import.meta.url));

/** Bundles a program that imports from the runtime's sources; `runtime` stands for their folder in it. */
export async function bundle(
  program: string,
): Promise<{ readonly code: string; readonly folders: readonly string[] }> {
  const result: BuildResult<{ write: false; metafile: true }> = await build({
    stdin: { contents: program.replaceAll('runtime/', sources), resolveDir: sources, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    treeShaking: true,
    logLevel: 'silent',
  });
  const [output] = Object.values(result.metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = used.flatMap(([path]) => /packages\/runtime\/src\/([^/]+)\//.exec(path)?.[1] ?? []);
  return { code: result.outputFiles[0]?.text ?? '', folders: [...new Set(folders)].sort() };
}
