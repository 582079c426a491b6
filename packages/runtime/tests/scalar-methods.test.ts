import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import { call, compileText, disposeOf, errorOf, trapOf } from './components.js';

/** Methods whose arguments are scalars: one for each number of them that has a short way, and one more. */
const cells = compileText(`(component
  (core module $Dtor (func (export "dtor") (param i32)))
  (core instance $dtor (instantiate $Dtor))
  (type $cell' (resource (rep i32) (dtor (func $dtor "dtor"))))
  (export $cell "cell" (type $cell'))
  (core func $new (canon resource.new $cell))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "sum") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "sum3") (param i32 i32 i32 i32) (result i32)
      (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3))))
    (func (export "sum4") (param i32 i32 i32 i32 i32) (result i32)
      (i32.add (local.get 4)
        (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3)))))
    (func (export "char") (param i32) (result i32) (i32.const 0xd800)))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func (export "make") (param "rep" u32) (result (own $cell)) (canon lift (core func $m "new")))
  (func (export "sum") (param "self" (borrow $cell)) (param "a" u8) (result s8) (canon lift (core func $m "sum")))
  (func (export "sum3") (param "self" (borrow $cell)) (param "a" u8) (param "b" s16) (param "c" u32) (result u32)
    (canon lift (core func $m "sum3")))
  (func (export "sum4") (param "self" (borrow $cell)) (param "a" u8) (param "b" s16) (param "c" u32) (param "d" u32)
    (result u32) (canon lift (core func $m "sum4")))
  (func (export "char") (param "self" (borrow $cell)) (result char) (canon lift (core func $m "char"))))`);

describe('a method of scalars', () => {
  it('is given the representation and its arguments', () => {
    const { instance, cell } = open(100);
    expect(call(instance, 'sum', cell, 27)).toBe(127);
    expect(call(instance, 'sum', cell, 28)).toBe(-128);
    expect(call(instance, 'sum3', cell, 1, -2, 3)).toBe(102);
    expect(call(instance, 'sum4', cell, 1, -2, 3, 4)).toBe(106);
  });

  it('checks its arguments, and does not lend the resource to a call that is not made', () => {
    const { instance, cell } = open(1);
    expect(errorOf(() => call(instance, 'sum', cell, 256))).toBe('TypeError: sum: a: 256 is not a u8');
    expect(errorOf(() => call(instance, 'sum', cell))).toBe('TypeError: sum: a: undefined is not a u8');
    expect(errorOf(() => call(instance, 'sum3', cell, 1, 2, -1))).toBe('TypeError: sum3: c: -1 is not a u32');
    expect(errorOf(() => call(instance, 'sum', cell, 1, 2))).toBe('TypeError: sum: takes 2 arguments, not 3');
    expect(errorOf(() => call(instance, 'sum', {}, 1))).toBe('TypeError: sum: self: this is not a cell');
    disposeOf(cell);
    expect(errorOf(() => call(instance, 'sum', cell, 1))).toBe('TypeError: sum: self: this cell was dropped');
  });

  it('traps on a result that is none', () => {
    const { instance, cell } = open(1);
    expect(trapOf(() => call(instance, 'char', cell)).code).toBe('invalid-char');
    expect(trapOf(() => call(instance, 'sum', cell, 1)).code).toBe('cannot-enter');
    disposeOf(cell);
  });
});

function open(rep: number) {
  const instance = new Linker().instantiatePre(cells).instantiateSync();
  return { instance, cell: call(instance, 'make', rep) as object };
}
