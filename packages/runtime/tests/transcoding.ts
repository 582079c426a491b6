/** Two guests, of which one passes the other a string: what is stored there, and what realloc is asked for on the way. */
import type { Instance } from '@wit-bindgen-ts/runtime';
import type { StringEncoding } from '../src/abi/context.js';
import { call, instantiate } from './components.js';

/** How the string of the first guest is encoded: in `latin1+utf16` it is one or the other. */
export type SourceEncoding = 'utf8' | 'utf16' | 'latin1' | 'tagged utf16';

/** What the second guest got. */
export interface Received {
  /** Each call of realloc as `size@alignment`. */
  readonly reallocs: string;
  readonly length: number;
  readonly bytes: readonly number[];
}

const utf16Tag = 0x8000_0000;

/**
 * Writes down how realloc is called, in words of 32 bits from 32768 on, and keeps the string that it gets. `arm` makes one
 * of the calls answer something else.
 */
const receiver = (encoding: StringEncoding): string => `
  (component $Receiver
    (core module $M
      (memory (export "mem") 1)
      (global $next (mut i32) (i32.const 1024))
      (global $logged (mut i32) (i32.const 32768))
      (global $lie-at (mut i32) (i32.const -1))
      (global $lie (mut i32) (i32.const 0))
      (global $at (mut i32) (i32.const 0))
      (global $length (mut i32) (i32.const 0))
      (func $log (param i32)
        (i32.store (global.get $logged) (local.get 0))
        (global.set $logged (i32.add (global.get $logged) (i32.const 4))))
      (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
        (local $to i32)
        (local.set $to (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
        (global.set $next (i32.add (local.get $to) (local.get $size)))
        (if (i32.eq (global.get $logged) (global.get $lie-at)) (then (return (global.get $lie))))
        (call $log (local.get $old))
        (call $log (local.get $old-size))
        (call $log (local.get $align))
        (call $log (local.get $size))
        (call $log (local.get $to))
        (memory.copy (local.get $to) (local.get $old)
          (select (local.get $size) (local.get $old-size) (i32.lt_u (local.get $size) (local.get $old-size))))
        (local.get $to))
      (func (export "arm") (param $call i32) (param $lie i32)
        (global.set $lie-at (i32.add (i32.const 32768) (i32.mul (local.get $call) (i32.const 20))))
        (global.set $lie (local.get $lie)))
      (func (export "take") (param i32 i32)
        (global.set $at (local.get 0))
        (global.set $length (local.get 1)))
      (func $list (param $at i32) (param $length i32) (result i32)
        (i32.store (i32.const 0) (local.get $at))
        (i32.store (i32.const 4) (local.get $length))
        (i32.const 0))
      (func (export "log") (result i32)
        (call $list (i32.const 32768)
          (i32.div_u (i32.sub (global.get $logged) (i32.const 32768)) (i32.const 4))))
      (func (export "length") (result i32) (global.get $length))
      (func (export "bytes") (param i32) (result i32) (call $list (global.get $at) (local.get 0))))
    (core instance $m (instantiate $M))
    (alias core export $m "mem" (core memory $mem))
    (func (export "take") (param "text" string)
      (canon lift (core func $m "take") (memory $mem) (realloc (core func $m "realloc")) string-encoding=${encoding}))
    (func (export "arm") (param "call" u32) (param "lie" u32) (canon lift (core func $m "arm")))
    (func (export "log") (result (list u32)) (canon lift (core func $m "log") (memory $mem)))
    (func (export "length") (result u32) (canon lift (core func $m "length")))
    (func (export "bytes") (param "length" u32) (result (list u8))
      (canon lift (core func $m "bytes") (memory $mem))))`;

/** Passes on bytes as a string of this length, from address 16. */
const sender = (encoding: StringEncoding): string => `
  (component $Sender
    (import "take" (func $take (param "text" string)))
    (core module $Libc
      (memory (export "mem") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 16)))
    (core instance $libc (instantiate $Libc))
    (core func $take (canon lower (func $take) (memory (core memory $libc "mem")) string-encoding=${encoding}))
    (core module $M
      (import "" "take" (func $take (param i32 i32)))
      (func (export "pass") (param i32 i32 i32) (call $take (local.get 0) (local.get 2))))
    (core instance $m (instantiate $M (with "" (instance (export "take" (func $take))))))
    (func (export "pass") (param "bytes" (list u8)) (param "length" u32)
      (canon lift (core func $m "pass") (memory (core memory $libc "mem")) (realloc (core func $libc "realloc")))))`;

export function sendingAndReceiving(from: StringEncoding, to: StringEncoding): Instance {
  return instantiate(`(component
    ${receiver(to)}
    ${sender(from)}
    (instance $receiver (instantiate $Receiver))
    (instance $sender (instantiate $Sender (with "take" (func $receiver "take"))))
    (export "pass" (func $sender "pass"))
    ${['arm', 'log', 'length', 'bytes'].map((name) => `(export "${name}" (func $receiver "${name}"))`).join('\n')})`);
}

/** Passes a text from one guest to the other. */
export function pass(instance: Instance, text: string, from: SourceEncoding): void {
  const bytes = encoded(text, from);
  const length = from === 'utf16' || from === 'tagged utf16' ? bytes.length / 2 : bytes.length;
  call(instance, 'pass', bytes, from === 'tagged utf16' ? utf16Tag + length : length);
}

export function received(instance: Instance, encoding: StringEncoding): Received {
  const length = Number(call(instance, 'length'));
  const byteLength = encoding === 'utf16' ? 2 * length : length < utf16Tag ? length : 2 * (length - utf16Tag);
  const bytes = call(instance, 'bytes', byteLength) as Uint8Array;
  return { reallocs: reallocs(call(instance, 'log') as Uint32Array), length, bytes: [...bytes] };
}

/** Each call must be for what the call before it gave. */
function reallocs(log: Uint32Array): string {
  const sizes: string[] = [];
  let [last, lastSize] = [0, 0];
  for (let i = 0; i < log.length; i += 5) {
    const [old, oldSize, alignment, size, result] = log.subarray(i, i + 5);
    if (old !== last || oldSize !== lastSize)
      throw new Error(`realloc of ${old}, which has ${lastSize} bytes`);
    sizes.push(`${size}@${alignment}`);
    [last, lastSize] = [result ?? 0, size ?? 0];
  }
  return sizes.join(' ');
}

export function encoded(text: string, encoding: SourceEncoding): number[] {
  switch (encoding) {
    case 'utf8':
      return [...new TextEncoder().encode(text)];
    case 'latin1':
      return codeUnits(text);
    case 'utf16':
    case 'tagged utf16':
      return codeUnits(text).flatMap((unit) => [unit & 0xff, unit >> 8]);
  }
}

function codeUnits(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
