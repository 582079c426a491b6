import { asTrap } from '../errors/core-trap.js';
import { LinkError } from '../errors/link-error.js';
import type { InstanceState } from './instance-state.js';

/** A core module to be instantiated. */
export interface CoreInstantiation {
  readonly module: WebAssembly.Module;
  readonly imports: WebAssembly.Imports;
}

/** Runs the initializers of a component; whoever drives it instantiates the core modules, at once or in time. */
function* initializers(state: InstanceState): Generator<CoreInstantiation, void, WebAssembly.Instance> {
  for (const initializer of state.component.plan.initializers) {
    if (initializer.op !== 'instantiate-module') {
      state.initialize(initializer);
      continue;
    }
    const module = state.module(initializer.module);
    if (module === undefined) throw new Error('a core module is not resolved');
    state.addCoreInstance(yield { module, imports: state.coreImports(initializer.args) });
  }
}

export async function runInitializers(state: InstanceState): Promise<void> {
  const running = initializers(state);
  try {
    for (let step = running.next(); step.done !== true;) {
      step = running.next(await WebAssembly.instantiate(step.value.module, step.value.imports));
    }
  } catch (thrown) {
    throw instantiationError(thrown);
  }
}

export function runInitializersSync(state: InstanceState): void {
  const running = initializers(state);
  try {
    for (let step = running.next(); step.done !== true;) {
      step = running.next(new WebAssembly.Instance(step.value.module, step.value.imports));
    }
  } catch (thrown) {
    throw instantiationError(thrown);
  }
}

/** Core imports of the right kind and the wrong type are found by the engine alone. */
function instantiationError(thrown: unknown): unknown {
  if (!(thrown instanceof WebAssembly.LinkError)) return asTrap(thrown);
  return new LinkError([{ code: 'core-link', where: 'a core module', message: thrown.message }]);
}
