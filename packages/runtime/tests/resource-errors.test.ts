import { describe, expect, it } from '@jest/globals';
import { Linker, type ImportObject, type Instance } from '@wit-bindgen-ts/runtime';
import { Bucket, openBuckets } from './buckets.js';
import { call, compileText, disposeOf, errorOf, trapOf } from './components.js';

/** Defines `thing` and `other`, and tells the host of each thing that ends. */
const maker = compileText(`(component
  (import "ended" (func $ended (param "rep" u32)))
  (core func $ended (canon lower (func $ended)))
  (core module $State (import "" "ended" (func $ended (param i32)))
    (func (export "dtor") (param i32) (call $ended (local.get 0))))
  (core instance $state (instantiate $State (with "" (instance (export "ended" (func $ended))))))
  (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
  (export $thing "thing" (type $thing'))
  (type $other' (resource (rep i32)))
  (export $other "other" (type $other'))
  (core func $new (canon resource.new $thing))
  (core func $new-other (canon resource.new $other))
  (core func $drop (canon resource.drop $thing))
  (core func $rep (canon resource.rep $thing))
  (core module $m
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "new-other" (func $new-other (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (import "" "rep" (func $rep (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "new-other") (param i32) (result i32) (call $new-other (local.get 0)))
    (func (export "value") (param i32) (result i32) (local.get 0))
    (func (export "twice") (param i32) (call $drop (local.get 0)) (call $drop (local.get 0)))
    (func (export "use-dropped") (param i32) (result i32) (call $drop (local.get 0)) (call $rep (local.get 0)))
    (func (export "drop-other") (result i32) (call $drop (call $new-other (i32.const 1))) (i32.const 0))
    (func (export "rep-other") (result i32) (call $rep (call $new-other (i32.const 1)))))
  (core instance $i (instantiate $m (with "" (instance (export "new" (func $new)) (export "new-other" (func $new-other))
    (export "drop" (func $drop)) (export "rep" (func $rep))))))
  (func (export "make") (param "n" u32) (result (own $thing)) (canon lift (core func $i "new")))
  (func (export "make-other") (param "n" u32) (result (own $other)) (canon lift (core func $i "new-other")))
  (func (export "value") (param "thing" (borrow $thing)) (result u32) (canon lift (core func $i "value")))
  (func (export "keep") (param "thing" (own $thing)) (result u32) (canon lift (core func $i "value")))
  (func (export "twice") (param "thing" (own $thing)) (canon lift (core func $i "twice")))
  (func (export "use-dropped") (param "thing" (own $thing)) (result u32) (canon lift (core func $i "use-dropped")))
  (func (export "drop-other") (result u32) (canon lift (core func $i "drop-other")))
  (func (export "rep-other") (result u32) (canon lift (core func $i "rep-other"))))`);

/** Is given things: lends them to the host, keeps what it borrows, drops what it owns. */
const user = compileText(`(component
  (import "maker" (instance $maker (export "thing" (type $thing (sub resource)))))
  (alias export $maker "thing" (type $thing))
  (import "look" (func $look (param "thing" (borrow $thing))))
  (core func $look (canon lower (func $look)))
  (core func $drop (canon resource.drop $thing))
  (core module $m
    (import "" "look" (func $look (param i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "lend") (param i32) (call $look (local.get 0)))
    (func (export "lend-borrowed") (param i32) (call $look (local.get 0)) (call $drop (local.get 0)))
    (func (export "forget") (param i32))
    (func (export "drop") (param i32) (call $drop (local.get 0))))
  (core instance $i (instantiate $m (with "" (instance (export "look" (func $look)) (export "drop" (func $drop))))))
  (func (export "lend") (param "thing" (own $thing)) (canon lift (core func $i "lend")))
  (func (export "lend-borrowed") (param "thing" (borrow $thing)) (canon lift (core func $i "lend-borrowed")))
  (func (export "keep-borrowed") (param "thing" (borrow $thing)) (canon lift (core func $i "forget")))
  (func (export "drop") (param "thing" (own $thing)) (canon lift (core func $i "drop")))
  (func (export "drop-index") (param "index" u32) (canon lift (core func $i "drop"))))`);

describe('the host, with a resource of a guest', () => {
  const self = 'TypeError: value: thing: this thing';

  it('cannot use it after it was dropped', () => {
    const { makes, make } = open();
    const thing = make(1);
    disposeOf(thing);
    expect(errorOf(() => call(makes, 'value', thing))).toBe(`${self} was dropped`);
  });

  it('cannot use it after it was given away', () => {
    const { makes, make } = open();
    const thing = make(1);
    call(makes, 'keep', thing);
    expect(errorOf(() => call(makes, 'value', thing))).toBe(`${self} was given away`);
  });

  it('drops it once, however often it is disposed of', () => {
    const { make, ended } = open();
    const thing = make(1);
    disposeOf(thing);
    disposeOf(thing);
    expect(ended).toEqual([1]);
  });

  it('cannot use a borrowed one when the call that it was borrowed for has returned', () => {
    const kept: object[] = [];
    const { makes, uses, make } = open({ look: (thing: object) => void kept.push(thing) });
    call(uses, 'lend', make(1));
    expect(kept).toHaveLength(1);
    expect(errorOf(() => call(makes, 'value', kept[0]))).toBe(
      `${self} was borrowed for a call that has returned`,
    );
    expect(errorOf(() => call(uses, 'lend-borrowed', kept[0]))).toBe(
      'TypeError: lend-borrowed: thing: this thing was borrowed for a call that has returned',
    );
  });

  it('cannot give away what it only borrowed', () => {
    const seen: unknown[] = [];
    const { makes, uses, make } = open({
      look(thing: object) {
        seen.push(call(makes, 'value', thing));
        seen.push(errorOf(() => call(makes, 'keep', thing)));
      },
    });
    call(uses, 'lend', make(7));
    expect(seen).toEqual([7, 'TypeError: keep: thing: this thing is only borrowed']);
  });

  it('does not end what it only borrowed by disposing of it', () => {
    const { uses, make, ended } = open({ look: (thing: object) => disposeOf(thing) });
    call(uses, 'lend', make(7));
    expect(ended).toEqual([]);
  });

  it('cannot drop or give away what is lent to a call', () => {
    const seen: string[] = [];
    const { makes, uses, make, ended } = open({
      look() {
        seen.push(errorOf(() => disposeOf(thing)));
        seen.push(errorOf(() => call(makes, 'keep', thing)));
      },
    });
    const thing = make(1);
    call(uses, 'lend-borrowed', thing);
    expect(seen).toEqual([
      'TypeError: this thing is lent to a call that has not returned',
      'TypeError: keep: thing: this thing is lent to a call that has not returned',
    ]);
    disposeOf(thing);
    expect(ended).toEqual([1]);
  });

  it('cannot pass one of another type or of another instance', () => {
    const { makes } = open();
    expect(errorOf(() => call(makes, 'value', call(makes, 'make-other', 1)))).toBe(
      'TypeError: value: thing: this other is not a thing of this instance',
    );
    expect(errorOf(() => call(makes, 'value', open().make(1)))).toBe(
      'TypeError: value: thing: this thing is not a thing of this instance',
    );
  });
});

describe('a guest, with its handles', () => {
  it.each<[string, string, string]>([
    ['twice', 'unknown-handle', 'unknown handle index 1'],
    ['use-dropped', 'unknown-handle', 'unknown handle index 1'],
  ])('cannot use one after it dropped it: %s', (name, code, message) => {
    const { makes, make, ended } = open();
    const trap = trapOf(() => call(makes, name, make(5)));
    expect({ code: trap.code, message: trap.message }).toEqual({ code, message });
    expect(ended).toEqual([5]);
    expect(trapOf(() => make(1)).cause).toBe(trap);
  });

  it.each(['drop-other', 'rep-other'])('cannot take one for another type: %s', (name) => {
    const trap = trapOf(() => call(open().makes, name));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'handle-type-mismatch',
      message: 'handle index 1 used with the wrong type, expected thing but found other',
    });
  });

  it('cannot keep one that it borrowed', () => {
    const { uses, make } = open();
    const trap = trapOf(() => call(uses, 'keep-borrowed', make(1)));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'borrow-not-dropped',
      message: 'borrow handles still remain at the end of the call',
    });
  });

  it('breaks by that alone: who lent it has it back', () => {
    const { makes, uses, make, ended } = open();
    const thing = make(1);
    trapOf(() => call(uses, 'keep-borrowed', thing));
    expect(call(makes, 'value', thing)).toBe(1);
    disposeOf(thing);
    expect(ended).toEqual([1]);
  });
});

describe('a destructor', () => {
  it('runs in the instance that defines the resource, when another one drops it', () => {
    const { uses, make, ended } = open();
    call(uses, 'drop', make(3));
    expect(ended).toEqual([3]);
  });

  it('cannot run while that instance is inside a call, which holds a deferred one, too', () => {
    const { makes, uses, make } = open();
    const [thing, other] = [make(3), make(4)];
    const deferred = makes.getFunc('value')?.callDeferred(thing);
    const trap = trapOf(() => call(uses, 'drop', other));
    expect(trap.message).toBe('cannot enter component instance: `value` has not returned: call postReturn()');
    // Who wanted to drop it is broken; who defines it is not.
    expect(trapOf(() => call(uses, 'drop-index', 1)).cause).toBe(trap);
    deferred?.postReturn();
    expect(call(makes, 'value', thing)).toBe(3);
  });

  it('breaks its instance and who dropped the resource, if it traps', () => {
    const mistake = new Error('not now');
    const { makes, uses, make } = open({
      ended() {
        throw mistake;
      },
    });
    const thing = make(3);
    const trap = trapOf(() => call(uses, 'drop', thing));
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => call(makes, 'make', 1)).cause).toBe(trap);
    expect(trapOf(() => call(uses, 'drop-index', 1)).cause).toBe(trap);
  });
});

describe('an object of the host that jco would number', () => {
  const cabiRep = Symbol.for('cabiRep');

  it('stays itself, whatever number it carries', () => {
    const instance = openBuckets(Bucket);
    const [one, other] = [5, 6].map((size) => Object.assign(new Bucket(size), { [cabiRep]: 1 }));
    const indices = [call(instance, 'keep', one), call(instance, 'keep', other)];
    expect(indices).toEqual([1, 2]);
    expect(indices.map((index) => call(instance, 'size', index))).toEqual([5, 6]);
    expect(call(instance, 'pass', one)).toBe(one);
  });
});

interface Open {
  readonly makes: Instance;
  readonly uses: Instance;
  readonly make: (n: number) => object;
  /** The representations that the destructor ran for. */
  readonly ended: readonly number[];
}

function open(host: ImportObject = {}): Open {
  const ended: number[] = [];
  const imports = { ended: (rep: number) => void ended.push(rep), look: () => undefined, ...host };
  const makes = new Linker().define(imports).instantiatePre(maker).instantiateSync();
  const linker = new Linker().define(imports);
  linker.root().component('maker', makes);
  const uses = linker.instantiatePre(user).instantiateSync();
  return { makes, uses, make: (n) => call(makes, 'make', n) as object, ended };
}
