import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../harness/guest-file.js';

const component = Component.compileSync(guestFile('allocations/allocations.wasm'));

describe('post-return', () => {
  it.each<[string, unknown, unknown]>([
    ['make-string', 3, 'wordwordword'],
    ['make-string', 0, ''],
    ['make-strings', 3, ['word 0', 'word 1', 'word 2']],
    ['make-numbers', 3, Uint32Array.of(0, 1, 2)],
    ['make-parcel', 1, { label: 'parcel', weights: Uint32Array.of(0), contents: ['word 0'] }],
    ['make-shape', 'nothing', { tag: 'nothing' }],
    ['make-shape', 'number', { tag: 'number', val: 7 }],
    ['make-shape', 'text', { tag: 'text', val: 'word' }],
    ['try-strings', 1, ['word 0']],
    ['double', 21n, 42n],
  ])('runs once after %s(%p), with the flat result', (name, argument, expected) => {
    const instance = newInstance();
    expect(call(instance, name, argument)).toEqual(expected);
    expectFreedOnce(instance, name);
  });

  it('runs once after a call that returns an error', () => {
    const instance = newInstance();
    expect(() => call(instance, 'try-strings', 0)).toThrow('no words');
    expectFreedOnce(instance, 'try-strings');
  });

  it('runs after each of many calls', () => {
    const instance = newInstance();
    for (let count = 0; count < 20; count++) call(instance, 'make-parcel', count);
    expect(call(instance, 'live')).toBe(0);
    expect(callsOf(instance).map(({ postReturns }) => postReturns)).toEqual(Array(20).fill(1));
  });

  it('leaves functions without one alone', () => {
    const instance = newInstance();
    expect(call(instance, 'add', 1, 2)).toBe(3);
    expect(call(instance, 'calls')).toEqual([]);
  });
});

describe('parameters', () => {
  it('belong to the guest, which frees them', () => {
    const instance = newInstance();
    expect(call(instance, 'measure', ['a', '', 'bcd☃'])).toBe(7);
    expect(call(instance, 'live')).toBe(0);
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

function expectFreedOnce(instance: Instance, name: string): void {
  expect(call(instance, 'live')).toBe(0);
  const [only, ...others] = callsOf(instance);
  expect(others).toEqual([]);
  expect(only).toEqual({ name, returned: expect.any(BigInt), postReturns: 1, received: only?.returned });
}

/** The record `call` of the guest's world. */
interface Call {
  name: string;
  returned: bigint;
  postReturns: number;
  received: bigint;
}

function callsOf(instance: Instance): readonly Call[] {
  const calls = call(instance, 'calls');
  if (!isCalls(calls)) throw new Error('the guest returned no list');
  return calls;
}

/** The runtime has checked what is in the list. */
function isCalls(value: unknown): value is readonly Call[] {
  return Array.isArray(value);
}
