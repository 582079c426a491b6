import { describe, expect, it } from '@jest/globals';
import { Linker, type InstantiateOptions, type Instance } from '@wit-bindgen-ts/runtime';
import { Bucket, buckets } from './buckets.js';
import { call, compileText, errorOf, funcAt, rejectionOf, trapOf } from './components.js';

describe('the budget of bytes of a call', () => {
  it.each<[string, string, number, number]>([
    ['a string', 'string', 9_000, 10_000],
    ['a list of bytes', '(list u8)', 9_000, 10_000],
    ['a list of u64', '(list u64)', 1_000, 1_300],
    ['a list of booleans', '(list bool)', 500, 1_000],
    ['a list of records', '(list $point)', 80, 200],
  ])('bounds %s', (_, type, few, many) => {
    const instance = returning(type, { maxTransferBytes: 10_000 });
    expect(call(instance, 'result', few)).toHaveLength(few);
    const trap = trapOf(() => call(instance, 'result', many));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'transfer-too-large',
      message: 'the values of one call come to more than 10000 bytes',
    });
    expect(trapOf(() => call(instance, 'result', 1)).cause).toBe(trap);
  });

  it('bounds what a guest passes to the host', () => {
    const seen: unknown[] = [];
    const pass = (length: number): unknown =>
      call(
        passing({ maxTransferBytes: 1000 }, (text) => void seen.push(text)),
        'pass',
        length,
      );
    pass(900);
    expect(trapOf(() => pass(1000)).code).toBe('transfer-too-large');
    expect(seen).toEqual(['\0'.repeat(900)]);
  });

  it('is one for each call', () => {
    const instance = returning('(list u8)', { maxTransferBytes: 1000 });
    for (let i = 0; i < 10; i++) expect(call(instance, 'result', 700)).toHaveLength(700);
  });

  it('counts the same bytes as often as they are pointed to', () => {
    // Every one of 8,191 lists is the whole memory.
    const instance = amplifying('(list (list u8))', { maxTransferBytes: 1_000_000 });
    expect(trapOf(() => call(instance, 'result')).message).toBe(
      'the values of one call come to more than 1000000 bytes',
    );
  });

  it('counts objects, which take more than the bytes that they are made of', () => {
    // 67 million bytes would be as many flags of eight booleans each.
    const instance = returning('(list $flags)', {}, 1025);
    expect(trapOf(() => call(instance, 'result', 67_000_000)).code).toBe('transfer-too-large');
    // Millions of empty lists are no few bytes either.
    const lists = returning('(list (list u8))', {}, 1025);
    expect(trapOf(() => call(lists, 'result', 8_000_000)).code).toBe('transfer-too-large');
  });

  it('does not count what is not copied', () => {
    const instance = returning('(list u8)', { maxTransferBytes: 1000 });
    const deferred = funcAt(instance, 'result').callDeferred(60_000);
    expect(deferred.value).toHaveLength(60_000);
    deferred.postReturn();
  });

  it('does not count what the host passes to a guest', () => {
    const instance = passing({ maxTransferBytes: 1000 }, () => undefined);
    expect(call(instance, 'take', 'x'.repeat(50_000))).toBe(50_000);
  });

  it('holds for components inside of a component, too', () => {
    const inner = `(component $C ${returningText('(list u8)', 1)})`;
    const component = compileText(
      `(component ${inner} (instance $c (instantiate $C)) (export "result" (func $c "result")))`,
    );
    const pre = new Linker().instantiatePre(component);
    const bounded = pre.instantiateSync({ maxTransferBytes: 1000 });
    expect(trapOf(() => call(bounded, 'result', 1000)).code).toBe('transfer-too-large');
    // Others of the same InstancePre have their own.
    expect(call(pre.instantiateSync(), 'result', 1000)).toHaveLength(1000);
  });

  it('holds for components that are given as imports, which are instantiated along', () => {
    const provider = new Linker().instantiatePre(compileText(`(component ${returningText('(list u8)', 1)})`));
    const consumer = compileText(`(component
      (import "p" (instance $p (export "result" (func (param "length" u32) (result (list u8))))))
      (export "result" (func $p "result")))`);
    const linker = new Linker();
    linker.root().component('p', provider);
    const instance = linker.instantiatePre(consumer).instantiateSync({ maxTransferBytes: 1000 });
    expect(trapOf(() => call(instance, 'result', 1000)).code).toBe('transfer-too-large');
  });
});

describe('the budget of handles of an instance', () => {
  it('bounds them at once, not in time', () => {
    const instance = openBuckets({ maxHandles: 3 });
    expect([1, 2, 3].map((size) => call(instance, 'new', size))).toEqual([1, 2, 3]);
    call(instance, 'drop', 2);
    expect(call(instance, 'new', 4)).toBe(2);
    const trap = trapOf(() => call(instance, 'new', 5));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'handle-table-full',
      message: 'a component instance has more than 3 handles',
    });
    expect(trapOf(() => call(instance, 'drop', 1)).cause).toBe(trap);
  });

  it('ends a guest that makes them without end', () => {
    const component = compileText(`(component
      (type $r (resource (rep i32)))
      (core func $new (canon resource.new $r))
      (core module $m (import "" "new" (func $new (param i32) (result i32)))
        (func (export "hoard") (loop (drop (call $new (i32.const 0))) (br 0))))
      (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
      (func (export "hoard") (canon lift (core func $i "hoard"))))`);
    const instance = new Linker().instantiatePre(component).instantiateSync();
    expect(errorOf(() => call(instance, 'hoard'))).toBe(
      'Trap: a component instance has more than 1000000 handles',
    );
  });
});

describe('options', () => {
  const component = compileText('(component)');

  it('are given wherever an instance is made', async () => {
    const linker = new Linker();
    const wrong = { maxHandles: 0 };
    const message = 'RangeError: maxHandles has to be a whole number above 0, and is 0';
    expect(await rejectionOf(linker.instantiate(component, wrong))).toBe(message);
    expect(await rejectionOf(linker.instantiatePre(component).instantiate(wrong))).toBe(message);
    expect(errorOf(() => linker.instantiatePre(component).instantiateSync(wrong))).toBe(message);
  });

  it.each([-1, 0, 1.5, NaN, Infinity])('refuse %p', (maxTransferBytes) => {
    const pre = new Linker().instantiatePre(component);
    expect(errorOf(() => pre.instantiateSync({ maxTransferBytes }))).toBe(
      `RangeError: maxTransferBytes has to be a whole number above 0, and is ${maxTransferBytes}`,
    );
  });
});

const types = `
  (type $point' (record (field "x" u8) (field "y" u8)))
  (type $flags' (flags "a" "b" "c" "d" "e" "f" "g" "h"))
  (export $point "point" (type $point'))
  (export $flags "some-flags" (type $flags'))`;

/** `result(length)` returns that many zeros out of so many pages. */
function returningText(type: string, pages: number): string {
  return `
    ${types}
    (core module $m
      (memory (export "mem") ${pages})
      (func (export "result") (param i32) (result i32)
        (i32.store (i32.const 0) (i32.const 8))
        (i32.store (i32.const 4) (local.get 0))
        (i32.const 0)))
    (core instance $i (instantiate $m))
    (func (export "result") (param "length" u32) (result ${type})
      (canon lift (core func $i "result") (memory (core memory $i "mem"))))`;
}

function returning(type: string, options: InstantiateOptions, pages = 1): Instance {
  const component = compileText(`(component ${returningText(type, pages)})`);
  return new Linker().instantiatePre(component).instantiateSync(options);
}

/** `result` returns a list whose elements all are 0 and the size of the memory. */
function amplifying(type: string, options: InstantiateOptions): Instance {
  const component = compileText(`(component
    (core module $m
      (memory (export "mem") 1)
      (func (export "result") (result i32)
        (local $at i32)
        (loop
          (i32.store offset=4 (local.get $at) (i32.const 0x10000))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if 0 (i32.lt_u (local.get $at) (i32.const 65536))))
        (i32.store (i32.const 65532) (i32.const 8191))
        (i32.const 65528)))
    (core instance $i (instantiate $m))
    (func (export "result") (result ${type}) (canon lift (core func $i "result") (memory (core memory $i "mem")))))`);
  return new Linker().instantiatePre(component).instantiateSync(options);
}

/** `pass(length)` passes a string of zeros to the host; `take` tells how long a string is. */
function passing(options: InstantiateOptions, host: (text: string) => void): Instance {
  const component = compileText(`(component
    (import "host" (func $host (param "text" string)))
    (core module $Libc
      (memory (export "mem") 2)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 65536)))
    (core instance $libc (instantiate $Libc))
    (core func $host (canon lower (func $host) (memory (core memory $libc "mem"))))
    (core module $m
      (import "" "host" (func $host (param i32 i32)))
      (func (export "pass") (param i32) (call $host (i32.const 0) (local.get 0)))
      (func (export "take") (param i32 i32) (result i32) (local.get 1)))
    (core instance $i (instantiate $m (with "" (instance (export "host" (func $host))))))
    (func (export "pass") (param "length" u32) (canon lift (core func $i "pass")))
    (func (export "take") (param "text" string) (result u32)
      (canon lift (core func $i "take") (memory (core memory $libc "mem")) (realloc (core func $libc "realloc")))))`);
  return new Linker().define({ host }).instantiatePre(component).instantiateSync(options);
}

function openBuckets(options: InstantiateOptions): Instance {
  const host = { i: { Bucket, empty: () => undefined, find: () => undefined } };
  return new Linker().define(host).instantiatePre(buckets).instantiateSync(options);
}
