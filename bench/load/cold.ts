import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../interleaved.js';

/** Medians over processes that each load a component once, in milliseconds. */
export interface ColdTimes {
  /** The import of the package. */
  readonly importing: number;
  /** From then to the result of the first call. */
  readonly loading: number;
  /** From the start of the process to its end. */
  readonly whole: number;
}

export interface ColdResult {
  readonly ours: ColdTimes;
  readonly jco: ColdTimes;
  /** A process that reads the bytes and ends: what Node itself takes. */
  readonly bare: ColdTimes;
}

type Contender = 'ours' | 'jco' | 'nothing';

const contenders: readonly Contender[] = ['nothing', 'ours', 'jco'];
const rounds = 15;
const script = fileURLToPath(new URL('./cold-process.mjs', import.meta.url));

/** Starts the processes in turns, so that whatever else the machine does meets all of them alike. */
export function measureCold(file: string): ColdResult {
  const samples: Record<Contender, ColdTimes[]> = { nothing: [], ours: [], jco: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) samples[contender].push(runProcess(contender, file));
  }
  return { ours: medians(samples.ours), jco: medians(samples.jco), bare: medians(samples.nothing) };
}

function runProcess(contender: Contender, file: string): ColdTimes {
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'));
  try {
    const start = performance.now();
    const parameters = [script, contender, file, folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
    const whole = performance.now() - start;
    if (status !== 0) throw new Error(`a cold process of ${contender} ended with ${status}: ${stderr}`);
    const inside = JSON.parse(stdout) as Omit<ColdTimes, 'whole'>;
    return { ...inside, whole };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medians(times: readonly ColdTimes[]): ColdTimes {
  return {
    importing: median(times.map(({ importing }) => importing)),
    loading: median(times.map(({ loading }) => loading)),
    whole: median(times.map(({ whole }) => whole)),
  };
}
