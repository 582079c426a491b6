import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { compileText, errorOf } from './components.js';

const component = compileText('(component (core module $m) (export "m" (core module $m)))');

/** What JavaScript can pass where TypeScript would not let it. */
const wrong = [undefined, null, 1, 1n, 'text', Symbol('s'), {}, [], Object.freeze({}), new Proxy({}, {})];

describe('a linker that is given something else than it takes', () => {
  it.each<[string, unknown[], string]>([
    ['func', ['f', undefined], 'f has to be a function, and is undefined'],
    ['func', ['f', {}], 'f has to be a function, and is an object'],
    ['func', [1, () => 1], 'a name has to be a string, and is a number'],
    ['resource', ['r', 'R'], 'r has to be a class, and is a string'],
    ['resource', ['r', () => 1], 'r has to be a class, and is a function that is no class'],
    ['module', ['m', new Uint8Array(8)], 'm has to be a WebAssembly.Module, and is an object'],
    ['component', ['c', null], 'c has to be a Component, an InstancePre or an Instance, and is null'],
    ['component', ['c', Component], 'c has to be a Component, an InstancePre or an Instance, and is a class'],
    ['instance', [Symbol('i')], 'a name has to be a string, and is a symbol'],
  ])('says so, and what it was given (%s)', (method, args, message) => {
    const linker = new Linker();
    expect(errorOf(() => callWith(linker.root(), method, args))).toBe(`TypeError: ${message}`);
    expect(() => linker.instantiatePre(component)).not.toThrow();
  });

  it('says so where it is given a component', () => {
    for (const method of ['instantiatePre', 'defineUnknownImportsAsTraps']) {
      expect(errorOf(() => callWith(new Linker(), method, [undefined]))).toBe(
        'TypeError: what is linked has to be a Component, and is undefined',
      );
    }
    expect(errorOf(() => callWith(new Linker(), 'define', [1]))).toBe(
      'TypeError: what is defined has to be an object, and is a number',
    );
  });
});

describe('what is no export index', () => {
  it('finds nothing', () => {
    const instance = new Linker().instantiatePre(component).instantiateSync();
    for (const value of wrong) {
      for (const method of ['getFunc', 'getModule', 'getResource', 'getExport', 'getExportIndex'] as const)
        expect(find(instance, method, value)).toBeUndefined();
      // Without a parent, the exports of the component itself are looked through.
      if (value !== undefined) expect(find(component, 'getExport', 'm', value)).toBeUndefined();
    }
  });
});

describe('what is no clone of a component', () => {
  it('is refused', () => {
    for (const value of wrong)
      expect(errorOf(() => callWith(Component, 'fromClone', [value]))).toBe(
        'TypeError: this is no clone of a component',
      );
    expect(errorOf(() => callWith(Component, 'fromClone', [{ plan: {}, modules: [] }]))).toMatch(
      /^CompileError: cannot compile the component: plan: the clone has version undefined/,
    );
    const { version } = component.cloneable().plan;
    expect(errorOf(() => callWith(Component, 'fromClone', [{ plan: { version }, modules: [] }]))).toMatch(
      /^CompileError: cannot compile the component: plan: the plan is damaged: TypeError/,
    );
  });
});

function find(on: Component | Instance, method: string, ...args: unknown[]): unknown {
  return callWith(on, method, args);
}

function callWith(on: object, method: string, args: unknown[]): unknown {
  const func: unknown = Reflect.get(on, method);
  if (typeof func !== 'function') throw new Error(`there is no method ${method}`);
  return Reflect.apply(func, on, args);
}
