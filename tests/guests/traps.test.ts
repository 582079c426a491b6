import { describe, expect, it } from '@jest/globals';
import { Component, Linker, Trap, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../harness/guest-file.js';

const component = Component.compileSync(guestFile('traps/traps.wasm'));

describe('a guest that traps', () => {
  it.each<[string, unknown[], string]>([
    ['unreachable', [], 'unreachable'],
    ['out-of-bounds', [], 'memory-out-of-bounds'],
    ['divide', [1, 0], 'integer-divide-by-zero'],
    ['divide', [-(2 ** 31), -1], 'integer-overflow'],
    ['stack-overflow', [], 'stack-overflow'],
    ['wild-string', [], 'string-out-of-bounds'],
  ])('%s%p ends in the trap %s, and the instance is not entered again', (name, args, code) => {
    const instance = newInstance();
    expect(trapOf(instance, name, ...args).code).toBe(code);
    const after = trapOf(instance, 'double', 2);
    expect(after.code).toBe('cannot-enter');
    expect(after.message).toBe('cannot enter component instance');
  });

  it('leaves other instances as they were', () => {
    const [trapped, other] = [newInstance(), newInstance()];
    trapOf(trapped, 'unreachable');
    expect(call(other, 'double', 2)).toBe(4);
  });

  it('works as long as nothing traps', () => {
    const instance = newInstance();
    expect(call(instance, 'divide', -7, 2)).toBe(-3);
    expect(call(instance, 'double', 2)).toBe(4);
  });
});

function newInstance(): Instance {
  return new Linker().instantiatePre(component).instantiateSync();
}

function call(instance: Instance, name: string, ...args: unknown[]): unknown {
  const func = instance.getFunc(name);
  if (!func) throw new Error(`the guest has no function ${name}`);
  return func.call(...args);
}

function trapOf(instance: Instance, name: string, ...args: unknown[]): Trap {
  try {
    call(instance, name, ...args);
  } catch (error) {
    if (error instanceof Trap) return error;
    throw error;
  }
  throw new Error(`${name} did not trap`);
}
