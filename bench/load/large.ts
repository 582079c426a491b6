import { readFileSync } from 'node:fs';
import { Component } from '@wit-bindgen-ts/runtime';
import { measureInterleaved } from '../interleaved.js';
import type { Measurement } from '../interleaved.js';
import { coreModulesOf, marked } from './core-modules.js';

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
