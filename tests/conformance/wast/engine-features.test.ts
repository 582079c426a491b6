import { describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../harness/component-text.js';
import { missingFeature } from './engine-features.js';

/** What the engine says of a module; `undefined` if it takes it. */
function refusal(module: string): string | undefined {
  try {
    new WebAssembly.Module(encodeComponent(module));
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe('missingFeature', () => {
  it.each([
    ['multi-memory', '(module (memory 1) (func $f) (memory (export "b") 2) (memory 3))'],
    ['exnref', '(module (func) (func $f (export "f") (try_table (catch_all 0) nop)))'],
    ['memory64', '(module (func) (memory i64 10))'],
    ['GC', '(module (func) (type (struct (field i32))))'],
  ])('knows why an engine without %s refuses a module', (feature, module) => {
    const words = refusal(module);
    const isRefused = words !== undefined;
    expect(isRefused ? missingFeature(words) : feature).toBe(feature);
  });

  it.each(['(module (func i32.add))', '(module (func (local.get 3) drop))', '(module (memory 70000))'])(
    'knows none for %s, which is not valid',
    (module) => {
      expect(missingFeature(refusal(module) ?? '')).toBeUndefined();
    },
  );
});
