/** Guests whose memories are large, or have addresses of 64 bits, and that send on what they are given. */
import { Component, type Instance } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import type { StringEncoding } from '../src/abi/context.js';
import { call, instantiate } from './components.js';

export interface GuestMemory {
  readonly address: 'i32' | 'i64';
  /** Where the first thing that is allocated lies. The memory has one page at first, and grows when it has to. */
  readonly start: number;
  readonly encoding?: StringEncoding;
}

/** A type, and what it is passed as: `address` stands for a pointer or a length. */
export interface PassedType {
  readonly type: string;
  readonly flat: string;
  readonly value: unknown;
}

const long = (text: string): string => text.repeat(50);

/** What goes through memory in all the ways that there are, and is returned there. */
export const passedTypes: readonly PassedType[] = [
  { type: 'string', flat: 'address address', value: '' },
  { type: 'string', flat: 'address address', value: 'short' },
  { type: 'string', flat: 'address address', value: long('long ASCII ') },
  { type: 'string', flat: 'address address', value: 'größer' },
  { type: 'string', flat: 'address address', value: long('größer ') },
  { type: 'string', flat: 'address address', value: `${long('x')}世界 😀` },
  { type: '(list u8)', flat: 'address address', value: Uint8Array.of(1, 2, 255) },
  { type: '(list s64)', flat: 'address address', value: BigInt64Array.of(-1n, 5n) },
  { type: '(list string)', flat: 'address address', value: ['a', '', 'zwölf', long('ab')] },
  { type: '(list bool)', flat: 'address address', value: [true, false] },
  { type: '(tuple u8 string f32)', flat: 'i32 address address f32', value: [1, 'two', 3] },
  { type: '(option string)', flat: 'i32 address address', value: 'some' },
  {
    type: '(tuple (result string (error u64)))',
    flat: 'i32 i64 address',
    value: [{ tag: 'ok', val: 'fine' }],
  },
  {
    type: '(tuple (result string (error u64)))',
    flat: 'i32 i64 address',
    value: [{ tag: 'err', val: 2n ** 64n - 1n }],
  },
  { type: '(map string u32)', flat: 'address address', value: new Map([['a', 4294967295]]) },
  {
    type: `(tuple ${'string '.repeat(9)})`,
    flat: 'address',
    value: Array.from({ length: 9 }, (_, index) => `string ${index}, ünd more`),
  },
];

/** A value after it went through these guests, one by one, to the host and back. */
export function passedThrough(guests: readonly GuestMemory[], { type, flat, value }: PassedType): unknown {
  const passing = (guest: GuestMemory, index: number): string => `
    (component $C${index} ${guestPassing(guest, type, flat)})
    (instance $i${index} (instantiate $C${index} (with "echo" (func ${index === 0 ? '$host' : `$i${index - 1} "echo"`}))))`;
  const text = `(component
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    ${guests.map(passing).join('\n')}
    (export "echo" (func $i${guests.length - 1} "echo")))`;
  return call(instantiateWide(text), 'echo', value);
}

function instantiateWide(text: string): Instance {
  const component = Component.compileSync(encodeComponent(text), { features: { memory64: true } });
  return instantiate(component, { echo: (value: unknown) => value });
}

function guestPassing(
  { address, start, encoding = 'utf8' }: GuestMemory,
  type: string,
  flat: string,
): string {
  const params = flat.replaceAll('address', address);
  const options = `(memory $mem) (realloc $realloc) string-encoding=${encoding}`;
  return `
    (import "echo" (func $host (param "value" ${type}) (result ${type})))
    (core module $Libc
      (memory (export "mem") ${address} 1)
      (global $next (mut ${address}) (${address}.const ${start}))
      (func (export "realloc") (param $old ${address}) (param $old-size ${address}) (param $align ${address}) (param $size ${address}) (result ${address})
        (local $at ${address})
        (local $pages ${address})
        (local.set $at (${address}.and
          (${address}.add (global.get $next) (${address}.sub (local.get $align) (${address}.const 1)))
          (${address}.sub (${address}.const 0) (local.get $align))))
        (global.set $next (${address}.add (local.get $at) (local.get $size)))
        (local.set $pages (${address}.shr_u (${address}.add (global.get $next) (${address}.const 65535)) (${address}.const 16)))
        (if (${address}.gt_u (local.get $pages) (memory.size))
          (then (if (${address}.eq (memory.grow (${address}.sub (local.get $pages) (memory.size))) (${address}.const -1))
            (then unreachable))))
        (memory.copy (local.get $at) (local.get $old)
          (select (local.get $size) (local.get $old-size) (${address}.lt_u (local.get $size) (local.get $old-size))))
        (local.get $at)))
    (core instance $libc (instantiate $Libc))
    (alias core export $libc "mem" (core memory $mem))
    (alias core export $libc "realloc" (core func $realloc))
    (core func $echo (canon lower (func $host) ${options}))
    (core module $Main
      (import "" "realloc" (func $realloc (param ${address} ${address} ${address} ${address}) (result ${address})))
      (import "" "echo" (func $echo (param ${params} ${address})))
      (func (export "echo") (param ${params}) (result ${address})
        (local $out ${address})
        (local.set $out (call $realloc
          (${address}.const 0) (${address}.const 0) (${address}.const 8) (${address}.const 256)))
        (call $echo ${params
          .split(' ')
          .map((_, index) => `(local.get ${index})`)
          .join(' ')} (local.get $out))
        (local.get $out)))
    (core instance $main (instantiate $Main (with "" (instance
      (export "realloc" (func $realloc)) (export "echo" (func $echo))))))
    (func (export "echo") (param "value" ${type}) (result ${type})
      (canon lift (core func $main "echo") ${options}))`;
}
