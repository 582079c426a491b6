import { CompileError, Component } from '@wit-bindgen-ts/runtime';
import { median } from '../interleaved.js';
import type { Shape } from './shapes.js';

/** What compiling a shape took in one size: milliseconds, or why there is no figure. */
export type Cost =
  | { readonly definitions: number; readonly milliseconds: number }
  | { readonly definitions: number; readonly refused: string }
  | { readonly definitions: number; readonly skipped: string };

export interface ShapeCosts {
  readonly name: string;
  readonly costs: readonly Cost[];
}

/** Definitions in the largest of three sizes; each is ten times as large as the one before. */
const many = 100_000;

const warmUps = 2;
const rounds = 9;
/** Rounds end where they have taken so long together. */
const enough = 4000;
/** A size is left out where the last two let expect that it takes longer than this. */
const longest = 60_000;

/** Compiles a shape in all sizes. */
export function measureShape({ name, most = many, component }: Shape): ShapeCosts {
  const costs: Cost[] = [];
  for (const definitions of [most / 100, most / 10, most]) {
    const expected = expectedTime(costs);
    if (expected > longest) {
      costs.push({ definitions, skipped: `some ${(expected / 1000).toFixed(0)} s` });
      continue;
    }
    costs.push(measureSize(definitions, component(definitions)));
  }
  return { name, costs };
}

function measureSize(definitions: number, bytes: Uint8Array<ArrayBuffer>): Cost {
  const times: number[] = [];
  const end = performance.now() + enough;
  for (let round = -warmUps; round < rounds && (round < 1 || performance.now() < end); round++) {
    if (performance.now() > end && times.length > 0) break;
    const start = performance.now();
    try {
      Component.compileSync(bytes);
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      return { definitions, refused: error.problems[0]?.code ?? 'no problem' };
    }
    times.push(performance.now() - start);
  }
  return { definitions, milliseconds: median(times.slice(-rounds)) };
}

/** By how it grew from the size before the last to the last. */
function expectedTime(costs: readonly Cost[]): number {
  const [before, last] = costs.slice(-2).map((cost) => ('milliseconds' in cost ? cost.milliseconds : 0));
  if (last === undefined || before === undefined) return 0;
  return before === 0 ? 0 : (last * last) / before;
}
