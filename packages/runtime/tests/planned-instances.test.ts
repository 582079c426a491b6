/** What planning leaves out, and what it keeps apart. */
import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import { call, compileText, errorOf, instantiate, libc } from './components.js';

describe('what nothing uses', () => {
  it('is left out, and all else still does what it did', () => {
    const instance = instantiate(
      `(component
        (import "unused" (func $unused (param "text" string)))
        (import "used" (func $used (param "text" string)))
        ${libc}
        (core module $Other (memory (export "mem") 1) (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable))
        (core instance $other (instantiate $Other))
        (core func (canon lower (func $unused) (memory $other "mem") (realloc (func $other "realloc"))))
        (core func $log (canon lower (func $used) (memory $mem) (realloc $realloc)))
        (core module $M
          (import "" "log" (func $log (param i32 i32)))
          (func (export "log") (param i32 i32) (call $log (local.get 0) (local.get 1)))
          (func (export "nothing")))
        (core instance $m (instantiate $M (with "" (instance (export "log" (func $log))))))
        (func (canon lift (core func $m "nothing")))
        (func (param "text" string)
          (canon lift (core func $m "log") (memory $other "mem") (realloc (func $other "realloc"))))
        (func (export "log") (param "text" string)
          (canon lift (core func $m "log") (memory $mem) (realloc $realloc)))
        (func (export "nothing") (canon lift (core func $m "nothing"))))`,
      { used: (text: string) => heard.push(text), unused: () => heard.push('the wrong one') },
    );
    const heard: string[] = [];
    call(instance, 'log', 'tea');
    call(instance, 'nothing');
    expect(heard).toEqual(['tea']);
  });

  it('can be a built-in that cannot run yet, in a bundle of which a core module imports something else', () => {
    const component = compileText(`(component
      (core func $inc (canon backpressure.inc))
      (core module $F (func (export "f") (result i32) (i32.const 7)))
      (core instance $f (instantiate $F))
      (core module $M (import "" "f" (func $f (result i32))) (func (export "f") (result i32) (call $f)))
      (core instance $m (instantiate $M (with "" (instance (export "inc" (func $inc)) (export "f" (func $f "f"))))))
      (func (export "f") (result u32) (canon lift (core func $m "f"))))`);
    expect(call(new Linker().instantiatePre(component).instantiateSync(), 'f')).toBe(7);
  });
});

describe('a component that is instantiated twice', () => {
  it('has a resource in each instance, and so types of their own', () => {
    const instance = instantiate(`(component
      (component $Maker
        (type $r' (resource (rep i32)))
        (export $r "r" (type $r'))
        (core func $new (canon resource.new $r))
        (core module $M
          (import "" "new" (func $new (param i32) (result i32)))
          (memory (export "mem") 1)
          (func (export "make") (result i32)
            (i32.store8 (i32.const 16) (i32.const 1))
            (i32.store (i32.const 20) (call $new (i32.const 7)))
            (i32.const 16))
          (func (export "look") (param i32 i32) (result i32) (i32.load8_u (i32.const 16))))
        (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
        (func (export "make") (result (option (own $r)))
          (canon lift (core func $m "make") (memory (core memory $m "mem"))))
        (func (export "look") (param "r" (option (borrow $r))) (result u32) (canon lift (core func $m "look"))))
      (instance $a (instantiate $Maker))
      (instance $b (instantiate $Maker))
      (export "a" (instance $a))
      (export "b" (instance $b)))`);
    const [ofA, ofB] = [call(instance, 'a#make'), call(instance, 'b#make')];
    expect([ofA, ofB].map((made) => (made as object).constructor)).toEqual([
      Reflect.get(instance.exports['a'] as object, 'R'),
      Reflect.get(instance.exports['b'] as object, 'R'),
    ]);
    expect(call(instance, 'b#look', ofB)).toBe(1);
    expect(errorOf(() => call(instance, 'b#look', ofA))).toBe(
      'TypeError: look: r: this r is not a r of this instance',
    );
  });
});
