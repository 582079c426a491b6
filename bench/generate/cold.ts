import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInterleaved } from '../interleaved.js';
import type { Measurement } from '../interleaved.js';
import { jcoScript } from './install.js';
import type { BenchWorld } from './worlds.js';

/** Fresh processes that each generate the bindings of a world once, from their start to their end. */
export interface ColdResult {
  readonly world: string;
  readonly ours: Measurement;
  readonly jco: Measurement;
  /** A process that ends at once: what Node itself takes. */
  readonly bare: Measurement;
}

const ourScript = fileURLToPath(new URL('../../packages/bindgen/bin/wit-bindgen-ts.js', import.meta.url));
const effort = { warmUps: 1, rounds: 15, milliseconds: 60_000 };

export async function measureCold({ name, wit }: BenchWorld): Promise<ColdResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-generate-'));
  try {
    const output = join(folder, 'output');
    const contender = (name: string, ...parameters: readonly string[]) => ({
      name,
      prepare: () => rmSync(output, { recursive: true, force: true }),
      run: () => runProcess(...parameters),
    });
    const [bare, ours, jco] = await measureInterleaved(
      [
        contender('nothing', '--eval', ''),
        contender('ours', ourScript, 'generate', wit, '--out-dir', output, '--all-features'),
        contender('jco', jcoScript, 'types', wit, '--out-dir', output, '--all-features'),
      ],
      effort,
    );
    if (bare === undefined || ours === undefined || jco === undefined)
      throw new Error('a contender was not measured');
    return { world: name, ours, jco, bare };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error with the first line of what it says that is not empty, where it fails */
function runProcess(...parameters: readonly string[]): void {
  const { status, error, stderr } = spawnSync(process.execPath, parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status === 0) return;
  const said = stderr.split('\n').find((line) => line.trim() !== '') ?? '';
  throw new Error(`it ended with ${status}: ${said}`);
}
