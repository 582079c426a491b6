import { describe, expect, it } from '@jest/globals';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { call, disposeOf } from './components.js';

describe('a resource whose representation has 64 bits', () => {
  /** `make` and `own` are a thing's constructor; `rep` tells the representation, `ended` that of the last thing dropped. */
  const component = Component.compileSync(
    encodeComponent(`(component
      (core module $State
        (global $last (mut i64) (i64.const 0))
        (func (export "dtor") (param i64) (global.set $last (local.get 0)))
        (func (export "ended") (result i64) (global.get $last)))
      (core instance $state (instantiate $State))
      (type $thing' (resource (rep i64) (dtor (func $state "dtor"))))
      (export $thing "thing" (type $thing'))
      (core func $new (canon resource.new $thing))
      (core func $rep (canon resource.rep $thing))
      (core func $drop (canon resource.drop $thing))
      (core module $m
        (import "" "new" (func $new (param i64) (result i32)))
        (import "" "rep" (func $rep (param i32) (result i64)))
        (import "" "drop" (func $drop (param i32)))
        (func (export "make") (param i64) (result i32) (call $new (local.get 0)))
        (func (export "rep") (param i32) (result i64) (call $rep (local.get 0)))
        (func (export "drop") (param i32) (call $drop (local.get 0)))
        (func (export "same") (param i32) (result i32) (local.get 0)))
      (core instance $i (instantiate $m (with "" (instance
        (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
      (func (export "make") (param "rep" u64) (result (own $thing)) (canon lift (core func $i "make")))
      (func (export "rep") (param "thing" (own $thing)) (result u64) (canon lift (core func $i "rep")))
      (func (export "pass") (param "thing" (own $thing)) (result (own $thing)) (canon lift (core func $i "same")))
      (func (export "drop") (param "thing" (own $thing)) (canon lift (core func $i "drop")))
      (func (export "ended") (result u64) (canon lift (core func $state "ended"))))`),
    { features: { memory64: true } },
  );
  const wide = 2n ** 63n + 5n;

  it('keeps all of it', () => {
    const instance = new Linker().instantiatePre(component).instantiateSync();
    const thing = call(instance, 'pass', call(instance, 'make', wide));
    expect(call(instance, 'rep', thing)).toBe(wide);
  });

  it('is passed to its destructor, whoever drops it', () => {
    const instance = new Linker().instantiatePre(component).instantiateSync();
    disposeOf(call(instance, 'make', wide) as object);
    expect(call(instance, 'ended')).toBe(wide);
    call(instance, 'drop', call(instance, 'make', wide - 1n));
    expect(call(instance, 'ended')).toBe(wide - 1n);
  });
});
