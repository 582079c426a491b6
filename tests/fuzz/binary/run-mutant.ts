import { Component, Linker, LinkError } from '@wit-bindgen-ts/runtime';
import { allFeatures } from './features.js';
import type { Mutant } from './mutations.js';
import { failedWith, outcomeOfError } from './outcome.js';
import type { Outcome } from './outcome.js';

export interface Run {
  readonly outcome: Outcome;
  /** Until it was compiled or refused. */
  readonly milliseconds: number;
}

/** Compiles the bytes, and links what comes of them. None of its code runs. */
export function runMutant({ bytes, features }: Pick<Mutant, 'bytes' | 'features'>): Run {
  const start = performance.now();
  let component: Component;
  try {
    component = Component.compileSync(bytes, features === undefined ? {} : { features: allFeatures });
  } catch (error) {
    const milliseconds = performance.now() - start;
    return { outcome: outcomeOfError(error, bytes.length), milliseconds };
  }
  const milliseconds = performance.now() - start;
  return { outcome: outcomeOfLinking(component), milliseconds };
}

/** Nothing is left to go wrong but that an import cannot be made up, or that this runtime cannot run it yet. */
function outcomeOfLinking(component: Component): Outcome {
  try {
    new Linker().defineUnknownImportsAsTraps(component).instantiatePre(component);
    return { kind: 'compiled' };
  } catch (error) {
    return error instanceof LinkError ? { kind: 'compiled' } : failedWith(error);
  }
}
