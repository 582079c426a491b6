import { Component } from '@wit-bindgen-ts/runtime';
import { allFeatures } from './features.js';
import type { Mutant } from './mutations.js';
import { outcomeOfError } from './outcome.js';
import type { Outcome } from './outcome.js';

export interface Run {
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

/** Compiles the bytes. */
export function runMutant({ bytes, features }: Pick<Mutant, 'bytes' | 'features'>): Run {
  const start = performance.now();
  const outcome = outcomeOf(bytes, features);
  return { outcome, milliseconds: performance.now() - start };
}

function outcomeOf(bytes: Uint8Array<ArrayBuffer>, features: Mutant['features']): Outcome {
  try {
    Component.compileSync(bytes, features === undefined ? {} : { features: allFeatures });
    return { kind: 'compiled' };
  } catch (error) {
    return outcomeOfError(error, bytes.length);
  }
}
