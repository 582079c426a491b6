import { encodeComponent } from '../harness/component-text.js';

/**
 * Memory with an allocator: free lists of pieces whose sizes are powers of two. `live` counts the pieces in use. Freeing
 * one twice traps.
 */
const libc = `(core module $Libc
  (memory (export "memory") 1)
  (global $end (mut i32) (i32.const 1024))
  (global $live (mut i32) (i32.const 0))

  (func $malloc (export "malloc") (param $size i32) (result i32)
    (local $class i32)
    (local $at i32)
    (local.set $class (i32.sub (i32.const 32) (i32.clz (i32.add (local.get $size) (i32.const 15)))))
    (global.set $live (i32.add (global.get $live) (i32.const 1)))
    (local.set $at (i32.load (i32.shl (local.get $class) (i32.const 2))))
    (if (local.get $at)
      (then (i32.store (i32.shl (local.get $class) (i32.const 2)) (i32.load (local.get $at))))
      (else
        (local.set $at (i32.add (global.get $end) (i32.const 8)))
        (global.set $end (i32.add (global.get $end) (i32.shl (i32.const 1) (local.get $class))))
        (loop $grow
          (if (i32.gt_u (global.get $end) (i32.shl (memory.size) (i32.const 16)))
            (then
              (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))
              (br $grow))))
        (i32.store (i32.sub (local.get $at) (i32.const 8)) (local.get $class))))
    (i32.store (i32.sub (local.get $at) (i32.const 4)) (i32.const 1))
    (local.get $at))

  (func $free (export "free") (param $at i32)
    (local $list i32)
    (if (i32.lt_u (local.get $at) (i32.const 1024)) (then (return)))
    (if (i32.eqz (i32.load (i32.sub (local.get $at) (i32.const 4)))) (then (unreachable)))
    (i32.store (i32.sub (local.get $at) (i32.const 4)) (i32.const 0))
    (local.set $list (i32.shl (i32.load (i32.sub (local.get $at) (i32.const 8))) (i32.const 2)))
    (i32.store (local.get $at) (i32.load (local.get $list)))
    (i32.store (local.get $list) (local.get $at))
    (global.set $live (i32.sub (global.get $live) (i32.const 1))))

  (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (local $at i32)
    (if (i32.eqz (local.get $size)) (then (call $free (local.get $old)) (return (local.get $align))))
    (local.set $at (call $malloc (local.get $size)))
    (memory.copy (local.get $at) (local.get $old)
      (select (local.get $size) (local.get $old-size) (i32.lt_u (local.get $size) (local.get $old-size))))
    (call $free (local.get $old))
    (local.get $at))

  (func (export "live") (result i32) (global.get $live))
  (func (export "pages") (result i32) (memory.size)))`;

/** A note is a pointer to the pointer and the length of its text. */
const destructor = `(core module $Destructor
  (import "libc" "memory" (memory 1))
  (import "libc" "free" (func $free (param i32)))
  (func (export "drop-note") (param $note i32)
    (call $free (i32.load (local.get $note)))
    (call $free (local.get $note))))`;

const functions = `(core module $Functions
  (import "libc" "memory" (memory 1))
  (import "libc" "malloc" (func $malloc (param i32) (result i32)))
  (import "libc" "free" (func $free (param i32)))
  (import "host" "ask" (func $ask (param i32 i32 i32)))
  (import "host" "new-lamp" (func $new-lamp (param i32 i32) (result i32)))
  (import "host" "turn" (func $turn (param i32) (result i32)))
  (import "host" "drop-lamp" (func $drop-lamp (param i32)))
  (import "host" "new-note" (func $new-note (param i32) (result i32)))
  (import "host" "drop-note" (func $drop-note (param i32)))

  (func (export "ask-host") (param $text i32) (param $length i32) (result i32)
    (local $result i32)
    (local.set $result (call $malloc (i32.const 12)))
    (call $ask (local.get $text) (local.get $length) (local.get $result))
    (call $free (local.get $text))
    (local.get $result))
  (func (export "post-ask-host") (param $result i32)
    (call $free (i32.load offset=4 (local.get $result)))
    (call $free (local.get $result)))

  (func $note (export "constructor") (param $text i32) (param $length i32) (result i32)
    (local $note i32)
    (local.set $note (call $malloc (i32.const 8)))
    (i32.store (local.get $note) (local.get $text))
    (i32.store offset=4 (local.get $note) (local.get $length))
    (call $new-note (local.get $note)))
  (func (export "text") (param $note i32) (result i32) (local.get $note))
  (func (export "merge") (param $a i32) (param $b i32) (result i32)
    (call $drop-note (local.get $a))
    (call $drop-note (local.get $b))
    (call $note (i32.const 8) (i32.const 0)))
  (func (export "take-note") (param $note i32) (result i32)
    (call $drop-note (local.get $note))
    (local.get $note))

  (func (export "make-lamp") (param $name i32) (param $length i32) (result i32)
    (local $lamp i32)
    (local.set $lamp (call $new-lamp (local.get $name) (local.get $length)))
    (call $free (local.get $name))
    (drop (call $turn (local.get $lamp)))
    (call $drop-lamp (local.get $lamp))
    (local.get $lamp))
  (func (export "take-lamp") (param $lamp i32) (result i32)
    (call $drop-lamp (local.get $lamp))
    (local.get $lamp))
  (func (export "keep-lamp") (param $lamp i32))
  (func (export "return-lamp") (param $lamp i32) (result i32)
    (drop (call $turn (local.get $lamp)))
    (local.get $lamp))
  (func $borrow-lamp (export "borrow-lamp") (param $lamp i32) (result i32)
    (drop (call $turn (local.get $lamp)))
    (call $drop-lamp (local.get $lamp))
    (local.get $lamp))
  (func (export "borrow-lamps") (param $lamps i32) (param $length i32) (result i32)
    (local $i i32)
    (local $lamp i32)
    (local $highest i32)
    (loop $next
      (if (i32.lt_u (local.get $i) (local.get $length))
        (then
          (local.set $lamp (call $borrow-lamp
            (i32.load (i32.add (local.get $lamps) (i32.shl (local.get $i) (i32.const 2))))))
          (if (i32.gt_u (local.get $lamp) (local.get $highest)) (then (local.set $highest (local.get $lamp))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $next))))
    (call $free (local.get $lamps))
    (local.get $highest))

  (func (export "take-all") (param $text i32) (param $length i32) (param $note i32) (param $taken i32)
    (param $lent i32) (param $count i32) (result i32)
    (call $free (local.get $text))
    (call $drop-note (local.get $note))
    (call $drop-lamp (local.get $taken))
    (call $drop-lamp (local.get $lent))
    (local.get $count)))`;

/**
 * Has memory of its own, a resource `note` that lies in it, and uses the host's resource `lamp`. What it is passed it
 * frees and drops, so that nothing is left in use when a call has returned. `make-lamp`, `take-lamp`, `borrow-lamp` and
 * `take-note` return the index that the handle had.
 */
export const guest = encodeComponent(`(component
  (import "ask" (func $ask (param "question" string) (result (result string (error string)))))
  (import "lamp" (type $lamp (sub resource)))
  (import "[constructor]lamp" (func $new-lamp (param "name" string) (result (own $lamp))))
  (import "[method]lamp.turn" (func $turn (param "self" (borrow $lamp)) (result bool)))
  ${libc}
  (core instance $libc (instantiate $Libc))
  (alias core export $libc "memory" (core memory $memory))
  (alias core export $libc "realloc" (core func $realloc))
  ${destructor}
  (core instance $destructor (instantiate $Destructor (with "libc" (instance $libc))))
  (type $note' (resource (rep i32) (dtor (func $destructor "drop-note"))))
  (export $note "note" (type $note'))
  (core func $ask' (canon lower (func $ask) (memory $memory) (realloc $realloc)))
  (core func $new-lamp' (canon lower (func $new-lamp) (memory $memory) (realloc $realloc)))
  (core func $turn' (canon lower (func $turn)))
  (core func $drop-lamp (canon resource.drop $lamp))
  (core func $new-note (canon resource.new $note))
  (core func $drop-note (canon resource.drop $note))
  ${functions}
  (core instance $f (instantiate $Functions (with "libc" (instance $libc)) (with "host" (instance
    (export "ask" (func $ask')) (export "new-lamp" (func $new-lamp')) (export "turn" (func $turn'))
    (export "drop-lamp" (func $drop-lamp)) (export "new-note" (func $new-note))
    (export "drop-note" (func $drop-note))))))
  (func (export "ask-host") (param "question" string) (result (result string (error string)))
    (canon lift (core func $f "ask-host") (memory $memory) (realloc $realloc)
      (post-return (func $f "post-ask-host"))))
  (func (export "[constructor]note") (param "text" string) (result (own $note))
    (canon lift (core func $f "constructor") (memory $memory) (realloc $realloc)))
  (func (export "[method]note.text") (param "self" (borrow $note)) (result string)
    (canon lift (core func $f "text") (memory $memory)))
  (func (export "[static]note.merge") (param "a" (own $note)) (param "b" (own $note)) (result (own $note))
    (canon lift (core func $f "merge")))
  (func (export "take-note") (param "note" (own $note)) (result u32) (canon lift (core func $f "take-note")))
  (func (export "make-lamp") (param "name" string) (result u32)
    (canon lift (core func $f "make-lamp") (memory $memory) (realloc $realloc)))
  (func (export "take-lamp") (param "lamp" (own $lamp)) (result u32) (canon lift (core func $f "take-lamp")))
 (func (export "keep-lamp") (param "lamp" (own $lamp)) (canon lift (core func $f "keep-lamp")))
  (func (export "return-lamp") (param "lamp" (own $lamp)) (result (own $lamp))
    (canon lift (core func $f "return-lamp")))
  (func (export "borrow-lamp") (param "lamp" (borrow $lamp)) (result u32)
    (canon lift (core func $f "borrow-lamp")))
  (func (export "borrow-lamps") (param "lamps" (list (borrow $lamp))) (result u32)
    (canon lift (core func $f "borrow-lamps") (memory $memory) (realloc $realloc)))
  (func (export "take-all") (param "text" string) (param "note" (own $note)) (param "taken" (own $lamp))
    (param "lent" (borrow $lamp)) (param "count" u32) (result u32)
    (canon lift (core func $f "take-all") (memory $memory) (realloc $realloc)))
  (type $order' (record (field "text" string) (field "note" (own $note)) (field "taken" (own $lamp))
    (field "lent" (borrow $lamp)) (field "count" u32)))
  (export $order "order" (type $order'))
  (func (export "take-order") (param "order" $order) (result u32)
    (canon lift (core func $f "take-all") (memory $memory) (realloc $realloc)))
  (func (export "live") (result u32) (canon lift (core func $libc "live")))
  (func (export "pages") (result u32) (canon lift (core func $libc "pages"))))`);
