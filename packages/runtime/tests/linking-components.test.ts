/** One component's exports as another's imports, with no tool in between. */
import { describe, expect, it } from '@jest/globals';
import { Linker, type Instance, type InstancePre } from '@wit-bindgen-ts/runtime';
import { call, compileText, disposeOf, errorOf, instantiate, libc, trapOf } from './components.js';

/** Makes things, counts them, and tells its host of each that ends. */
const store = compileText(`(component
  (import "ending" (func $ending (param "rep" u32)))
  (core func $ending (canon lower (func $ending)))
  (core module $State (import "" "ending" (func $ending (param i32))) (func (export "dtor") (param i32) (call $ending (local.get 0))))
  (core instance $state (instantiate $State (with "" (instance (export "ending" (func $ending))))))
  (type $thing (resource (rep i32) (dtor (func $state "dtor"))))
  (core func $new (canon resource.new $thing))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (global $next (mut i32) (i32.const 1))
    (func (export "make") (result i32) (local $rep i32)
      (local.set $rep (global.get $next))
      (global.set $next (i32.add (local.get $rep) (i32.const 1)))
      (call $new (local.get $rep)))
    (func (export "value") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func $make (result (own $thing)) (canon lift (core func $m "make")))
  (func $value (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "value")))
  (component $Things
    (import "thing" (type $t (sub resource)))
    (import "make" (func $make (result (own $t))))
    (import "value" (func $value (param "self" (borrow $t)) (result u32)))
    (export $t' "thing" (type $t))
    (export "[constructor]thing" (func $make) (func (result (own $t'))))
    (export "[method]thing.value" (func $value) (func (param "self" (borrow $t')) (result u32))))
  (instance $things (instantiate $Things
    (with "thing" (type $thing)) (with "make" (func $make)) (with "value" (func $value))))
  (export $things' "a:b/things@1.2.0" (instance $things))
  (instance $makers (export "thing" (type $things' "thing")) (export "make" (func $things' "[constructor]thing")))
  (export "a:b/makers@1.0.0" (instance $makers)))`);

const thingsImport = `(import "a:b/things@1.0.0" (instance $things
  (export "thing" (type $thing (sub resource)))
  (export "[constructor]thing" (func (result (own $thing))))
  (export "[method]thing.value" (func (param "self" (borrow $thing)) (result u32)))))`;

/** Makes two things, keeps one, and drops the other. */
const user = compileText(`(component
  ${thingsImport}
  (alias export $things "thing" (type $thing))
  (core func $make (canon lower (func $things "[constructor]thing")))
  (core func $value (canon lower (func $things "[method]thing.value")))
  (core func $drop (canon resource.drop $thing))
  (core module $M
    (import "" "make" (func $make (result i32)))
    (import "" "value" (func $value (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (global $kept (mut i32) (i32.const 0))
    (func (export "run") (result i32) (local $sum i32)
      (global.set $kept (call $make))
      (local.set $sum (call $value (global.get $kept)))
      (call $drop (global.get $kept))
      (global.set $kept (call $make))
      (i32.add (local.get $sum) (i32.mul (i32.const 10) (call $value (global.get $kept)))))
    (func (export "give") (result i32) (global.get $kept))
    (func (export "take") (param i32) (result i32) (call $value (local.get 0)) (call $drop (local.get 0))))
  (core instance $m (instantiate $M (with "" (instance
    (export "make" (func $make)) (export "value" (func $value)) (export "drop" (func $drop))))))
  (func (export "run") (result u32) (canon lift (core func $m "run")))
  (func (export "give") (result (own $thing)) (canon lift (core func $m "give")))
  (func (export "take") (param "thing" (own $thing)) (result u32) (canon lift (core func $m "take")))
  (export "make" (func $things "[constructor]thing")))`);

function linkedStore(ended: number[] = []): InstancePre {
  return new Linker().define({ ending: (rep: number) => ended.push(rep) }).instantiatePre(store);
}

function linkedUser(provider: InstancePre | Instance): InstancePre {
  const linker = new Linker();
  linker.root().component('a:b/things@1.2.0', provider);
  return linker.instantiatePre(user);
}

describe('a component that provides an instance', () => {
  it('is called by the other, and its destructors run in it', () => {
    const ended: number[] = [];
    const instance = linkedUser(linkedStore(ended)).instantiateSync();
    expect(call(instance, 'run')).toBe(21);
    expect(ended).toEqual([1]);
  });

  it('is instantiated anew with each instance, if it is linked only', async () => {
    const pre = linkedUser(linkedStore());
    expect(call(pre.instantiateSync(), 'run')).toBe(21);
    expect(call(await pre.instantiate(), 'run')).toBe(21);
  });

  it('is shared, if it is an instance', () => {
    const shared = linkedStore().instantiateSync();
    const pre = linkedUser(shared);
    expect(call(pre.instantiateSync(), 'run')).toBe(21);
    expect(call(pre.instantiateSync(), 'run')).toBe(43);
  });

  it('hands out resources that the host can pass on to either', () => {
    const ended: number[] = [];
    const shared = linkedStore(ended).instantiateSync();
    const instance = linkedUser(shared).instantiateSync();
    call(instance, 'run');
    const thing = call(instance, 'give') as object;
    expect(call(shared, 'a:b/things@1.2.0#[method]thing.value', thing)).toBe(2);
    expect(call(instance, 'take', thing)).toBe(2);
    expect(ended).toEqual([1, 2]);
    const other = call(shared, 'a:b/things@1.2.0#[constructor]thing') as object;
    expect(call(instance, 'take', other)).toBe(3);
    const last = call(instance, 'make') as object;
    disposeOf(last);
    expect(ended).toEqual([1, 2, 3, 4]);
    const foreign = call(linkedStore().instantiateSync(), 'a:b/things@1.2.0#[constructor]thing');
    expect(errorOf(() => call(instance, 'take', foreign))).toBe(
      'TypeError: take: thing: this thing is not a thing of this instance',
    );
  });

  it('traps for both', () => {
    const broken = compileText(`(component
      (core module $M (func (export "f") unreachable))
      (core instance $m (instantiate $M))
      (func (export "f") (canon lift (core func $m "f"))))`);
    const caller = compileText(`(component
      (import "i" (instance $i (export "f" (func))))
      (core func $f (canon lower (func $i "f")))
      (core module $M (import "" "f" (func $f)) (func (export "g") (call $f)))
      (core instance $m (instantiate $M (with "" (instance (export "f" (func $f))))))
      (func (export "g") (canon lift (core func $m "g"))))`);
    const shared = instantiate(broken);
    const linker = new Linker();
    linker.root().component('i', shared);
    const instance = linker.instantiatePre(caller).instantiateSync();
    expect(trapOf(() => call(instance, 'g')).code).toBe('unreachable');
    expect(trapOf(() => call(instance, 'g')).code).toBe('cannot-enter');
    expect(trapOf(() => call(shared, 'f')).code).toBe('cannot-enter');
  });

  it('is one instance for all the names that it is given to', () => {
    const both = compileText(`(component
      ${thingsImport}
      (alias export $things "thing" (type $thing))
      (import "a:b/makers@1.0.0" (instance $makers
        (alias outer 1 $thing (type $t))
        (export "thing" (type $thing' (eq $t)))
        (export "make" (func (result (own $thing'))))))
      (core func $make (canon lower (func $makers "make")))
      (core func $value (canon lower (func $things "[method]thing.value")))
      (core module $M
        (import "" "make" (func $make (result i32)))
        (import "" "value" (func $value (param i32) (result i32)))
        (func (export "run") (result i32) (call $value (call $make))))
      (core instance $m (instantiate $M (with "" (instance (export "make" (func $make)) (export "value" (func $value))))))
      (func (export "run") (result u32) (canon lift (core func $m "run"))))`);
    const pre = linkedStore();
    const linker = new Linker();
    linker.root().component('a:b/things@1.0.0', pre).component('a:b/makers@1.0.0', pre);
    expect(call(linker.instantiatePre(both).instantiateSync(), 'run')).toBe(1);
    const apart = new Linker();
    apart.root().component('a:b/things@1.0.0', pre).component('a:b/makers@1.0.0', linkedStore());
    expect(errorOf(() => apart.instantiatePre(both))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import a:b/makers@1.0.0#thing: this is another resource
     - import a:b/makers@1.0.0#make: the types differ in resources of the same name
       expected func() -> own<thing>
       found    func() -> own<thing>"
    `);
  });

  it('gives its root exports where it exports no instance by the name', () => {
    const root = compileText(`(component
      ${libc}
      (core module $M
        (import "" "mem" (memory 1))
        (func (export "f") (param i32 i32) (result i32)
          (i32.store (i32.const 8) (local.get 0)) (i32.store (i32.const 12) (local.get 1)) (i32.const 8)))
      (core instance $m (instantiate $M (with "" (instance $libc))))
      (func (export "f") (param "s" string) (result string) (canon lift (core func $m "f") (memory $mem) (realloc $realloc))))`);
    const again = compileText(`(component
      (import "i" (instance $i (export "f" (func (param "s" string) (result string)))))
      (export "f" (func $i "f")))`);
    const linker = new Linker();
    linker.root().component('i', root);
    expect(call(linker.instantiatePre(again).instantiateSync(), 'f', 'grün')).toBe('grün');
  });

  it('can stand in an instance of the linker', () => {
    const outer = compileText(`(component
      (import "outer" (instance $o (export "inner" (instance (export "m" (core module (export "f" (func))))))))
      (alias export $o "inner" (instance $i))
      (export "m" (core module $i "m")))`);
    const provider = compileText(
      '(component (core module $m (func (export "f")) (func (export "g"))) (export "m" (core module $m)))',
    );
    const linker = new Linker();
    linker.instance('outer').component('inner', provider);
    expect(linker.instantiatePre(outer).instantiateSync().getModule('m')).toBe(provider.modules[0]);
  });

  it('can itself be provided for', () => {
    const middle = new Linker();
    middle.root().component('a:b/things@1.0.0', linkedStore());
    const passing = compileText(`(component ${thingsImport} (export "a:b/things@1.0.0" (instance $things)))`);
    const pre = middle.instantiatePre(passing);
    expect(call(linkedUser(pre).instantiateSync(), 'run')).toBe(21);
  });

  it('has other resources than another instance of it, but where that is shared', () => {
    /** Uses things, and hands some out by an interface of its own. */
    const source = compileText(`(component
      ${thingsImport}
      (alias export $things "thing" (type $thing))
      (export $t "thing" (type $thing))
      (export "make" (func $things "[constructor]thing") (func (result (own $t)))))`);
    const consumer = compileText(`(component
      ${thingsImport}
      (alias export $things "thing" (type $thing))
      (import "source" (instance $source
        (alias outer 1 $thing (type $t))
        (export "thing" (type $t' (eq $t)))
        (export "make" (func (result (own $t'))))))
      (core func $make (canon lower (func $source "make")))
      (core func $value (canon lower (func $things "[method]thing.value")))
      (core module $M
        (import "" "make" (func $make (result i32)))
        (import "" "value" (func $value (param i32) (result i32)))
        (func (export "run") (result i32) (call $value (call $make))))
      (core instance $m (instantiate $M (with "" (instance (export "make" (func $make)) (export "value" (func $value))))))
      (func (export "run") (result u32) (canon lift (core func $m "run"))))`);
    const linkWith = (provider: InstancePre | Instance): InstancePre => {
      const inner = new Linker();
      inner.root().component('a:b/things@1.0.0', provider);
      const outer = new Linker();
      outer.root().component('a:b/things@1.0.0', provider).component('source', inner.instantiatePre(source));
      return outer.instantiatePre(consumer);
    };
    expect(call(linkWith(linkedStore().instantiateSync()).instantiateSync(), 'run')).toBe(1);
    expect(errorOf(() => linkWith(linkedStore()))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import source#thing: this is another resource
     - import source#make: the types differ in resources of the same name
       expected func() -> own<thing>
       found    func() -> own<thing>"
    `);
  });

  it('is refused with the types of what it exports', () => {
    const importing = compileText(`(component
      (import "i" (instance
        (type $r (record (field "a" u8) (field "b" string)))
        (export "r" (type (eq $r)))
        (export "m" (core module (import "" "x" (global i32)) (export "f" (func (param i32) (result i64))) (export "mem" (memory 2))))
        (export "inner" (instance (export "f" (func)))))))`);
    const exporting = compileText(`(component
      (type $r (record (field "a" u16)))
      (export "r" (type $r))
      (core module $m
        (import "" "x" (global i64)) (import "" "y" (table 1 funcref))
        (func (export "f") (param i64)) (memory (export "mem") 1))
      (export "m" (core module $m))
      (core module $F (func (export "f"))) (core instance $f (instantiate $F))
      (func (export "inner") (canon lift (core func $f "f"))))`);
    const linker = new Linker();
    linker.root().component('i', exporting);
    expect(errorOf(() => linker.instantiatePre(importing))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import i#r: the types differ
       expected record { a: u8, b: string }
       found    record { a: u16 }
     - import i#m#f: expected a func [i32] -> [i64], found a func [i64] -> []
     - import i#m#mem: expected a memory 2.., found a memory 1..
     - import i#m: the core module imports a global i64 \`x\` from \`\`, but is given a global i32
     - import i#m: the core module imports a table \`y\` from \`\`, which the component does not give it
     - import i#inner: expected an instance with f, found a func"
    `);
  });

  it('is refused with all that does not fit', () => {
    const linker = new Linker();
    const provider = compileText(`(component
      (core module $M (func (export "f") (param i32) (result i32) (local.get 0)))
      (core instance $m (instantiate $M))
      (type $thing (resource (rep i32)))
      (export $t "thing" (type $thing))
      (func $f (param "self" (borrow $t)) (result s32) (canon lift (core func $m "f")))
      (export "[method]thing.value" (func $f))
      (export "[static]thing.thong" (func $f)))`);
    linker.root().component('a:b/things@1.0.0', provider);
    expect(errorOf(() => linker.instantiatePre(user))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import a:b/things@1.0.0#[constructor]thing: the component does not export this, func() -> own<thing> is needed
     - import a:b/things@1.0.0#[method]thing.value: the types differ
       expected func(self: borrow<thing>) -> u32
       found    func(self: borrow<thing>) -> s32"
    `);
    const unlinked = new Linker();
    unlinked.root().component('a:b/things@1.0.0', store);
    expect(errorOf(() => unlinked.instantiatePre(user))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import a:b/things@1.0.0: import ending: nothing is provided, func(rep: u32) is needed"`,
    );
  });

  it('is refused with what it exports instead', () => {
    const exporting = (name: string) =>
      compileText(`(component (instance $i) (export "${name}" (instance $i)))`);
    const problem = (name: string) => {
      const linker = new Linker();
      linker.root().component('a:b/things@1.0.0', exporting(name));
      return errorOf(() => linker.instantiatePre(user));
    };
    const missing =
      'LinkError: cannot link the component: import a:b/things@1.0.0: the component does not export this, an instance with thing, [constructor]thing, [method]thing.value is needed';
    expect(problem('a:b/things@2.0.0')).toBe(
      `${missing}; there is a:b/things@2.0.0, which is not compatible`,
    );
    expect(problem('a:b/thing@1.0.0')).toBe(`${missing}; there is a:b/thing@1.0.0, did you mean that?`);
  });
});
