/** Components that one component gives to another whole: as an argument, or as an export. */
import { describe, expect, it } from '@jest/globals';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { call, compileText, errorOf } from './components.js';

/** Adds a number to what it is given. With `module`, that of a core module outside of it. */
const adder = (number: number, module = `(core module $M ${body(number)})`): string => `(component $Adder
  ${module}
  (core instance $m (instantiate $M))
  (func (export "add") (param "n" u32) (result u32) (canon lift (core func $m "add"))))`;

function body(number: number): string {
  return `(func (export "add") (param i32) (result i32) (i32.add (local.get 0) (i32.const ${number})))`;
}

const adderType = '(component $Adder (export "add" (func (param "n" u32) (result u32))))';

/** Imports a component that makes something of a component. */
const giving = (given: string): string => `(component
  (import "user" (component $User
    (import "adder" ${adderType})
    (export "add" (func (param "n" u32) (result u32)))))
  ${given}
  (instance $user (instantiate $User (with "adder" (component $Adder))))
  (export "add" (func $user "add")))`;

const user = compileText(`(component
  (import "adder" ${adderType})
  (instance $one (instantiate $Adder))
  (export "add" (func $one "add")))`);

/** Imports an instance that exports a component, and instantiates that. */
const importing = compileText(`(component
  (import "shelf" (instance $shelf (export "adder" ${adderType})))
  (alias export $shelf "adder" (component $Adder))
  (instance $one (instantiate $Adder))
  (export "add" (func $one "add")))`);

function addThrough(component: Component, name: string, provider: Component): unknown {
  const linker = new Linker();
  linker.root().component(name, provider);
  return call(linker.instantiatePre(component).instantiateSync(), 'add', 40);
}

describe('a component that is given to one that is imported', () => {
  it('is instantiated there', () => {
    expect(addThrough(compileText(giving(adder(2))), 'user', user)).toBe(42);
  });

  it('can use core modules of the component around it', () => {
    const outside = `(core module $M ${body(5)}) ${adder(0, '(alias outer 1 0 (core module $M))')}`;
    expect(addThrough(compileText(giving(outside)), 'user', user)).toBe(45);
  });

  it('is kept by serialize and in clones', async () => {
    const component = compileText(giving(adder(3)));
    expect(addThrough(await Component.deserialize(component.serialize()), 'user', user)).toBe(43);
    expect(addThrough(Component.fromClone(structuredClone(component.cloneable())), 'user', user)).toBe(43);
  });

  it('is refused when it is linked, where it cannot run yet', () => {
    const waiting = `(component $Adder
      (core func $inc (canon backpressure.inc))
      (core module $M (import "" "inc" (func)) ${body(1)})
      (core instance $m (instantiate $M (with "" (instance (export "inc" (func $inc))))))
      (func (export "add") (param "n" u32) (result u32) (canon lift (core func $m "add"))))`;
    expect(errorOf(() => addThrough(compileText(giving(waiting)), 'user', user))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: component adder: built-in backpressure.inc: this built-in is not supported yet"`,
    );
  });

  it('cannot use what is imported around it yet', () => {
    const outside = `(import "m" (core module $I (export "add" (func (param i32) (result i32)))))
      ${adder(0, '(alias outer 1 0 (core module $M))')}`;
    expect(errorOf(() => compileText(giving(outside)))).toMatchInlineSnapshot(
      `"CompileError: cannot compile the component: 0x6d: a component that is given away uses an import of the one around it, which is not supported yet"`,
    );
  });
});

describe('a component that is exported', () => {
  it('can be imported, and is instantiated there', () => {
    const shelf = compileText(`(component ${adder(7)} (export "adder" (component $Adder)))`);
    expect(addThrough(importing, 'shelf', shelf)).toBe(47);
    expect(shelf.getExport('adder')?.item).toMatchObject({ kind: 'component' });
  });

  it('can be one that was imported', () => {
    const again = compileText(`(component
      (import "adder" ${adderType})
      (export "adder" (component $Adder)))`);
    const linker = new Linker();
    linker.root().component('adder', compileText(adder(8)));
    const outer = new Linker();
    outer.root().component('shelf', linker.instantiatePre(again));
    expect(call(outer.instantiatePre(importing).instantiateSync(), 'add', 40)).toBe(48);
  });

  it('can be exported by a component that is imported', () => {
    const importer = compileText(`(component
      (import "shelf" (component $Shelf (export "adder" ${adderType})))
      (instance $shelf (instantiate $Shelf))
      (alias export $shelf "adder" (component $Adder))
      (instance $one (instantiate $Adder))
      (export "add" (func $one "add")))`);
    const shelf = compileText(`(component ${adder(9)} (export "adder" (component $Adder)))`);
    expect(addThrough(importer, 'shelf', shelf)).toBe(49);
  });

  it('has to have the type that is asked for', () => {
    const shelf = compileText(`(component (component $C) (export "adder" (component $C)))`);
    expect(errorOf(() => addThrough(importing, 'shelf', shelf))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import shelf#adder#add: the component does not export this, func(n: u32) -> u32 is needed"`,
    );
  });

  it('is refused where it uses what is imported around it', () => {
    const shelf = compileText(`(component
      (import "m" (core module $I (export "add" (func (param i32) (result i32)))))
      ${adder(0, '(alias outer 1 0 (core module $M))')}
      (export "adder" (component $Adder)))`);
    const linker = new Linker();
    linker.root().module('m', new WebAssembly.Module(encodeComponent(`(module ${body(1)})`)));
    const outer = new Linker();
    outer.root().component('shelf', linker.instantiatePre(shelf));
    expect(errorOf(() => outer.instantiatePre(importing))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: import shelf#adder: this component uses an import of the one around it, and cannot be given away yet"`,
    );
  });
});
