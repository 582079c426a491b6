import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../interleaved.js';
import type { WitText } from './texts.js';

/** Medians over processes that each resolve a text once, in milliseconds. */
export interface ColdTimes {
  /** From before the package is imported to the first result. */
  readonly inside: number;
  /** From the start of the process to its end. */
  readonly whole: number;
}

export interface ColdResult {
  readonly text: WitText;
  readonly ours: ColdTimes;
  readonly wasmTools: ColdTimes;
  /** A process that reads the text and ends: what Node itself takes. */
  readonly bare: ColdTimes;
}

type Contender = 'ours' | 'wasm-tools' | 'nothing';

const script = fileURLToPath(new URL('./cold-process.mjs', import.meta.url));

/** Starts the processes in turns, so that whatever else the machine does meets all of them alike. */
export function measureCold(text: WitText): ColdResult {
  const folder = mkdtempSync(join(tmpdir(), 'bench-wit-'));
  try {
    const file = join(folder, 'input.wit');
    writeFileSync(file, text.text);
    const samples: Record<Contender, ColdTimes[]> = { ours: [], 'wasm-tools': [], nothing: [] };
    for (let round = 0; round < roundsFor(text); round++) {
      for (const [contender, times] of entriesOf(samples))
        times.push(runProcess(contender, file, text.world));
    }
    const { ours, 'wasm-tools': wasmTools, nothing: bare } = samples;
    return { text, ours: medians(ours), wasmTools: medians(wasmTools), bare: medians(bare) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function entriesOf(samples: Record<Contender, ColdTimes[]>): [Contender, ColdTimes[]][] {
  return [
    ['nothing', samples.nothing],
    ['ours', samples.ours],
    ['wasm-tools', samples['wasm-tools']],
  ];
}

function roundsFor({ text }: WitText): number {
  if (text.length < 1e6) return 15;
  return text.length < 1e7 ? 7 : 3;
}

function runProcess(contender: Contender, file: string, world: string): ColdTimes {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, contender, file, world], {
    encoding: 'utf8',
  });
  const whole = performance.now() - start;
  if (status !== 0) throw new Error(`a cold process of ${contender} ended with ${status}: ${stderr}`);
  return { inside: Number(stdout), whole };
}

function medians(times: readonly ColdTimes[]): ColdTimes {
  return {
    inside: median(times.map(({ inside }) => inside)),
    whole: median(times.map(({ whole }) => whole)),
  };
}
