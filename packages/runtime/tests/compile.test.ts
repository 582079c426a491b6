import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { CompileError, Component, type ComponentSource } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { compileText, errorOf, rejectionOf, thrownBy } from './components.js';

const empty = encodeComponent('(component)');

describe('a component compiles from', () => {
  it.each<[string, ComponentSource]>([
    ['an ArrayBuffer', empty.buffer],
    ['a typed array', empty],
    ['a part of a larger buffer', new Uint8Array([1, 2, ...empty, 3]).subarray(2, 2 + empty.length)],
    ['a DataView', new DataView(empty.buffer)],
    ['shared memory', shared(empty)],
    ['a response', new Response(empty)],
    ['a promise of a response', Promise.resolve(new Response(empty))],
    ['a buffer of another realm', inOtherRealm('Uint8Array.from(bytes).buffer')],
    ['a typed array of another realm', inOtherRealm('Uint8Array.from(bytes)')],
  ])('%s', async (_, source) => {
    const component = await Component.compile(source);
    expect(component.type).toEqual({ kind: 'component', imports: new Map(), exports: new Map() });
  });

  it('bytes where SharedArrayBuffer is hidden, as on most web pages', () => {
    const hidden = globalThis.SharedArrayBuffer;
    Reflect.deleteProperty(globalThis, 'SharedArrayBuffer');
    try {
      expect(compileText('(component (core module (memory 1)))')).toBeInstanceOf(Component);
    } finally {
      globalThis.SharedArrayBuffer = hidden;
    }
  });
});

describe('a component does not compile from', () => {
  it('a response that failed', async () => {
    const response = new Response('nothing', { status: 404, statusText: 'Not Found' });
    expect(await rejectionOf(Component.compile(response))).toBe(
      'TypeError: the component could not be fetched: 404 Not Found',
    );
    const broken = Promise.resolve(new Response('broken', { status: 503 }));
    expect(await rejectionOf(Component.compile(broken))).toBe(
      'TypeError: the component could not be fetched: 503',
    );
  });

  it('a promise that is rejected, which is passed on', async () => {
    expect(await rejectionOf(Component.compile(Promise.reject(new Error('offline'))))).toBe('Error: offline');
  });

  it.each([undefined, null, 'text', 5, {}, [0, 97]])('%p', async (source) => {
    const message = 'TypeError: a component is compiled from an ArrayBuffer, a typed array or a Response';
    // What a caller without types might pass.
    const compile = { async: Component.compile, sync: Component.compileSync };
    expect(await rejectionOf(Promise.resolve(Reflect.apply(compile.async, Component, [source])))).toBe(
      message,
    );
    expect(errorOf(() => Reflect.apply(compile.sync, Component, [source]))).toBe(message);
  });
});

describe('bytes that are no component', () => {
  it.each([
    ['nothing', [], 'unexpected-end', '0x0: the binary ends in the middle of the magic number'],
    [
      'text',
      [...new TextEncoder().encode('<!doctype html>')],
      'not-wasm',
      '0x0: this is not WebAssembly: it does not begin with \\0asm',
    ],
    [
      'a core module',
      [...encodeComponent('(module)')],
      'core-module',
      '0x0: this is a core module, not a component',
    ],
    [
      'an older draft',
      [0, 0x61, 0x73, 0x6d, 0x0c, 0, 1, 0],
      'unknown-version',
      '0x4: version 12.0.1.0 is not that of a component, 13.0.1.0',
    ],
    [
      'an unknown section',
      [...empty, 13, 0],
      'unknown-section',
      '0x8: 13 is not the id of a section of a component',
    ],
    [
      'a section that is too long',
      [...empty, 7, 2, 0, 0],
      'section-size',
      '0xb: the type section is longer than what it holds',
    ],
    [
      'a vector that is too long',
      [...empty, 7, 1, 3],
      'unexpected-end',
      '0xa: there is no room for 3 types: the binary ends too early',
    ],
    [
      'a number of 5 bytes',
      [...empty, 7, 0xff, 0xff, 0xff, 0xff, 0x7f],
      'integer-too-large',
      '0x9: the size of the type section is not an unsigned 32-bit integer',
    ],
    [
      'a name that is not UTF-8',
      [...empty, 7, 5, 1, 0x6e, 1, 1, 0xff],
      'malformed-utf8',
      '0xd: a label is not valid UTF-8',
    ],
  ])('%s', async (_, bytes, code, problem) => {
    const source = Uint8Array.from(bytes);
    const error = thrownBy(() => Component.compileSync(source));
    expect(error).toBeInstanceOf(CompileError);
    const [where, ...message] = problem.split(': ');
    expect(error).toHaveProperty('problems', [{ code, where, message: message.join(': ') }]);
    expect(error).toHaveProperty('message', `cannot compile the component: ${problem}`);
    expect(await rejectionOf(Component.compile(source))).toBe(
      `CompileError: cannot compile the component: ${problem}`,
    );
  });
});

describe('features', () => {
  const text = '(component (type (list u8 4)))';

  it('that the standard gates are off unless they are turned on', () => {
    const bytes = encodeComponent(text);
    expect(errorOf(() => Component.compileSync(bytes))).toBe(
      'CompileError: cannot compile the component: 0xb: a list of fixed length needs a feature that is off: `CompileOptions.features.fixedLengthLists` turns it on',
    );
    expect(Component.compileSync(bytes, { features: { fixedLengthLists: true } })).toBeInstanceOf(Component);
  });

  it('have to be there', () => {
    const features: object = { fixedLists: true };
    expect(errorOf(() => Component.compileSync(empty, { features }))).toBe(
      'TypeError: there is no feature `fixedLists`',
    );
  });
});

describe('a component that refers to what is not there', () => {
  it.each([
    ['(component (export "f" (func 7)))', '0xb: there is no function 7: 0 are defined so far'],
    ['(component (type (list 3)))', '0xb: there is no type 3: 0 are defined so far'],
    ['(component (core instance (instantiate 2)))', '0xb: there is no core module 2: 0 are defined so far'],
    [
      '(component (alias outer 3 0 (type)))',
      '0xb: an outer alias leads 3 scopes out of its own, which has 0 around it',
    ],
    [
      '(component (component $c) (instance $i (instantiate $c)) (alias export $i "f" (func)))',
      '0x30: instance 0 has no export `f`',
    ],
    [
      '(component (component $c (import "f" (func))) (instance (instantiate $c)))',
      '0x39: nothing is given for the import `f`',
    ],
    [
      `(component
        (component $c (import "f" (func (param "a" u8))))
        (import "g" (func $g (param "b" u8)))
        (instance (instantiate $c (with "f" (func $g)))))`,
      '0x4e: what is given for the import `f` does not fit: expected parameter `a`, found `b`',
    ],
    [
      '(component (core module $m) (core instance $i (instantiate $m)) (func (export "f") (canon lift (core func $i "f"))))',
      '0x2d: core instance 0 does not export `f`',
    ],
    [
      '(component (core module $m (memory (export "f") 1)) (core instance $i (instantiate $m)) (func (export "f") (canon lift (core func $i "f"))))',
      '0x39: the export `f` of core instance 0 is a memory, not a func',
    ],
    [
      '(component (core module $m (import "env" "f" (func))) (core instance (instantiate $m)))',
      '0x31: a core module imports from `env`, but is given no such argument',
    ],
    [
      `(component
        (core module $a (memory (export "f") 1))
        (core module $b (import "env" "f" (func)))
        (core instance $a (instantiate $a))
        (core instance (instantiate $b (with "env" (instance $a)))))`,
      '0x55: the argument `env` of a core module does not fit, in `f`: expected func, found memory',
    ],
    [
      `(component
        (core module $a)
        (core instance $a (instantiate $a))
        (alias core export $a "f" (core func $f))
        (core module $b)
        (core instance (instantiate $b (with "env" (instance (export "f" (func $f)))))))`,
      '0x26: core instance 0 does not export `f`',
    ],
  ])('%s', (text, problem) => {
    expect(errorOf(() => compileText(text))).toBe(`CompileError: cannot compile the component: ${problem}`);
  });
});

describe('a core module that the engine refuses', () => {
  const text = '(component (core module (func (result i32))))';
  const reason =
    'WebAssembly.$api(): Compiling function #0 failed: expected 1 elements on the stack for fallthru, found 0 @+24';

  it('is refused at the byte that the engine names', async () => {
    const problem = `CompileError: cannot compile the component: 0x22: the engine refuses a core module: ${reason}`;
    expect(errorOf(() => compileText(text))).toBe(problem.replace('$api', 'Module'));
    expect(await rejectionOf(Component.compile(encodeComponent(text)))).toBe(
      problem.replace('$api', 'compile'),
    );
  });

  it('is refused in a component that nothing instantiates', () => {
    expect(errorOf(() => compileText(`(component ${text})`))).toMatch(
      /^CompileError: cannot compile the component: 0x2c: the engine refuses a core module/,
    );
  });
});

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

function inOtherRealm(expression: string): Uint8Array {
  return runInNewContext(expression, { bytes: [...empty] }) as Uint8Array;
}
