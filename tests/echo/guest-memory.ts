import { encodeComponent } from '../harness/component-text.js';

/**
 * The core module of an echo guest that holds its memory. `realloc` is as strict as the standard lets it be:
 *
 * - it traps unless the old pointer, size and alignment are those of a piece that is in use;
 * - it always gives another piece, whose address is a multiple of the alignment asked for and of no greater one;
 * - what is new is filled with one byte, and what is given up with another, so that a stale read or a byte that was
 *   never stored shows in a value.
 *
 * `move` puts a piece elsewhere, whose pointer is at an address. `release` gives everything up, and `live` counts the pieces in use. Pieces are behind a header of their size, their
 * alignment, and whether they are in use. The memory begins with one page and grows by no more than is needed.
 */
export const guestMemory = encodeComponent(`(module
  (memory (export "memory") 1)
  (global $end (mut i32) (i32.const 16))
  (global $live (mut i32) (i32.const 0))

  (func $carve (param $align i32) (param $size i32) (result i32)
    (local $at i32)
    (local $needed i32)
    (local.set $at (i32.and
      (i32.add (i32.add (global.get $end) (i32.const 12)) (i32.sub (local.get $align) (i32.const 1)))
      (i32.sub (i32.const 0) (local.get $align))))
    (if (i32.eqz (i32.and (local.get $at) (local.get $align)))
      (then (local.set $at (i32.add (local.get $at) (local.get $align)))))
    (global.set $end (i32.add (local.get $at) (local.get $size)))
    (local.set $needed (i32.sub
      (i32.shr_u (i32.add (global.get $end) (i32.const 65535)) (i32.const 16))
      (memory.size)))
    (if (i32.gt_s (local.get $needed) (i32.const 0))
      (then (if (i32.eq (memory.grow (local.get $needed)) (i32.const -1)) (then (unreachable)))))
    (i32.store (i32.sub (local.get $at) (i32.const 12)) (local.get $size))
    (i32.store (i32.sub (local.get $at) (i32.const 8)) (local.get $align))
    (i32.store (i32.sub (local.get $at) (i32.const 4)) (i32.const 1))
    (memory.fill (local.get $at) (i32.const 0xa5) (local.get $size))
    (global.set $live (i32.add (global.get $live) (i32.const 1)))
    (local.get $at))

  (func $give-up (param $at i32) (param $size i32) (param $align i32)
    (if (i32.ne (i32.load (i32.sub (local.get $at) (i32.const 12))) (local.get $size)) (then (unreachable)))
    (if (i32.ne (i32.load (i32.sub (local.get $at) (i32.const 8))) (local.get $align)) (then (unreachable)))
    (if (i32.ne (i32.load (i32.sub (local.get $at) (i32.const 4))) (i32.const 1)) (then (unreachable)))
    (i32.store (i32.sub (local.get $at) (i32.const 4)) (i32.const 0))
    (memory.fill (local.get $at) (i32.const 0x5a) (local.get $size))
    (global.set $live (i32.sub (global.get $live) (i32.const 1))))

  (func $realloc (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (local $at i32)
    (local.set $at (local.get $align))
    (if (i32.or (i32.gt_u (local.get $align) (i32.const 8)) (i32.ne (i32.popcnt (local.get $align)) (i32.const 1)))
      (then (unreachable)))
    (if (i32.and (i32.eqz (local.get $old)) (i32.ne (local.get $old-size) (i32.const 0))) (then (unreachable)))
    (if (local.get $size)
      (then
        (local.set $at (call $carve (local.get $align) (local.get $size)))
        (memory.copy (local.get $at) (local.get $old)
          (select (local.get $size) (local.get $old-size)
            (i32.lt_u (local.get $size) (local.get $old-size))))))
    (if (local.get $old-size)
      (then (call $give-up (local.get $old) (local.get $old-size) (local.get $align))))
    (local.get $at))

  (func (export "move") (param $pointer i32) (param $size i32) (param $align i32)
    (local $old i32)
    (local.set $old (i32.load (local.get $pointer)))
    (if (i32.eqz (local.get $size)) (then (return)))
    (i32.store (local.get $pointer)
      (call $realloc (local.get $old) (local.get $size) (local.get $align) (local.get $size))))

  (func (export "release")
    (memory.fill (i32.const 0) (i32.const 0x5a) (global.get $end))
    (global.set $end (i32.const 16))
    (global.set $live (i32.const 0)))

  (func (export "live") (result i32) (global.get $live)))`);
