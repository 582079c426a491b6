import { describe, expect, it } from '@jest/globals';
import { Component, LinkError, Linker, type ImportObject } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, compileText, errorOf, instantiate, thrownBy, trapOf } from './components.js';

const shop = Component.compileSync(guestFile('shop/shop.wasm'));

/** Imports `f` from `i`, and exports it again as a function of its own. */
const caller = callerOf('f');

describe('a component whose imports are not all provided', () => {
  it('is refused with the interface', () => {
    expect(linkError(shop, {})).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import example:shop/log@1.2.0: nothing is provided, an instance with write is needed"`,
    );
  });

  it('is refused with the function of the interface', () => {
    expect(linkError(shop, { 'example:shop/log@1.2.0': {} })).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import example:shop/log@1.2.0#write: nothing is provided, func(level: enum { debug, info, warn }, message: string) is needed"`,
    );
  });

  it('is refused with what is something else than needed', () => {
    expect(linkError(shop, { 'example:shop/log@1.2.0': { write: 'write' } })).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import example:shop/log@1.2.0#write: a string is provided, func(level: enum { debug, info, warn }, message: string) is needed"`,
    );
    expect(linkError(shop, { 'example:shop/log@1.2.0': () => undefined })).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import example:shop/log@1.2.0: a function is provided, an instance with write is needed"`,
    );
  });

  it('is refused with all that is missing, in one error', () => {
    const component = compileText(`(component
      (import "run" (func (param "times" u32)))
      (import "a:b/store@1.0.0" (instance
        (export "bucket" (type $bucket (sub resource)))
        (export "[constructor]bucket" (func (param "size" u8) (result (own $bucket))))
        (export "[method]bucket.fill" (func (param "self" (borrow $bucket)) (result (result u32 (error string)))))
        (export "[static]bucket.largest" (func (result (own $bucket))))
        (export "open" (func (param "name" string) (result (own $bucket))))))
      (import "a:b/types@1.0.0" (instance (type $u8 u8) (export "t" (type (eq $u8)))))
      (import "m" (core module))
      (import "thing" (type (sub resource))))`);
    expect(linkError(component, {})).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import run: nothing is provided, func(times: u32) is needed
     - import a:b/store@1.0.0: nothing is provided, an instance with bucket, [constructor]bucket, [method]bucket.fill, [static]bucket.largest, open is needed
     - import m: nothing is provided, a core module is needed
     - import thing: nothing is provided, a resource is needed"
    `);
    expect(linkError(component, { 'a:b/store@1.0.0': { open: () => undefined } })).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import run: nothing is provided, func(times: u32) is needed
     - import a:b/store@1.0.0#bucket: nothing is provided, a resource is needed
     - import a:b/store@1.0.0#[constructor]bucket: nothing is provided, func(size: u8) -> own<bucket> is needed
     - import a:b/store@1.0.0#[method]bucket.fill: nothing is provided, func(self: borrow<bucket>) -> result<u32, string> is needed
     - import a:b/store@1.0.0#[static]bucket.largest: nothing is provided, func() -> own<bucket> is needed
     - import m: nothing is provided, a core module is needed
     - import thing: nothing is provided, a resource is needed"
    `);
    const error = thrownBy(() => new Linker().instantiatePre(component));
    expect(error).toBeInstanceOf(LinkError);
    expect(error).toHaveProperty('problems', expect.any(Array));
    expect(error instanceof LinkError && error.problems[0]).toEqual({
      code: 'import-missing',
      where: 'import run',
      message: 'nothing is provided, func(times: u32) is needed',
    });
  });

  it('is told about a version that is not compatible', () => {
    expect(linkError(shop, { 'example:shop/log@2.0.0': { write: () => undefined } })).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import example:shop/log@1.2.0: nothing is provided, an instance with write is needed; there is example:shop/log@2.0.0, which is not compatible"`,
    );
  });

  it('needs nothing for an interface that holds only types', () => {
    const component = compileText(
      '(component (import "a:b/c" (instance (type $u8 u8) (export "t" (type (eq $u8))))))',
    );
    expect(instantiate(component).exports).toEqual({});
  });

  it('needs nothing for an instance that holds only such instances', () => {
    const component = compileText(
      '(component (import "a" (instance (export "b" (instance (export "c" (instance)))))))',
    );
    expect(instantiate(component).exports).toEqual({});
    expect(instantiate(component, { a: {} }).exports).toEqual({});
  });

  it('takes nothing else for an instance, not even where nothing of it is needed', () => {
    const component = compileText('(component (import "a" (instance (export "b" (instance)))))');
    expect(linkError(component, { a: one })).toBe(
      'LinkError: cannot link the component: import a: a function is provided, an instance is needed',
    );
    expect(linkError(component, { a: { b: one } })).toBe(
      'LinkError: cannot link the component: import a#b: a function is provided, an instance is needed',
    );
    const linker = new Linker();
    linker.root().func('a', one);
    expect(errorOf(() => linker.instantiatePre(component))).toBe(
      'LinkError: cannot link the component: import a: a func is provided, an instance is needed',
    );
  });
});

describe('a linker', () => {
  it('refuses a name that is defined already', () => {
    const message = 'LinkError: cannot link the component: i#f: this is defined already';
    const f = () => 1;
    expect(errorOf(() => new Linker().instance('i').func('f', f).func('f', f))).toBe(message);
    const defined = new Linker().define({ i: { f } });
    expect(errorOf(() => defined.instance('i').func('f', f))).toBe(message);
    const named = new Linker();
    named.instance('i').func('f', f);
    expect(errorOf(() => named.define({ i: { f } }))).toBe(message);
    expect(errorOf(() => new Linker().define({ i: { f } }).define({ i: { f } }))).toBe(message);
    expect(errorOf(() => named.root().func('i', f))).toBe(
      'LinkError: cannot link the component: i: this is defined already',
    );
  });

  it('takes the functions of one instance from several objects', () => {
    const linker = new Linker().define({ i: { g: two } }).define({ i: { f: one } });
    expect(call(linker.instantiatePre(caller).instantiateSync(), 'f')).toBe(1);
  });

  it.each<[string, (linker: Linker) => void]>([
    ['func after func', (linker) => linker.instance('i').func('f', one).func('f', two)],
    [
      'define after func',
      (linker) => (linker.instance('i').func('f', one), linker.define({ i: { f: two } })),
    ],
    [
      'func after define',
      (linker) =>
        linker
          .define({ i: { f: one } })
          .instance('i')
          .func('f', two),
    ],
    ['define after define', (linker) => linker.define({ i: { f: one } }).define({ i: { f: two } })],
  ])('that allows shadowing takes what was defined last: %s', (_, define) => {
    const linker = new Linker({ allowShadowing: true });
    define(linker);
    expect(call(linker.instantiatePre(caller).instantiateSync(), 'f')).toBe(2);
  });

  it('keeps what was linked before a name is shadowed', () => {
    const linker = new Linker({ allowShadowing: true }).define({ i: { f: one } });
    const before = linker.instantiatePre(caller);
    linker.define({ i: { f: two } });
    expect(call(before.instantiateSync(), 'f')).toBe(1);
  });

  it('opens an instance again to define more in it', () => {
    const linker = new Linker().define({ i: { g: two } });
    linker.instance('i').func('f', one);
    expect(linker.instance('i')).toBe(linker.instance('i'));
    const instance = linker.instantiatePre(caller).instantiateSync();
    expect(call(instance, 'f')).toBe(1);
  });

  it('instantiates in one step', async () => {
    const instance = await new Linker().define({ i: { f: one } }).instantiate(caller);
    expect(call(instance, 'f')).toBe(1);
  });

  it('rejects in one step', async () => {
    await expect(new Linker().instantiate(caller)).rejects.toBeInstanceOf(LinkError);
  });

  it('is not changed by a component that it links', () => {
    const linker = new Linker().define({ i: { f: one } });
    linker.instantiatePre(caller);
    expect(errorOf(() => linker.instantiatePre(callerOf('g')))).toBe(
      'LinkError: cannot link the component: import i#g: nothing is provided, func() -> u32 is needed',
    );
  });
});

describe('unknown imports that are defined as traps', () => {
  it('trap when they are called, with their name', () => {
    const linker = new Linker().defineUnknownImportsAsTraps(caller);
    const trap = trapOf(() => call(linker.instantiatePre(caller).instantiateSync(), 'f'));
    expect(trap.message).toBe('unknown import: `i#f` has not been defined');
    expect(trap.code).toBe('unimplemented-import');
  });

  it('leave what is known', () => {
    const component = compileText(`(component
      (import "i" (instance $i (export "f" (func (result u32))) (export "g" (func (result u32)))
        (export "r" (type (sub resource)))))
      (import "h" (func $h))
      (export "f" (func $i "f")) (export "g" (func $i "g")) (export "h" (func $h)))`);
    const linker = new Linker().define({ i: { f: one } }).defineUnknownImportsAsTraps(component);
    const instance = linker.instantiatePre(component).instantiateSync();
    expect(call(instance, 'f')).toBe(1);
    expect(trapOf(() => call(instance, 'g')).message).toBe('unknown import: `i#g` has not been defined');
    expect(trapOf(() => call(instance, 'h')).message).toBe('unknown import: `h` has not been defined');
  });

  it('leave what is known by a compatible version', () => {
    const linker = new Linker().define({ 'example:shop/log@1.4.0': { write: () => undefined } });
    const instance = linker.defineUnknownImportsAsTraps(shop).instantiatePre(shop).instantiateSync();
    expect(call(instance, 'example:shop/inventory@1.2.0#find', 'tea')).toMatchObject({ name: 'tea' });
  });
});

describe('unknown components that are defined as traps', () => {
  const text = `(component
      (import "c" (component $C
        (import "f" (func))
        (import "t" (type $t (sub resource)))
        (export "r" (type $r (sub resource)))
        (export "[constructor]r" (func (param "of" string) (param "t" (own $t)) (result (own $r))))
        (export "i" (instance (export "g" (func (result u32)))))
        (export "m" (core module (export "h" (func (result i32)))))))
      (import "f" (func $f))
      (type $t (resource (rep i32)))
      (instance $c (instantiate $C (with "f" (func $f)) (with "t" (type $t))))
      (alias export $c "i" (instance $i))
      (alias export $c "m" (core module $m))
      (core instance $m (instantiate $m))
      (func $h (result u32) (canon lift (core func $m "h")))
      (export "r" (type $c "r")) (export "g" (func $i "g")) (export "h" (func $h)))`;

  it('have the exports that are needed, and trap when they are called', () => {
    const component = compileText(text);
    const pre = new Linker().defineUnknownImportsAsTraps(component).instantiatePre(component);
    const instance = pre.instantiateSync();
    const trap = trapOf(() => call(instance, 'g'));
    expect([trap.code, trap.message]).toEqual([
      'unimplemented-import',
      'unknown import: `c#i#g` has not been defined',
    ]);
    expect(trapOf(() => call(pre.instantiateSync(), 'h')).code).toBe('unreachable');
    expect(instance.getResource('r')).toBeDefined();
  });

  it('are left out where there is nothing that could stand for a core module', () => {
    const component = compileText(
      '(component (import "c" (component (export "m" (core module (export "g" (global (ref func))))))))',
    );
    const linker = new Linker().defineUnknownImportsAsTraps(component);
    expect(errorOf(() => linker.instantiatePre(component))).toBe(
      'LinkError: cannot link the component: import c: nothing is provided, a component is needed',
    );
  });
});

describe('unknown core modules that are defined as traps', () => {
  it('have the exports that are needed, and trap when they are called', () => {
    const component = compileText(`(component
      (import "m" (core module $m
        (import "env" "x" (func))
        (export "f" (func (param i32 f64) (result i64)))
        (export "mem" (memory 1 2)) (export "table" (table 0 funcref))
        (export "g" (global (mut i64))) (export "h" (global externref))))
      (core module $Env (func (export "x")))
      (core instance $env (instantiate $Env))
      (core instance $i (instantiate $m (with "env" (instance $env))))
      (core module $M
        (import "i" "f" (func $f (param i32 f64) (result i64)))
        (import "i" "mem" (memory 1))
        (func (export "run") (drop (call $f (i32.const 1) (f64.const 2)))))
      (core instance $j (instantiate $M (with "i" (instance $i))))
      (func (export "run") (canon lift (core func $j "run"))))`);
    const linker = new Linker().defineUnknownImportsAsTraps(component);
    const instance = linker.instantiatePre(component).instantiateSync();
    expect(trapOf(() => call(instance, 'run')).code).toBe('unreachable');
  });

  it('are left out where nothing can be made up', () => {
    const component = compileText(`(component
      (import "m" (core module (export "g" (global (ref func))))))`);
    const linker = new Linker().defineUnknownImportsAsTraps(component);
    expect(errorOf(() => linker.instantiatePre(component))).toBe(
      'LinkError: cannot link the component: import m: nothing is provided, a core module is needed',
    );
  });
});

describe('an imported core module', () => {
  const component = compileText(`(component
    (import "m" (core module $m (import "env" "base" (global i32)) (export "f" (func (result i32)))))
    (core module $env (global (export "base") i32 (i32.const 40)))
    (core instance $env (instantiate $env))
    (core instance $i (instantiate $m (with "env" (instance $env))))
    (func (export "f") (result u32) (canon lift (core func $i "f")))
    (export "again" (core module $m)))`);

  it('is instantiated with what the component gives it', () => {
    const module = moduleOf(
      '(module (import "env" "base" (global i32)) (func (export "f") (result i32) (i32.add (global.get 0) (i32.const 2))))',
    );
    const instance = withModule(module).instantiatePre(component).instantiateSync();
    expect(call(instance, 'f')).toBe(42);
    expect(instance.getModule('again')).toBe(module);
    expect(instance.exports['again']).toBe(module);
  });

  it('may import less and export more', () => {
    const module = moduleOf(
      '(module (func (export "f") (result i32) (i32.const 5)) (memory (export "g") 1))',
    );
    expect(call(withModule(module).instantiatePre(component).instantiateSync(), 'f')).toBe(5);
  });

  it('is refused when it is missing, or of another type', () => {
    expect(errorOf(() => new Linker().instantiatePre(component))).toBe(
      'LinkError: cannot link the component: import m: nothing is provided, a core module is needed',
    );
    const module = moduleOf(
      '(module (import "env" "base" (memory 1)) (import "env" "more" (func)) (global (export "f") i32 (i32.const 1)))',
    );
    expect(errorOf(() => withModule(module).instantiatePre(component))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import m#f: expected a func, found a global
     - import m: the core module imports a memory \`base\` from \`env\`, but is given a global
     - import m: the core module imports a func \`more\` from \`env\`, which the component does not give it"
    `);
    expect(errorOf(() => withModule(moduleOf('(module)')).instantiatePre(component))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import m#f: expected a func, but the core module does not export this"`,
    );
  });

  function withModule(module: WebAssembly.Module): Linker {
    const linker = new Linker();
    linker.root().module('m', module);
    return linker;
  }
});

function one(): number {
  return 1;
}

function two(): number {
  return 2;
}

function callerOf(name: string): Component {
  return compileText(`(component
    (import "i" (instance $i (export "${name}" (func (result u32)))))
    (export "${name}" (func $i "${name}")))`);
}

function linkError(component: Component, imports: ImportObject): string {
  return errorOf(() => new Linker().define(imports).instantiatePre(component));
}

function moduleOf(text: string): WebAssembly.Module {
  return new WebAssembly.Module(encodeComponent(text));
}
