import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import { call, compileText, instantiate, trapOf } from './components.js';

/** A page more each time that memory is asked for: what is allocated lies at its start. */
const growing = `
  (core module $Growing
    (memory (export "mem") 0)
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $at i32)
      (local.set $at (i32.mul (memory.grow (i32.const 1)) (i32.const 65536)))
      (memory.copy (local.get $at) (local.get $old) (local.get $old-size))
      (local.get $at))
    (func (export "pages") (result i32) (memory.size))
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
  (core instance $growing (instantiate $Growing))
  (alias core export $growing "mem" (core memory $mem))
  (alias core export $growing "realloc" (core func $realloc))`;

describe('a memory that grows', () => {
  it('while arguments are lowered', () => {
    const instance = instantiate(`(component ${growing}
      (core module $m
        (import "" "mem" (memory 0))
        (func (export "join") (param i32 i32 i32 i32) (result i32)
          (memory.copy (i32.add (local.get 0) (local.get 1)) (local.get 2) (local.get 3))
          (i32.store (i32.const 65528) (local.get 0))
          (i32.store (i32.const 65532) (i32.add (local.get 1) (local.get 3)))
          (i32.const 65528)))
      (core instance $i (instantiate $m (with "" (instance $growing))))
      (func (export "join") (param "a" string) (param "b" string) (result string)
        (canon lift (core func $i "join") (memory $mem) (realloc $realloc)))
      (func (export "pages") (result u32) (canon lift (core func $growing "pages"))))`);
    expect(call(instance, 'pages')).toBe(0);
    expect(call(instance, 'join', 'first ', 'second')).toBe('first second');
    expect(call(instance, 'join', 'Grüße, ', '世界')).toBe('Grüße, 世界');
    expect(Number(call(instance, 'pages'))).toBeGreaterThanOrEqual(4);
  });

  it('while a list of strings is lowered', () => {
    const instance = instantiate(`(component ${growing}
      (core module $m
        (import "" "mem" (memory 0))
        (func (export "same") (param i32 i32) (result i32)
          (i32.store (i32.const 65528) (local.get 0))
          (i32.store (i32.const 65532) (local.get 1))
          (i32.const 65528)))
      (core instance $i (instantiate $m (with "" (instance $growing))))
      (func (export "same") (param "a" (list string)) (result (list string))
        (canon lift (core func $i "same") (memory $mem) (realloc $realloc))))`);
    const words = Array.from({ length: 20 }, (_, i) => `word ${i} ☃`);
    expect(call(instance, 'same', words)).toEqual(words);
  });

  it('while the function runs, and while the host’s result is lowered', () => {
    const component = compileText(`(component
      (import "host" (func $host (param "a" string) (result string)))
      ${growing}
      (core func $host (canon lower (func $host) (memory $mem) (realloc $realloc)))
      (core module $m
        (import "" "mem" (memory 0))
        (import "host" "host" (func $host (param i32 i32 i32)))
        (func (export "ask") (param i32 i32) (result i32)
          (drop (memory.grow (i32.const 3)))
          (call $host (local.get 0) (local.get 1) (i32.const 65528))
          (drop (memory.grow (i32.const 3)))
          (i32.const 65528)))
      (core instance $i (instantiate $m (with "" (instance $growing)) (with "host" (instance (export "host" (func $host))))))
      (func (export "ask") (param "a" string) (result string)
        (canon lift (core func $i "ask") (memory $mem) (realloc $realloc))))`);
    const instance = instantiate(component, { host: (text: string) => `${text}, ${text}!` });
    expect(call(instance, 'ask', 'hello')).toBe('hello, hello!');
    expect(call(instance, 'ask', 'again')).toBe('again, again!');
  });

  it('outside of calls that look at it', () => {
    const instance = instantiate(`(component ${growing}
      (core module $m (import "" "mem" (memory 0)) (func (export "sum") (param i32 i32) (result i32)
        (i32.add (i32.load8_u (local.get 0)) (i32.load8_u (i32.add (local.get 0) (i32.const 1))))))
      (core instance $i (instantiate $m (with "" (instance $growing))))
      (func (export "grow") (param "pages" u32) (result u32) (canon lift (core func $growing "grow")))
      (func (export "sum") (param "a" (list u8)) (result u32)
        (canon lift (core func $i "sum") (memory $mem) (realloc $realloc))))`);
    expect(call(instance, 'sum', [1, 2])).toBe(3);
    expect(call(instance, 'grow', 10)).toBe(1);
    expect(call(instance, 'sum', [3, 4])).toBe(7);
  });
});

describe('functions with memories of their own', () => {
  /** `left` and `right` return what they are given; each has a memory and a realloc of its own. */
  const component = compileText(`(component
    (core module $M
      (memory (export "memory") 1)
      (global $calls (mut i32) (i32.const 0))
      (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
        (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
        (i32.const 1024))
      (func (export "calls") (result i32) (global.get $calls))
      (func (export "same") (param i32 i32) (result i32)
        (i32.store (i32.const 0) (local.get 0))
        (i32.store (i32.const 4) (local.get 1))
        (i32.const 0)))
    (core instance $left (instantiate $M))
    (core instance $right (instantiate $M))
    ${['left', 'right']
      .map(
        (side) => `
    (func (export "${side}") (param "a" string) (result string)
      (canon lift (core func $${side} "same") (memory (core memory $${side} "memory")) (realloc (core func $${side} "cabi_realloc"))))
    (func (export "${side}-calls") (result u32) (canon lift (core func $${side} "calls")))`,
      )
      .join('')})`);

  it('use those, whatever they are called', () => {
    const instance = instantiate(component);
    expect(call(instance, 'left', 'to the left')).toBe('to the left');
    expect(call(instance, 'right', 'to the right')).toBe('to the right');
    expect(call(instance, 'left', 'x')).toBe('x');
    expect([call(instance, 'left-calls'), call(instance, 'right-calls')]).toEqual([2, 1]);
  });

  it('have a string encoding each', () => {
    const encoded = compileText(`(component
      (core module $M
        (memory (export "mem") 1)
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
        (func (export "length") (param i32 i32) (result i32) (local.get 1)))
      (core instance $i (instantiate $M))
      ${['utf8', 'utf16', 'latin1+utf16']
        .map(
          (encoding, i) => `(func (export "f${i}") (param "a" string) (result u32)
        (canon lift (core func $i "length") (memory (core memory $i "mem")) (realloc (core func $i "realloc")) string-encoding=${encoding}))`,
        )
        .join('\n')})`);
    const instance = instantiate(encoded);
    // The number of code units, which for the last encoding is marked when they are UTF-16.
    expect([0, 1, 2].map((i) => call(instance, `f${i}`, 'über'))).toEqual([5, 4, 4]);
    expect([0, 1, 2].map((i) => call(instance, `f${i}`, '世界!'))).toEqual([7, 3, 0x8000_0003]);
  });
});

describe('a realloc that lies', () => {
  it.each([
    ['(i32.const -8)', 'realloc-out-of-bounds'],
    ['(i32.const 65536)', 'realloc-out-of-bounds'],
    ['(i32.const 65528)', 'realloc-out-of-bounds'],
    ['(i32.const 1026)', 'realloc-unaligned'],
    ['unreachable', 'unreachable'],
  ])('traps: %s', (body, code) => {
    const component = compileText(`(component
      (core module $m
        (memory (export "mem") 1)
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) ${body})
        (func (export "f") (param i32 i32)))
      (core instance $i (instantiate $m))
      (func (export "f") (param "a" (list u64))
        (canon lift (core func $i "f") (memory (core memory $i "mem")) (realloc (core func $i "realloc")))))`);
    const instance = new Linker().instantiatePre(component).instantiateSync();
    expect(trapOf(() => call(instance, 'f', [1n, 2n])).code).toBe(code);
    expect(trapOf(() => call(instance, 'f', [])).code).toBe('cannot-enter');
  });
});
