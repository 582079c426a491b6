import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { bytesOf } from './bytes.js';
import type { WorldBytes } from './bytes.js';
import { jcoScript } from './install.js';
import type { BenchWorld } from './worlds.js';

const glueScript = fileURLToPath(new URL('./jco-glue.mjs', import.meta.url));

/** Each in a process of its own: one that fails may leave jco in a state that is none. */
export async function jcoBytes(world: BenchWorld): Promise<WorldBytes['jco']> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-generate-'));
  try {
    const types = jcoTypes(world, join(folder, 'types'));
    const glue = jcoGlue(world, join(folder, 'glue.js'));
    return {
      types: types === undefined ? null : bytesOf(types),
      javascript: glue === undefined ? null : bytesOf(glue),
      minified: glue === undefined ? null : bytesOf(await minified(glue)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function jcoTypes({ wit, world }: BenchWorld, folder: string): string | undefined {
  const name = world === undefined ? [] : ['--world-name', world];
  if (!succeeds(jcoScript, 'types', wit, '--out-dir', folder, '--all-features', ...name)) return undefined;
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = entries.filter((path) => path.endsWith('.d.ts'));
  return files.map((path) => readFileSync(join(folder, path), 'utf8')).join('');
}

function jcoGlue({ wit, world, component }: BenchWorld, file: string): string | undefined {
  const source =
    component === undefined ? ['--wit', wit, ...(world === undefined ? [] : [world])] : [component];
  return succeeds(glueScript, file, ...source) ? readFileSync(file, 'utf8') : undefined;
}

function succeeds(...parameters: readonly string[]): boolean {
  const { status, stderr } = spawnSync(process.execPath, parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) console.log(`jco failed: ${parameters.slice(1).join(' ')}\n${firstLines(stderr)}\n`);
  return status === 0;
}

function firstLines(text: string): string {
  return text.trim().split('\n').slice(0, 3).join('\n');
}

async function minified(text: string): Promise<string> {
  const { code } = await transform(text, { minify: true, format: 'esm', target: 'es2022' });
  return code;
}
