import { componentWitMetadataForWorld } from '@bytecodealliance/jco-transpile/wasm-tools';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { measureInterleaved } from '../interleaved.js';
import type { Effort, Measurement } from '../interleaved.js';
import type { WitText } from './texts.js';

/** One text parsed and resolved over and over in one process: by this parser, and by the Rust one that jco ships. */
export interface WarmResult {
  readonly text: WitText;
  readonly ours: Measurement;
  readonly wasmTools: Measurement;
}

export async function measureWarm(text: WitText): Promise<WarmResult> {
  const contenders = [
    { name: 'ours', run: () => resolveOurs(text) },
    { name: 'wasm-tools', run: () => resolveWithWasmTools(text) },
  ];
  const [ours, wasmTools] = await measureInterleaved(contenders, effortFor(text));
  if (ours === undefined || wasmTools === undefined) throw new Error('a contender was not measured');
  return { text, ours, wasmTools };
}

function resolveOurs({ text, world }: WitText): void {
  const { resolve, package: main } = parseWit(text);
  selectWorld(resolve, main, world);
}

async function resolveWithWasmTools({ text, world }: WitText): Promise<void> {
  await componentWitMetadataForWorld({ tag: 'source', val: text }, world);
}

/** What is done in milliseconds is done often; seconds of work vary little. */
function effortFor({ text }: WitText): Effort {
  if (text.length < 1e6) return { warmUps: 25, rounds: 51, milliseconds: 6000 };
  if (text.length < 1e7) return { warmUps: 5, rounds: 21, milliseconds: 10_000 };
  return { warmUps: 1, rounds: 7, milliseconds: 20_000 };
}
