/** Two guests in one component, and the calls between them. */
import { describe, expect, it } from '@jest/globals';
import { call, errorOf, instantiate, libc, trapOf } from './components.js';
import { echoingTwice } from './echoing.js';

const encodings = ['utf8', 'utf16', 'latin1+utf16'];

describe('between two guests, a string passes', () => {
  const pairs = encodings.flatMap((outer) => encodings.map((inner) => [outer, inner] as const));

  it.each(pairs)('from %s to %s and back', (outer, inner) => {
    const instance = instantiate(echoingTwice('string', outer, inner), {
      echo: (text: string) => `${text}!`,
    });
    for (const text of [
      '',
      'plain',
      'Grüße',
      '世界',
      '𝄞 at the end of a longer text, which is not ASCII: ¡sí!',
    ]) {
      expect(call(instance, 'echo', text)).toBe(`${text}!`);
    }
  });
});

describe('between two guests, a value passes', () => {
  it.each<[string, unknown]>([
    ['u32', 4294967295],
    ['s64', -5n],
    ['f64', 0.1],
    ['(list u8)', Uint8Array.of(1, 2, 255)],
    ['(list s64)', BigInt64Array.of(-1n)],
    ['(list string)', ['a', '', 'ß 世']],
    [
      '(list (tuple u8 string))',
      [
        [1, 'one'],
        [2, 'zwölf'],
      ],
    ],
    ['(map string u32)', new Map([['a', 1]])],
    ['$record', { theId: 7, name: 'tëa', note: 'hot' }],
    ['$record', { theId: 7, name: '', note: undefined }],
    ['(list $record)', [{ theId: 7, name: 'tea', note: 'hot' }]],
    ['$shape', { tag: 'circle', val: 1.5 }],
    ['$shape', { tag: 'named', val: 'ß' }],
    ['$shape', { tag: 'no-shape' }],
    ['$color', 'blue'],
    ['$access', { read: false, writeAll: true }],
    ['(option (option u8))', { tag: 'some', val: undefined }],
    [
      '(list (result u8 (error string)))',
      [
        { tag: 'ok', val: 1 },
        { tag: 'err', val: 'nö' },
      ],
    ],
  ])('%s: %p', (type, value) => {
    const instance = instantiate(echoingTwice(type, 'utf8', 'utf16'), { echo: (given: unknown) => given });
    expect(call(instance, 'echo', value)).toEqual(value);
  });
});

describe('an error of the host', () => {
  it('passes through two guests, and breaks both', () => {
    const mistake = new Error('no');
    const instance = instantiate(echoingTwice('u8', 'utf8', 'utf8'), {
      echo: () => {
        throw mistake;
      },
    });
    const trap = trapOf(() => call(instance, 'echo', 1));
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => call(instance, 'echo', 1)).cause).toBe(trap);
  });
});

describe('a guest that calls another', () => {
  /** `$Callee` counts its post-returns, and traps if it is asked for that; `$Caller` calls it. */
  const pair = `(component
    (component $Callee
      ${libc}
      (core module $M
        (import "" "mem" (memory 1))
        (global $posts (mut i32) (i32.const 0))
        (global $passed (mut i32) (i32.const 0))
        (data (i32.const 16) "\\40\\00\\00\\00\\05\\00\\00\\00")
        (data (i32.const 32) "\\00\\00\\ff\\ff\\05\\00\\00\\00")
        (data (i32.const 64) "hello")
        (func (export "text") (param i32) (result i32)
          (if (i32.eq (local.get 0) (i32.const 1)) (then unreachable))
          (if (i32.eq (local.get 0) (i32.const 2)) (then (return (i32.const 32))))
          (i32.const 16))
        (func (export "post") (param i32)
          (global.set $posts (i32.add (global.get $posts) (i32.const 1)))
          (global.set $passed (local.get 0)))
        (func (export "posts") (result i32) (global.get $posts))
        (func (export "passed") (result i32) (global.get $passed)))
      (core instance $m (instantiate $M (with "" (instance $libc))))
      (func (export "text") (param "how" u32) (result string)
        (canon lift (core func $m "text") (memory $mem) (post-return (core func $m "post"))))
      (func (export "posts") (result u32) (canon lift (core func $m "posts")))
      (func (export "passed") (result u32) (canon lift (core func $m "passed"))))
    (component $Caller
      (import "text" (func $text (param "how" u32) (result string)))
      ${libc}
      (core func $text (canon lower (func $text) (memory $mem) (realloc $realloc)))
      (core module $M
        (import "" "text" (func $text (param i32 i32)))
        (func (export "text") (param i32) (result i32) (call $text (local.get 0) (i32.const 512)) (i32.const 512))
        (func (export "idle")))
      (core instance $m (instantiate $M (with "" (instance (export "text" (func $text))))))
      (func (export "text") (param "how" u32) (result string) (canon lift (core func $m "text") (memory $mem)))
      (func (export "idle") (canon lift (core func $m "idle"))))
    (instance $callee (instantiate $Callee))
    (instance $caller (instantiate $Caller (with "text" (func $callee "text"))))
    (export "text" (func $caller "text"))
    (export "idle" (func $caller "idle"))
    (export "posts" (func $callee "posts"))
    (export "passed" (func $callee "passed")))`;

  it('runs the post-return of the other once for each call, with its flat result', () => {
    const instance = instantiate(pair);
    expect(call(instance, 'text', 0)).toBe('hello');
    expect([call(instance, 'posts'), call(instance, 'passed')]).toEqual([1, 16]);
    call(instance, 'text', 0);
    expect(call(instance, 'posts')).toBe(2);
  });

  it.each([
    [1, 'unreachable'],
    [2, 'string-out-of-bounds'],
  ])('breaks with the other when that traps (%d)', (how, code) => {
    const instance = instantiate(pair);
    const trap = trapOf(() => call(instance, 'text', how));
    expect(trap.code).toBe(code);
    expect(trapOf(() => call(instance, 'posts')).cause).toBe(trap);
    expect(trapOf(() => call(instance, 'idle')).cause).toBe(trap);
  });
});

describe('a component that calls one inside of it', () => {
  it('traps', () => {
    const instance = instantiate(`(component
      (component $Child
        (core module $M (func (export "f")))
        (core instance $m (instantiate $M))
        (func (export "f") (canon lift (core func $m "f"))))
      (instance $child (instantiate $Child))
      (core func $f (canon lower (func $child "f")))
      (core module $M (import "" "f" (func $f)) (func (export "g") (call $f)))
      (core instance $m (instantiate $M (with "" (instance (export "f" (func $f))))))
      (func (export "g") (canon lift (core func $m "g")))
      (export "f" (func $child "f")))`);
    call(instance, 'f');
    expect(errorOf(() => call(instance, 'g'))).toBe('Trap: cannot enter component instance');
    expect(errorOf(() => call(instance, 'f'))).toBe('Trap: cannot enter component instance');
  });
});
