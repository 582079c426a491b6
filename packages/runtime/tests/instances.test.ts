import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, compileText, errorOf, instantiate } from './components.js';

describe('two instances of one InstancePre', () => {
  /** Counts in a global and in a memory, and makes resources. */
  const component = compileText(`(component
    (core module $m
      (memory (export "mem") 1)
      (global $count (mut i32) (i32.const 0))
      (func (export "count") (result i32)
        (global.set $count (i32.add (global.get $count) (i32.const 1)))
        (global.get $count))
      (func (export "store") (param i32) (result i32)
        (i32.load (i32.const 0))
        (i32.store (i32.const 0) (local.get 0))))
    (core instance $i (instantiate $m))
    (type $r' (resource (rep i32)))
    (export $r "thing" (type $r'))
    (core func $new (canon resource.new $r))
    (core module $handles
      (import "" "new" (func $new (param i32) (result i32)))
      (func (export "index") (result i32) (call $new (i32.const 7)))
      (func (export "take") (param i32) (result i32) (local.get 0)))
    (core instance $h (instantiate $handles (with "" (instance (export "new" (func $new))))))
    (func (export "count") (result u32) (canon lift (core func $i "count")))
    (func (export "store") (param "value" u32) (result u32) (canon lift (core func $i "store")))
    (func (export "index") (result u32) (canon lift (core func $h "index")))
    (func (export "make") (result (own $r)) (canon lift (core func $h "index")))
    (func (export "look") (param "thing" (borrow $r)) (result u32) (canon lift (core func $h "take")))
    (export "m" (core module $m)))`);
  const pre = new Linker().instantiatePre(component);

  it('share the component and its compiled modules', async () => {
    const [one, other] = [pre.instantiateSync(), await pre.instantiate()];
    expect(one.instancePre).toBe(pre);
    expect(other.instancePre.component).toBe(component);
    expect(one.getModule('m')).toBe(other.getModule('m'));
  });

  it('share no globals, no memory and no handles', () => {
    const [one, other] = [pre.instantiateSync(), pre.instantiateSync()];
    expect([call(one, 'count'), call(one, 'count'), call(other, 'count')]).toEqual([1, 2, 1]);
    expect([call(one, 'store', 5), call(one, 'store', 6), call(other, 'store', 7)]).toEqual([0, 5, 0]);
    expect([call(one, 'index'), call(one, 'index'), call(other, 'index')]).toEqual([1, 2, 1]);
  });

  it('share no resource types, classes or exports', () => {
    const [one, other] = [pre.instantiateSync(), pre.instantiateSync()];
    expect(one.getResource('thing')).toMatchObject({ kind: 'resource', name: 'thing' });
    expect(one.getResource('thing')).not.toBe(other.getResource('thing'));
    expect(one.exports['Thing']).not.toBe(other.exports['Thing']);
    expect(one.exports).toBe(one.exports);
    expect(one.exports).not.toBe(other.exports);
    expect(one.getFunc('count')).toBe(one.getFunc('count'));
    expect(one.getFunc('count')).not.toBe(other.getFunc('count'));
    const thing = call(one, 'make');
    expect(call(one, 'look', thing)).toBe(7);
    expect(errorOf(() => call(other, 'look', thing))).toBe(
      'TypeError: look: thing: this thing is not a thing of this instance',
    );
  });
});

describe('the exports of an instance', () => {
  it('have the shape of an import object', () => {
    const instance = shop();
    expect(Object.keys(instance.exports)).toEqual(['version', 'example:shop/inventory@1.2.0']);
    expect(instance.exports).toMatchObject({
      version: expect.any(Function),
      'example:shop/inventory@1.2.0': {
        find: expect.any(Function),
        items: expect.any(Function),
        Cart: expect.any(Function),
      },
    });
  });

  it('can be called as JavaScript', () => {
    const { version } = shop().exports as { version: () => string };
    expect(version()).toBe('1.2.0');
  });

  it('can be the imports of another component', () => {
    const other = compileText(`(component
      (import "version" (func $version (result string)))
      (export "version-of-shop" (func $version)))`);
    expect(call(instantiate(other, shop().exports), 'version-of-shop')).toBe('1.2.0');
  });

  it('leave out what cannot be a property of a class', () => {
    const instance = instantiate(`(component
      (type $r' (resource (rep i32)))
      (export $r "r" (type $r'))
      (core module $m (func (export "f") (result i32) (i32.const 1)))
      (core instance $i (instantiate $m))
      (func (export "[static]r.prototype") (result u32) (canon lift (core func $i "f")))
      (func (export "[static]r.name") (result u32) (canon lift (core func $i "f")))
      (func (export "[static]r.to-string") (result u32) (canon lift (core func $i "f"))))`);
    const { R } = instance.exports as { R: { name: () => number; toString: () => number } };
    expect([R.name(), R.toString()]).toEqual([1, 1]);
    expect(call(instance, '[static]r.prototype')).toBe(1);
  });

  it('have one class for a resource that is exported in several places, with all that these say of it', () => {
    const { Thing, 'a:b/things': things } = instantiate(twiceExported).exports as {
      Thing: new (value: number) => { value(): number };
      'a:b/things': { Thing: unknown; give: () => unknown };
    };
    expect(things.Thing).toBe(Thing);
    const thing = new Thing(7);
    expect(thing.value()).toBe(7);
    expect(things.give()).toBeInstanceOf(Thing);
  });

  it('can have names that every object has', () => {
    const instance = instantiate(`(component
      (core module $m (func (export "f") (result i32) (i32.const 1)))
      (core instance $i (instantiate $m))
      (func $f (result u32) (canon lift (core func $i "f")))
      (export "to-string" (func $f)) (export "constructor" (func $f)))`);
    expect(Object.keys(instance.exports)).toEqual(['toString', 'constructor']);
    expect(call(instance, 'constructor')).toBe(1);
  });
});

function shop(): Instance {
  const component = Component.compileSync(guestFile('shop/shop.wasm'));
  return instantiate(component, { 'example:shop/log@1.2.0': { write: () => undefined } });
}

/** Exports a resource at its root, and what can be done with it from an instance. */
const twiceExported = compileText(`(component
  (type $thing' (resource (rep i32)))
  (export $thing "thing" (type $thing'))
  (core func $new (canon resource.new $thing'))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "give") (result i32) (call $new (i32.const 1)))
    (func (export "value") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func $make (param "value" u32) (result (own $thing)) (canon lift (core func $m "make")))
  (func $give (result (own $thing)) (canon lift (core func $m "give")))
  (func $value (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "value")))
  (component $Things
    (import "thing" (type $t (sub resource)))
    (import "make" (func $make (param "value" u32) (result (own $t))))
    (import "give" (func $give (result (own $t))))
    (import "value" (func $value (param "self" (borrow $t)) (result u32)))
    (export $thing "thing" (type $t))
    (export "[constructor]thing" (func $make) (func (param "value" u32) (result (own $thing))))
    (export "[method]thing.value" (func $value) (func (param "self" (borrow $thing)) (result u32)))
    (export "give" (func $give) (func (result (own $thing)))))
  (instance $things (instantiate $Things
    (with "thing" (type $thing)) (with "make" (func $make)) (with "give" (func $give)) (with "value" (func $value))))
  (export "a:b/things" (instance $things)))`);
