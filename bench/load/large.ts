import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Component } from '@wit-bindgen-ts/runtime';
import { measureInterleaved, median } from '../interleaved.js';
import type { Measurement } from '../interleaved.js';
import { coreModulesOf, marked } from './core-modules.js';

/** The same component in processes that compile it once each, in milliseconds: what a program that starts has of it. */
export interface LargeColdResult {
  readonly ours: number;
  readonly jco: number;
}

/** One large component, compiled over and over in one process: its core modules alone, by this runtime, and by jco. */
export interface LargeResult {
  readonly bytes: number;
  readonly coreModules: number;
  /** `WebAssembly.compile` of each core module, one after the other. */
  readonly engine: Measurement;
  /** The same, all at once. */
  readonly engineAtOnce: Measurement;
  readonly ours: Measurement;
  /** jco's transpile, which compiles nothing yet. */
  readonly jco: Measurement;
}

const effort = { warmUps: 2, rounds: 15, milliseconds: 60_000 };

/** Each run has bytes of its own, so that the engine has nothing to find again. */
export async function measureLarge(file: string): Promise<LargeResult> {
  const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
  const original = readFileSync(file);
  let number = 0;
  let bytes = new Uint8Array();
  let modules: Uint8Array<ArrayBuffer>[] = [];
  const prepare = () => {
    bytes = marked(original, number++);
    modules = coreModulesOf(bytes);
  };
  const contenders = [
    {
      name: 'engine',
      prepare,
      run: async () => {
        for (const module of modules) await WebAssembly.compile(module);
      },
    },
    {
      name: 'engine, at once',
      prepare,
      run: () => Promise.all(modules.map((module) => WebAssembly.compile(module))),
    },
    { name: 'ours', prepare, run: () => Component.compile(bytes) },
    { name: 'jco', prepare, run: () => transpileBytes(bytes, { name: 'desk', instantiation: 'async' }) },
  ];
  const [engine, engineAtOnce, ours, jco] = await measureInterleaved(contenders, effort);
  if (engine === undefined || engineAtOnce === undefined || ours === undefined || jco === undefined)
    throw new Error('a contender was not measured');
  return { bytes: original.length, coreModules: modules.length, engine, engineAtOnce, ours, jco };
}

const script = fileURLToPath(new URL('./compile-process.mjs', import.meta.url));
const coldRounds = 7;

export function measureLargeCold(file: string): LargeColdResult {
  const samples = { ours: [] as number[], jco: [] as number[] };
  for (let round = 0; round < coldRounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'jco'] as const) : (['jco', 'ours'] as const);
    for (const contender of order) samples[contender].push(runProcess(contender, file));
  }
  return { ours: median(samples.ours), jco: median(samples.jco) };
}

function runProcess(contender: string, file: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, contender, file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`a process of ${contender} ended with ${status}: ${stderr}`);
  return Number(stdout);
}
