/** Components that a component imports and instantiates itself. */
import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { call, compileText, errorOf, instantiate, trapOf } from './components.js';

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

  it('can be given resources, instances and modules, and give modules', () => {
    const ended: number[] = [];
    const type = `
      (import "thing" (type $thing (sub resource)))
      (import "things" (instance $things
        (alias outer 1 $thing (type $t))
        (export "make" (func (result (own $t))))
        (export "value" (func (param "self" (borrow $t)) (result u32)))))
      (import "m" (core module $m (export "two" (func (result i32)))))`;
    const given = compileText(`(component ${type}
      (core func $make (canon lower (func $things "make")))
      (core func $value (canon lower (func $things "value")))
      (core func $drop (canon resource.drop $thing))
      (core instance $two (instantiate $m))
      (core module $M
        (import "" "make" (func $make (result i32)))
        (import "" "value" (func $value (param i32) (result i32)))
        (import "" "drop" (func $drop (param i32)))
        (import "two" "two" (func $two (result i32)))
        (func (export "run") (result i32) (local $h i32) (local $v i32)
          (local.set $h (call $make))
          (local.set $v (i32.mul (call $two) (call $value (local.get $h))))
          (call $drop (local.get $h))
          (local.get $v)))
      (core instance $i (instantiate $M (with "two" (instance $two)) (with "" (instance
        (export "make" (func $make)) (export "value" (func $value)) (export "drop" (func $drop))))))
      (func (export "run") (result u32) (canon lift (core func $i "run")))
      (export "again" (core module $m)))`);
    const giving = compileText(`(component
      (import "ending" (func $ending (param "rep" u32)))
      (import "given" (component $Given ${type}
        (export "run" (func (result u32)))
        (export "again" (core module (export "two" (func (result i32)))))))
      (core func $ending (canon lower (func $ending)))
      (component $Definer
        (import "ending" (func $ending (param "rep" u32)))
        (core func $ending (canon lower (func $ending)))
        (core module $State (import "" "ending" (func $ending (param i32))) (func (export "dtor") (param i32) (call $ending (local.get 0))))
        (core instance $state (instantiate $State (with "" (instance (export "ending" (func $ending))))))
        (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
        (export $thing "thing" (type $thing'))
        (core func $new (canon resource.new $thing))
        (core module $M (import "" "new" (func $new (param i32) (result i32)))
          (func (export "make") (result i32) (call $new (i32.const 21)))
          (func (export "value") (param i32) (result i32) (local.get 0)))
        (core instance $i (instantiate $M (with "" (instance (export "new" (func $new))))))
        (func (export "make") (result (own $thing)) (canon lift (core func $i "make")))
        (func (export "value") (param "self" (borrow $thing)) (result u32) (canon lift (core func $i "value"))))
      (instance $definer (instantiate $Definer (with "ending" (func $ending))))
      (core module $Two (func (export "two") (result i32) (i32.const 2)))
      (instance $i (instantiate $Given
        (with "thing" (type $definer "thing")) (with "things" (instance $definer)) (with "m" (core module $Two))))
      (export "run" (func $i "run"))
      (export "again" (core module $i "again")))`);
    const linker = new Linker().define({ ending: (rep: number) => ended.push(rep) });
    linker.root().component('given', given);
    const instance = linker.instantiatePre(giving).instantiateSync();
    expect(call(instance, 'run')).toBe(42);
    expect(ended).toEqual([21]);
    expect(instance.getModule('again')).toBeInstanceOf(WebAssembly.Module);
  });

  it('can be passed on to another', () => {
    const inner = compileText(`(component
      (core module $M (func (export "f") (result i32) (i32.const 5)))
      (core instance $m (instantiate $M))
      (func (export "f") (result u32) (canon lift (core func $m "f"))))`);
    const outer = compileText(`(component
      (import "inner" (component $Inner (export "f" (func (result u32)))))
      (instance $i (instantiate $Inner))
      (export "g" (func $i "f")))`);
    const passing = compileText(`(component
      (import "inner" (component $Inner (export "f" (func (result u32)))))
      (import "outer" (component $Outer
        (import "inner" (component (export "f" (func (result u32)))))
        (export "g" (func (result u32)))))
      (instance $o (instantiate $Outer (with "inner" (component $Inner))))
      (export "g" (func $o "g")))`);
    const linker = new Linker();
    linker.root().component('inner', inner).component('outer', outer);
    expect(call(linker.instantiatePre(passing).instantiateSync(), 'g')).toBe(5);
    const asynchronous = compileText(`(component
      (core func $return (canon task.return))
      (core module $M (import "" "return" (func)) (func (export "f") (result i32) (i32.const 5)))
      (core instance $m (instantiate $M (with "" (instance (export "return" (func $return))))))
      (func (export "f") (result u32) (canon lift (core func $m "f"))))`);
    const shadowing = new Linker();
    shadowing.root().component('inner', asynchronous).component('outer', outer);
    expect(errorOf(() => shadowing.instantiatePre(passing))).toBe(
      'LinkError: cannot link the component: import inner: built-in task.return: this built-in is not supported yet',
    );
  });

  it('traps, and what the engine refuses in it is told with its name', () => {
    const start = compileText(
      '(component (core module $M (func $f unreachable) (start $f)) (core instance (instantiate $M)))',
    );
    const importing = compileText('(component (import "c" (component $C)) (instance (instantiate $C)))');
    const linker = new Linker();
    linker.root().component('c', start);
    expect(trapOf(() => linker.instantiatePre(importing).instantiateSync()).code).toBe('unreachable');
    const needing = compileText(`(component
      (import "m" (core module $m (import "" "f" (func (result i32)))))
      (core module $M (func (export "f") (result i32) (i32.const 1)))
      (core instance $f (instantiate $M))
      (core instance (instantiate $m (with "" (instance $f)))))`);
    const inner = new Linker();
    const module = new WebAssembly.Module(encodeComponent('(module (import "" "f" (func (result i64))))'));
    inner.root().module('m', module);
    const outer = new Linker();
    outer.root().component('c', inner.instantiatePre(needing));
    expect(errorOf(() => outer.instantiatePre(importing).instantiateSync())).toMatch(
      /^LinkError: cannot link the component: core instance 1 of c: /,
    );
  });
});
