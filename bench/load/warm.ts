import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { measureInterleaved } from '../interleaved.js';
import type { Contender, Measurement } from '../interleaved.js';
import { coreModulesOf } from './core-modules.js';

/** A small component, instantiated over and over in one process. Times are of one instance. */
export interface WarmResult {
  /** The one core module that it has, alone. */
  readonly engine: Measurement;
  readonly ours: Measurement;
  readonly oursSync: Measurement;
  readonly jco: Measurement;
}

const effort = { warmUps: 10, rounds: 41, milliseconds: 20_000 };
/** Instances in each run, of which one takes too little to be measured. */
const batch = 50;
const hour = () => 8;

export async function measureWarm(file: string): Promise<WarmResult> {
  const bytes = Uint8Array.from(readFileSync(file));
  const pre = new Linker().define({ hour }).instantiatePre(await Component.compile(bytes));
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'));
  try {
    const contenders = [
      { name: 'engine', run: await engineInstance(bytes) },
      { name: 'ours', run: () => pre.instantiate() },
      { name: 'ours, at once', run: () => pre.instantiateSync() },
      { name: 'jco', run: await jcoInstance(bytes, folder) },
    ];
    const measurements = await measureInterleaved(contenders.map(inBatches), effort);
    const [engine, ours, oursSync, jco] = measurements.map(ofOne);
    if (engine === undefined || ours === undefined || oursSync === undefined || jco === undefined)
      throw new Error('a contender was not measured');
    return { engine, ours, oursSync, jco };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The largest core module; the others are adapters of the functions that it imports. */
async function engineInstance(bytes: Uint8Array<ArrayBuffer>): Promise<() => WebAssembly.Instance> {
  const [largest] = coreModulesOf(bytes).sort((a, b) => b.length - a.length);
  const module = await WebAssembly.compile(largest ?? new Uint8Array());
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] = { ...imports[from], [name]: hour };
  }
  return () => new WebAssembly.Instance(module, imports);
}

/** What jco generates, with core modules that are compiled already. */
async function jcoInstance(bytes: Uint8Array, folder: string): Promise<() => Promise<unknown>> {
  const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
  const { files } = await transpileBytes(bytes, { name: 'hello', instantiation: 'async' });
  const modules = new Map<string, WebAssembly.Module>();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    if (name.endsWith('.wasm')) modules.set(name, await WebAssembly.compile(Uint8Array.from(content)));
  }
  const { instantiate } = (await import(pathToFileURL(join(folder, 'hello.js')).href)) as GeneratedModule;
  return async () => instantiate((name) => modules.get(name), { hour: { default: hour } });
}

interface GeneratedModule {
  readonly instantiate: (
    coreModule: (name: string) => WebAssembly.Module | undefined,
    imports: Readonly<Record<string, unknown>>,
  ) => Promise<unknown>;
}

function inBatches({ name, run }: Contender): Contender {
  const batched = async () => {
    for (let times = 0; times < batch; times++) await run();
  };
  return { name, run: batched };
}

function ofOne(measurement: Measurement): Measurement {
  return 'median' in measurement ? { ...measurement, median: measurement.median / batch } : measurement;
}
