import { expect, it } from '@jest/globals';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';

/** `use types.{token}` in another interface, and in the world. */
const usesToken = encodeComponent(`(component
  (import "test:a/types" (instance $types (export "token" (type (sub resource)))))
  (alias export $types "token" (type $token))
  (import "test:a/shop" (instance $shop
    (alias outer 1 $token (type $outer-token))
    (export "token" (type $used (eq $outer-token)))
    (export "take" (func (param "t" (own $used)) (result u32)))
  ))
  (import "token" (type $world-token (eq $token)))
  (import "make" (func $make (result (own $world-token))))
  (core func $make (canon lower (func $make)))
  (core func $take (canon lower (func $shop "take")))
  (core module $m
    (import "" "make" (func $make (result i32)))
    (import "" "take" (func $take (param i32) (result i32)))
    (func (export "run") (result i32) (call $take (call $make))))
  (core instance $i (instantiate $m (with "" (instance
    (export "make" (func $make)) (export "take" (func $take))))))
  (func (export "run") (result u32) (canon lift (core func $i "run"))))`);

it('asks for a resource only where it is declared, not where it is used', () => {
  class Token {
    value = 7;
  }
  const linker = new Linker().define({
    'test:a/types': { Token },
    'test:a/shop': { take: (token: Token) => token.value },
    make: () => new Token(),
  });
  const instance = linker.instantiatePre(Component.compileSync(usesToken)).instantiateSync();
  expect(instance.getFunc('run')?.call()).toBe(7);
});
