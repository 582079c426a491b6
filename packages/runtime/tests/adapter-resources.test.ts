/** Resources that one guest of a component defines, and others use. */
import { describe, expect, it } from '@jest/globals';
import type { Instance } from '@wit-bindgen-ts/runtime';
import { call, compileText, errorOf, instantiate, trapOf } from './components.js';

const thingImports = `
  (import "thing" (type $thing (sub resource)))
  (import "make" (func $make (param "rep" u32) (result (own $thing))))
  (import "value" (func $value (param "self" (borrow $thing)) (result u32)))`;

/**
 * `$Maker` defines `thing`, and tells the host of each that ends. `$Holder` keeps things in its own table. `$Carrier`
 * makes things and hands them to the holder, by handle.
 */
const component = compileText(`(component
  (import "ending" (func $ending (param "rep" u32)))
  (component $Maker
    (import "ending" (func $ending (param "rep" u32)))
    (core func $ending (canon lower (func $ending)))
    (core module $State (import "" "ending" (func $ending (param i32))) (func (export "dtor") (param i32) (call $ending (local.get 0))))
    (core instance $state (instantiate $State (with "" (instance (export "ending" (func $ending))))))
    (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
    (export $thing "thing" (type $thing'))
    (core func $new (canon resource.new $thing))
    (core func $rep (canon resource.rep $thing))
    (core func $drop (canon resource.drop $thing))
    (core module $M
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "rep" (func $rep (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
      (func (export "value") (param i32) (result i32) (local.get 0))
      (func (export "end") (param i32) (result i32) (call $rep (local.get 0)) (call $drop (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
    (func (export "make") (param "rep" u32) (result (own $thing)) (canon lift (core func $m "make")))
    (func (export "value") (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "value")))
    (func (export "end") (param "thing" (own $thing)) (result u32) (canon lift (core func $m "end"))))
  (component $Holder
    ${thingImports}
    (core func $value (canon lower (func $value)))
    (core func $drop (canon resource.drop $thing))
    (core module $M
      (import "" "value" (func $value (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (func (export "hold") (param i32) (result i32) (local.get 0))
      (func (export "look") (param i32) (result i32) (call $value (local.get 0)) (call $drop (local.get 0)))
      (func (export "keep") (param i32))
      (func (export "give") (param i32) (result i32) (local.get 0))
      (func (export "drop") (param i32) (call $drop (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance (export "value" (func $value)) (export "drop" (func $drop))))))
    (func (export "hold") (param "thing" (own $thing)) (result u32) (canon lift (core func $m "hold")))
    (func (export "look") (param "thing" (borrow $thing)) (result u32) (canon lift (core func $m "look")))
    (func (export "keep") (param "thing" (borrow $thing)) (canon lift (core func $m "keep")))
    (func (export "give") (param "index" u32) (result (own $thing)) (canon lift (core func $m "give")))
    (func (export "drop") (param "index" u32) (canon lift (core func $m "drop"))))
  (component $Carrier
    ${thingImports}
    (import "end" (func $end (param "thing" (own $thing)) (result u32)))
    (import "hold" (func $hold (param "thing" (own $thing)) (result u32)))
    (import "look" (func $look (param "thing" (borrow $thing)) (result u32)))
    (import "keep" (func $keep (param "thing" (borrow $thing))))
    (import "give" (func $give (param "index" u32) (result (own $thing))))
    (core func $make (canon lower (func $make)))
    (core func $end (canon lower (func $end)))
    (core func $hold (canon lower (func $hold)))
    (core func $look (canon lower (func $look)))
    (core func $keep (canon lower (func $keep)))
    (core func $give (canon lower (func $give)))
    (core func $drop (canon resource.drop $thing))
    (core module $M
      (import "" "make" (func $make (param i32) (result i32)))
      (import "" "end" (func $end (param i32) (result i32)))
      (import "" "hold" (func $hold (param i32) (result i32)))
      (import "" "look" (func $look (param i32) (result i32)))
      (import "" "keep" (func $keep (param i32)))
      (import "" "give" (func $give (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (func (export "make") (param i32) (result i32) (call $make (local.get 0)))
      (func (export "end") (param i32) (result i32) (call $end (local.get 0)))
      (func (export "hold") (param i32) (result i32) (call $hold (local.get 0)))
      (func (export "look") (param i32) (result i32) (call $look (local.get 0)))
      (func (export "keep") (param i32) (call $keep (local.get 0)))
      (func (export "give") (param i32) (result i32) (call $give (local.get 0)))
      (func (export "drop") (param i32) (call $drop (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance
      (export "make" (func $make)) (export "end" (func $end)) (export "hold" (func $hold)) (export "look" (func $look))
      (export "keep" (func $keep)) (export "give" (func $give)) (export "drop" (func $drop))))))
    ${['make', 'end', 'hold', 'look', 'give']
      .map(
        (name) =>
          `(func (export "${name}") (param "index" u32) (result u32) (canon lift (core func $m "${name}")))`,
      )
      .join('\n')}
    ${['keep', 'drop']
      .map((name) => `(func (export "${name}") (param "index" u32) (canon lift (core func $m "${name}")))`)
      .join('\n')})
  (instance $maker (instantiate $Maker (with "ending" (func $ending))))
  (alias export $maker "thing" (type $thing))
  (instance $holder (instantiate $Holder
    (with "thing" (type $thing)) (with "make" (func $maker "make")) (with "value" (func $maker "value"))))
  (instance $carrier (instantiate $Carrier
    (with "thing" (type $thing)) (with "make" (func $maker "make")) (with "value" (func $maker "value"))
    (with "end" (func $maker "end")) (with "hold" (func $holder "hold")) (with "look" (func $holder "look"))
    (with "keep" (func $holder "keep")) (with "give" (func $holder "give"))))
  (export "maker" (instance $maker))
  (export "holder" (instance $holder))
  (export "carrier" (instance $carrier)))`);

describe('a resource between guests', () => {
  it('has an index of its own in the table of each', () => {
    const { instance } = open();
    expect([10, 20, 30].map((rep) => call(instance, 'carrier#make', rep))).toEqual([1, 2, 3]);
    // The third one of the carrier is the first of the holder.
    expect(call(instance, 'carrier#hold', 3)).toBe(1);
    expect(call(instance, 'carrier#make', 40)).toBe(3);
    expect(call(instance, 'carrier#give', 1)).toBe(4);
    expect(call(instance, 'carrier#end', 4)).toBe(30);
  });

  it('that is given away is gone from the table of who gave it', () => {
    const { instance } = open();
    call(instance, 'carrier#make', 10);
    call(instance, 'carrier#hold', 1);
    const trap = trapOf(() => call(instance, 'carrier#hold', 1));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'unknown-handle',
      message: 'unknown handle index 1',
    });
  });

  it('is lent, and stays with who lent it', () => {
    const { instance, ended } = open();
    call(instance, 'carrier#make', 10);
    expect(call(instance, 'carrier#look', 1)).toBe(10);
    expect(call(instance, 'carrier#look', 1)).toBe(10);
    expect(ended).toEqual([]);
    // The borrow handle of the holder is free again.
    expect(call(instance, 'carrier#hold', 1)).toBe(1);
  });

  it('that was only lent must be given back', () => {
    const { instance } = open();
    call(instance, 'carrier#make', 10);
    const trap = trapOf(() => call(instance, 'carrier#keep', 1));
    expect(trap.code).toBe('borrow-not-dropped');
    expect(trapOf(() => call(instance, 'holder#drop', 1)).cause).toBe(trap);
    expect(trapOf(() => call(instance, 'carrier#drop', 1)).cause).toBe(trap);
  });

  it('ends in its definer, whoever drops it, once', () => {
    const { instance, ended } = open();
    [10, 20, 30].forEach((rep) => call(instance, 'carrier#make', rep));
    call(instance, 'carrier#drop', 2);
    call(instance, 'carrier#hold', 1);
    call(instance, 'holder#drop', 1);
    call(instance, 'carrier#end', 3);
    expect(ended).toEqual([20, 10, 30]);
  });

  it('is one and the same to the host', () => {
    const { instance, ended } = open();
    const thing = call(instance, 'maker#make', 50);
    expect(call(instance, 'holder#look', thing)).toBe(50);
    expect(call(instance, 'maker#value', thing)).toBe(50);
    const index = call(instance, 'holder#hold', thing);
    expect(errorOf(() => call(instance, 'maker#value', thing))).toBe(
      'TypeError: value: self: this thing was given away',
    );
    expect(call(instance, 'maker#end', call(instance, 'holder#give', index))).toBe(50);
    expect(ended).toEqual([50]);
  });

  it('whose destructor fails breaks who dropped it', () => {
    const mistake = new Error('no');
    const instance = instantiate(component, {
      ending: () => {
        throw mistake;
      },
    });
    call(instance, 'carrier#make', 10);
    const trap = trapOf(() => call(instance, 'carrier#drop', 1));
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => call(instance, 'carrier#make', 1)).cause).toBe(trap);
    expect(trapOf(() => call(instance, 'maker#make', 1)).cause).toBe(trap);
  });
});

function open(): { readonly instance: Instance; readonly ended: readonly number[] } {
  const ended: number[] = [];
  return { instance: instantiate(component, { ending: (rep: number) => void ended.push(rep) }), ended };
}
