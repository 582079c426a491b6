import { describe, expect, it } from '@jest/globals';
import { CompileError, Component, Linker } from '@wit-bindgen-ts/runtime';
import { Component as PrecompiledComponent } from '@wit-bindgen-ts/runtime/precompiled';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, compileText, errorOf, instantiate, rejectionOf } from './components.js';

const bytes = guestFile('shop/shop.wasm');
const shop = Component.compileSync(bytes);
const log = { 'example:shop/log@1.2.0': { write: () => undefined } };

describe('a serialized component', () => {
  it('is the same when it is deserialized', async () => {
    const again = await Component.deserialize(shop.serialize());
    expect(again.type).toEqual(shop.type);
    expect(again.plan).toEqual(shop.plan);
    const instance = instantiate(again, log);
    expect(call(instance, 'version')).toBe('1.2.0');
    expect(call(instance, 'example:shop/inventory@1.2.0#find', 'tea')).toMatchObject({ name: 'tea' });
  });

  it('can be serialized again, to the same bytes', async () => {
    const serialized = shop.serialize();
    expect((await Component.deserialize(serialized)).serialize()).toEqual(serialized);
  });

  it('can stand anywhere in a buffer', async () => {
    const serialized = shop.serialize();
    const buffer = new Uint8Array(serialized.length + 20);
    buffer.set(serialized, 13);
    const again = await Component.deserialize(buffer.subarray(13, 13 + serialized.length));
    expect(again.plan).toEqual(shop.plan);
  });

  it('has its core modules as they are, and little more', () => {
    const size = shop.serialize().length;
    expect(size).toBeGreaterThan(bytes.length / 2);
    expect(size).toBeLessThan(bytes.length * 2);
  });

  it('may have no core modules', async () => {
    const empty = await Component.deserialize(compileText('(component)').serialize());
    expect(instantiate(empty).exports).toEqual({});
  });

  it('keeps what types components and modules have', async () => {
    const component = compileText(`(component
      (import "c" (component (import "f" (func)) (export "r" (type (sub resource)))))
      (import "m" (core module (export "mem" (memory 1 2)) (import "a" "b" (global (mut i64))))))`);
    expect((await Component.deserialize(component.serialize())).type).toEqual(component.type);
  });

  it('is refused when the bytes it was compiled from are gone', () => {
    const copy = new Uint8Array(bytes);
    const component = Component.compileSync(copy);
    structuredClone(copy.buffer, { transfer: [copy.buffer] });
    expect(errorOf(() => component.serialize())).toBe(
      'TypeError: the bytes that this component was compiled from were transferred away',
    );
  });
});

describe('bytes that are not what was serialized are refused', () => {
  const serialized = shop.serialize();

  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), '0x0: this is not a serialized component'],
    ['a component', () => bytes, '0x0: this is not a serialized component'],
    ['a header cut off', () => serialized.slice(0, 20), '0x14: the serialized component ends early'],
    ['the end cut off', () => serialized.slice(0, 5000), '0x1388: the serialized component ends early'],
    [
      'bytes too many',
      () => Uint8Array.from([...serialized, 0]),
      `0x${serialized.length.toString(16)}: there are more bytes than the serialized component has`,
    ],
    [
      'another version',
      () => changed(8, 1),
      '0x8: the component was serialized in version 1, and this runtime reads version 2: serialize it again',
    ],
    [
      'a hostile count',
      () => changed(23, 255),
      `0x${serialized.length.toString(16)}: the serialized component ends early`,
    ],
    [
      'a byte of the plan',
      () => changed(100, 0),
      '0xc: the serialized component is damaged: its checksum differs',
    ],
    [
      'a byte of a module',
      () => changed(serialized.length - 1, 99),
      '0xc: the serialized component is damaged: its checksum differs',
    ],
  ])('%s', async (_, make, message) => {
    expect(await rejectionOf(Component.deserialize(make()))).toBe(
      `CompileError: cannot compile the component: ${message}`,
    );
  });

  it('whatever byte is damaged', async () => {
    for (let at = 0; at < serialized.length; at += 1 + Math.floor(at / 50)) {
      const damaged = changed(at, (serialized[at] ?? 0) ^ (1 << (at % 8)));
      await expect(Component.deserialize(damaged)).rejects.toBeInstanceOf(CompileError);
    }
  });

  it('but for what holds no bytes, which is a TypeError', async () => {
    const source: unknown = 'text';
    expect(await rejectionOf(Component.deserialize(source as ArrayBuffer))).toMatch(/^TypeError: /);
  });

  function changed(at: number, byte: number): Uint8Array {
    const copy = serialized.slice();
    copy[at] = byte;
    return copy;
  }
});

describe('a component of the entry without a compiler', () => {
  it('is one of the same class', async () => {
    const precompiled = await PrecompiledComponent.deserialize(shop.serialize());
    expect(precompiled).toBeInstanceOf(Component);
    expect(shop).toBeInstanceOf(PrecompiledComponent);
    expect(shop).toBeInstanceOf(Component);
    expect({}).not.toBeInstanceOf(Component);
    expect('compile' in PrecompiledComponent).toBe(false);
    expect(call(new Linker().define(log).instantiatePre(precompiled).instantiateSync(), 'version')).toBe(
      '1.2.0',
    );
  });
});

describe('a clone of a component', () => {
  it('shares the compiled modules', () => {
    const clone = Component.fromClone(structuredClone({ ...shop.cloneable(), modules: [] }));
    expect(clone.type).toEqual(shop.type);
    const again = Component.fromClone(shop.cloneable());
    expect(call(instantiate(again, log), 'version')).toBe('1.2.0');
    expect(again.cloneable().modules).toBe(shop.cloneable().modules);
  });

  it('has not the bytes of the core modules', () => {
    expect(errorOf(() => Component.fromClone(shop.cloneable()).serialize())).toBe(
      'TypeError: this component came as a clone, without the bytes of its core modules',
    );
  });

  it('is refused from another version', () => {
    const { plan, modules } = shop.cloneable();
    const older = { plan: JSON.parse(JSON.stringify({ ...plan, version: 1 })) as typeof plan, modules };
    expect(errorOf(() => Component.fromClone(older))).toBe(
      'CompileError: cannot compile the component: plan: the clone has version 1, and this runtime runs version 2: clone the component with this version of the runtime',
    );
  });
});
