/** What the tests of the runtime share: components written as text, and what is asked of their instances. */
import {
  Component,
  Linker,
  Trap,
  type Func,
  type ImportObject,
  type Instance,
} from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';

const symbols: { readonly dispose?: symbol } = Symbol;

/** What resources are disposed of by: Node 20 has no `Symbol.dispose`. */
export const dispose = symbols.dispose ?? Symbol.for('dispose');

/** Does what `using` does at the end of its block. */
export function disposeOf(resource: object): void {
  const method: unknown = Reflect.get(resource, dispose);
  if (typeof method !== 'function') throw new Error('this cannot be disposed of');
  Reflect.apply(method, resource, []);
}

/** Features that the standard gates, and that these tests use. */
const features = { fixedLengthLists: true };

export function compileText(text: string): Component {
  return Component.compileSync(encodeComponent(text), { features });
}

/** Instantiates a component with nothing but these imports. */
export function instantiate(component: Component | string, imports: ImportObject = {}): Instance {
  const compiled = typeof component === 'string' ? compileText(component) : component;
  return new Linker().define(imports).instantiatePre(compiled).instantiateSync();
}

/** Calls an exported function: `f`, or `ns:pkg/iface#f` for one of an exported instance. */
export function call(instance: Instance, path: string, ...args: unknown[]): unknown {
  return funcAt(instance, path).call(...args);
}

export function funcAt(instance: Instance, path: string): Func {
  const names = path.split('#');
  const index = names.reduce(
    (parent: ReturnType<Instance['getExportIndex']>, name) => instance.getExportIndex(name, parent),
    undefined,
  );
  const func = index && instance.getFunc(index);
  if (func === undefined) throw new Error(`there is no function ${path}`);
  return func;
}

/** What a function throws. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

/** The name and the whole message of the error that a function throws. */
export function errorOf(run: () => unknown): string {
  return describeError(thrownBy(run));
}

/** As `errorOf`, of a promise. */
export async function rejectionOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'nothing was thrown', describeError);
}

function describeError(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `not an error: ${String(thrown)}`;
}

/** The trap that a function ends in. */
export function trapOf(run: () => unknown): Trap {
  const thrown = thrownBy(run);
  if (thrown instanceof Trap) return thrown;
  throw thrown;
}

/**
 * The core module that most guests here are made of: a memory `mem` of one page, and a `realloc` that hands out one
 * piece after another from 1024 on, and traps where there is no room.
 */
export const libc = `
  (core module $Libc
    (memory (export "mem") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $at i32)
      (local.set $at (i32.and
        (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $align))))
      (global.set $next (i32.add (local.get $at) (local.get $size)))
      (if (i32.gt_u (global.get $next) (i32.const 65536)) (then unreachable))
      (memory.copy (local.get $at) (local.get $old) (local.get $old-size))
      (local.get $at)))
  (core instance $libc (instantiate $Libc))
  (alias core export $libc "mem" (core memory $mem))
  (alias core export $libc "realloc" (core func $realloc))`;
