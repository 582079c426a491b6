/** Functions that a component imports and exports again: what passes is what passes through a guest. */
import { describe, expect, it } from '@jest/globals';
import { ComponentError } from '@wit-bindgen-ts/runtime';
import { call, compileText, disposeOf, errorOf, instantiate, thrownBy } from './components.js';

const passing = compileText(`(component
  (type $item' (record (field "id" u32) (field "the-name" string) (field "note" (option string))))
  (import "item" (type $item (eq $item')))
  (import "thing" (type $thing (sub resource)))
  (import "double" (func $double (param "n" u32) (result u32)))
  (import "check" (func $check (param "item" $item) (result (result $item (error string)))))
  (import "bytes" (func $bytes (param "values" (list u8)) (result (list u8))))
  (import "keep" (func $keep (param "thing" (own $thing)) (result (own $thing))))
  (import "look" (func $look (param "things" (list (borrow $thing)))))
  (import "many" (func $many
    (param "a" u64) (param "b" u64) (param "c" u64) (param "d" u64) (param "e" u64) (param "f" u64) (param "g" u64)
    (param "h" u64) (param "i" u64) (param "j" u64) (param "k" u64) (param "l" u64) (param "m" u64) (param "n" u64)
    (param "o" u64) (param "p" string) (result string)))
  (export "double" (func $double)) (export "check" (func $check)) (export "bytes" (func $bytes))
  (export "keep" (func $keep)) (export "look" (func $look)) (export "many" (func $many)))`);

class Thing {
  ended = 0;
}

const imports = {
  Thing,
  double: (n: number): unknown => 2 * n,
  check: (item: unknown): unknown => item,
  bytes: (values: unknown): unknown => values,
  keep: (thing: unknown): unknown => thing,
  look: (): unknown => undefined,
  many: (...args: unknown[]): unknown => args.join(' '),
};

describe('the arguments of a function that is exported again', () => {
  const instance = instantiate(passing, imports);

  it.each([
    ['double', [-1], 'TypeError: double: n: -1 is not a u32'],
    ['double', [1, 2], 'TypeError: double: takes 1 argument, not 2'],
    ['check', [{ id: 1, theName: 5 }], 'TypeError: check: item.theName: 5 is not a string'],
    ['keep', [{}], 'TypeError: keep: thing: this is not a Thing'],
    ['look', [[new Thing(), 1]], 'TypeError: look: things[1]: this is not a Thing'],
  ])('are checked: %s(%j)', (name, args, message) => {
    expect(errorOf(() => call(instance, name, ...args))).toBe(message);
  });

  it('arrive as what they are by their type', () => {
    const seen: unknown[] = [];
    const seeing = instantiate(passing, { ...imports, check: (item: unknown) => (seen.push(item), item) });
    call(seeing, 'check', { id: 7, theName: 'a\ud800', more: true });
    expect(seen).toEqual([{ id: 7, theName: 'a\ufffd', note: undefined }]);
    expect(call(instance, 'bytes', [1, 2, 3])).toEqual(Uint8Array.of(1, 2, 3));
    const given = Uint8Array.of(1);
    expect(call(instance, 'bytes', given)).not.toBe(given);
    expect(call(instance, 'bytes', new Uint8Array(300_000).fill(7))).toEqual(new Uint8Array(300_000).fill(7));
    expect(call(instance, 'many', ...Array.from({ length: 15 }, (_, i) => BigInt(i)), 'end')).toBe(
      '0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 end',
    );
  });

  it('can be objects of the host', () => {
    const thing = new Thing();
    expect(call(instance, 'keep', thing)).toBe(thing);
    expect(call(instance, 'look', [thing, thing])).toBeUndefined();
    expect(call(instance, 'look', [thing])).toBeUndefined();
  });
});

describe('the result of a function that is exported again', () => {
  it('is checked', () => {
    const instance = instantiate(passing, { ...imports, double: () => 'two' });
    expect(errorOf(() => call(instance, 'double', 1))).toBe('TypeError: double: result: "two" is not a u32');
  });

  it('is unwrapped, and its error is thrown', () => {
    const instance = instantiate(passing, {
      ...imports,
      check: (item: { readonly id: number }) => {
        if (item.id === 0) throw new ComponentError('none');
        if (item.id === 1) throw new Error('a message');
        return item;
      },
    });
    expect(call(instance, 'check', { id: 2, theName: 'two' })).toEqual({
      id: 2,
      theName: 'two',
      note: undefined,
    });
    for (const [id, payload] of ['none', 'a message'].entries()) {
      const thrown = thrownBy(() => call(instance, 'check', { id, theName: '' }));
      expect(thrown).toBeInstanceOf(ComponentError);
      expect(thrown).toHaveProperty('payload', payload);
    }
  });
});

describe('a function that is exported again', () => {
  it('can be called after it threw, and from inside itself', () => {
    const mistake = new RangeError('no');
    const instance = instantiate(passing, {
      ...imports,
      double: (n: number): unknown => {
        if (n === 0) throw mistake;
        return n === 1 ? call(instance, 'double', 2) : 2 * n;
      },
    });
    expect(thrownBy(() => call(instance, 'double', 0))).toBe(mistake);
    expect(call(instance, 'double', 1)).toBe(4);
    expect(call(instance, 'double', 3)).toBe(6);
  });

  it('can take resources of the guest', () => {
    const ended: number[] = [];
    const component = compileText(`(component
      (import "i" (instance $i (export "log" (func (param "n" u32)))))
      (core func $log (canon lower (func $i "log")))
      (core module $D (import "" "log" (func $log (param i32))) (func (export "dtor") (param i32) (call $log (local.get 0))))
      (core instance $d (instantiate $D (with "" (instance (export "log" (func $log))))))
      (type $r' (resource (rep i32) (dtor (func $d "dtor"))))
      (export $r "r" (type $r'))
      (core func $new (canon resource.new $r))
      (core module $M (import "" "new" (func $new (param i32) (result i32))) (func (export "make") (result i32) (call $new (i32.const 7))))
      (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
      (func (export "make") (result (own $r)) (canon lift (core func $m "make")))
      (export "log" (func $i "log")))`);
    const instance = instantiate(component, { i: { log: (n: number) => ended.push(n) } });
    disposeOf(call(instance, 'make') as object);
    call(instance, 'log', 8);
    expect(ended).toEqual([7, 8]);
  });
});
