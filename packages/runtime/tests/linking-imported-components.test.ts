/** Components that a component imports and instantiates itself. */
import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import { call, compileText, errorOf, instantiate } from './components.js';

describe('an imported component', () => {
  const library = compileText(`(component
    (import "log" (func $log (param "n" u32)))
    (core func $log (canon lower (func $log)))
    (core module $M
      (import "" "log" (func $log (param i32)))
      (func (export "twice") (param i32) (result i32) (call $log (local.get 0)) (i32.mul (i32.const 2) (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance (export "log" (func $log))))))
    (func (export "twice") (param "n" u32) (result u32) (canon lift (core func $m "twice"))))`);
  const importing = compileText(`(component
    (import "lib" (component $Lib
      (import "log" (func (param "n" u32)))
      (import "more" (func))
      (export "twice" (func (param "n" u32) (result u32)))))
    (import "log" (func $log (param "n" u32)))
    (import "more" (func $more))
    (instance $lib (instantiate $Lib (with "log" (func $log)) (with "more" (func $more))))
    (instance $other (instantiate $Lib (with "log" (func $log)) (with "more" (func $more))))
    (export "twice" (func $lib "twice"))
    (export "other" (func $other "twice")))`);

  it('is instantiated with what it is given', async () => {
    const logged: number[] = [];
    const linker = new Linker().define({ log: (n: number) => logged.push(n), more: () => undefined });
    linker.root().component('lib', library);
    const pre = linker.instantiatePre(importing);
    expect(call(pre.instantiateSync(), 'twice', 21)).toBe(42);
    expect(call(await pre.instantiate(), 'other', 4)).toBe(8);
    expect(logged).toEqual([21, 4]);
  });

  it('keeps the imports that it was linked with', () => {
    const own: number[] = [];
    const linker = new Linker().define({ log: () => undefined, more: () => undefined });
    linker
      .root()
      .component('lib', new Linker().define({ log: (n: number) => own.push(n) }).instantiatePre(library));
    expect(call(linker.instantiatePre(importing).instantiateSync(), 'twice', 5)).toBe(10);
    expect(own).toEqual([5]);
  });

  it('is refused where its type does not fit', () => {
    const linker = new Linker().define({ log: () => undefined, more: () => undefined });
    expect(errorOf(() => linker.instantiatePre(importing))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import lib: nothing is provided, a component is needed"`,
    );
    linker.root().component(
      'lib',
      compileText(`(component
        (import "log" (func (param "n" u64))) (import "mode" (func))
        (core module $M (func (export "f"))) (core instance $m (instantiate $M))
        (func (export "twice") (canon lift (core func $m "f"))))`),
    );
    expect(errorOf(() => linker.instantiatePre(importing))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import lib: import log: the types differ
       expected func(n: u64)
       found    func(n: u32)
     - import lib: import mode: the component needs func(), which it is not given; there is more, did you mean that?
     - import lib#twice: the types differ
       expected func(n: u32) -> u32
       found    func()"
    `);
    const instance = new Linker().define({ log: () => undefined, more: () => undefined });
    instance.root().component('lib', instantiate(library, { log: () => undefined }));
    expect(errorOf(() => instance.instantiatePre(importing))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import lib: an instance is provided, and the component itself is needed"`,
    );
  });

  it('can define resources, which are the importing one’s then', () => {
    const maker = compileText(`(component
      (type $r' (resource (rep i32)))
      (export $r "r" (type $r'))
      (core func $new (canon resource.new $r))
      (core module $M (import "" "new" (func $new (param i32) (result i32)))
        (func (export "make") (result i32) (call $new (i32.const 7)))
        (func (export "value") (param i32) (result i32) (local.get 0)))
      (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
      (func (export "make") (result (own $r)) (canon lift (core func $m "make")))
      (func (export "value") (param "r" (borrow $r)) (result u32) (canon lift (core func $m "value"))))`);
    const type = `(component
      (export "r" (type $r (sub resource)))
      (export "make" (func (result (own $r))))
      (export "value" (func (param "r" (borrow $r)) (result u32))))`;
    const twoMakers = compileText(`(component
      (import "maker" ${type.replace('(component', '(component $Maker')})
      (instance $a (instantiate $Maker)) (instance $b (instantiate $Maker))
      (export "a" (instance $a)) (export "b" (instance $b)))`);
    const linker = new Linker();
    linker.root().component('maker', maker);
    const instance = linker.instantiatePre(twoMakers).instantiateSync();
    const r = call(instance, 'a#make');
    expect(call(instance, 'a#value', r)).toBe(7);
    expect(errorOf(() => call(instance, 'b#value', r))).toBe(
      'TypeError: value: r: this r is not a r of this instance',
    );
  });
});
