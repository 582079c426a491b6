;; The guest of `world.wit`. It does as little as it can: what is measured is the way to it and back.
;;
;; Memory: results are stored at 16, what the host gives at 96, what it takes stands at 128; counters are from 1024 on, and
;; what realloc hands out from 65536 on.
(module
  (import "bench:calls/host" "add" (func $host-add (param i32 i32) (result i32)))
  (import "bench:calls/host" "take" (func $host-take (param i32 i32)))
  (import "bench:calls/host" "give" (func $host-give (param i32)))
  (import "[export]bench:calls/counters" "[resource-new]counter" (func $counter-new (param i32) (result i32)))

  (memory (export "memory") 2)
  (data (i32.const 128) "hello, world")

  ;; Where the next piece of memory begins.
  (global $top (mut i32) (i32.const 65536))

  ;; Hands out one piece after another; all of them are given back at once.
  (func (export "cabi_realloc") (param $old i32) (param $old-size i32) (param $alignment i32) (param $size i32) (result i32)
    (local $pointer i32)
    (if (i32.and (i32.ne (local.get $old) (i32.const 0)) (i32.le_u (local.get $size) (local.get $old-size)))
      (then (return (local.get $old))))
    (local.set $pointer
      (i32.and
        (i32.add (global.get $top) (i32.sub (local.get $alignment) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $alignment))))
    (global.set $top (i32.add (local.get $pointer) (local.get $size)))
    (if (i32.gt_u (global.get $top) (i32.mul (memory.size) (i32.const 65536)))
      (then (drop (memory.grow (i32.add (i32.const 1) (i32.div_u (local.get $size) (i32.const 32768)))))))
    (if (local.get $old)
      (then (memory.copy (local.get $pointer) (local.get $old) (local.get $old-size))))
    (local.get $pointer))

  (func $free
    (global.set $top (i32.const 65536)))

  (func
    (export "cabi_post_bench:calls/values#echo-string")
    (export "cabi_post_bench:calls/values#echo-bytes")
    (export "cabi_post_bench:calls/values#echo-numbers")
    (export "cabi_post_bench:calls/values#echo-strings")
    (export "cabi_post_bench:calls/values#echo-mixed")
    (export "cabi_post_bench:calls/values#echo-items")
    (export "cabi_post_bench:calls/values#echo-shapes")
    (param i32)
    (call $free))

  (func (export "bench:calls/values#add-u32") (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1)))

  (func (export "bench:calls/values#add-u64") (param i64 i64) (result i64)
    (i64.add (local.get 0) (local.get 1)))

  ;; A pointer and a length.
  (func
    (export "bench:calls/values#echo-string")
    (export "bench:calls/values#echo-bytes")
    (export "bench:calls/values#echo-numbers")
    (export "bench:calls/values#echo-strings")
    (export "bench:calls/values#echo-items")
    (export "bench:calls/values#echo-shapes")
    (param i32 i32) (result i32)
    (i32.store (i32.const 16) (local.get 0))
    (i32.store (i32.const 20) (local.get 1))
    (i32.const 16))

  (func (export "bench:calls/values#echo-mixed")
    (param $id i32) (param $name i32) (param $name-length i32) (param $price f64) (param $count i32) (param $active i32)
    (param $initial i32) (param $total i64) (param $color i32) (result i32)
    (i32.store (i32.const 16) (local.get $id))
    (i32.store (i32.const 20) (local.get $name))
    (i32.store (i32.const 24) (local.get $name-length))
    (f64.store (i32.const 32) (local.get $price))
    (i32.store16 (i32.const 40) (local.get $count))
    (i32.store8 (i32.const 42) (local.get $active))
    (i32.store (i32.const 44) (local.get $initial))
    (i64.store (i32.const 48) (local.get $total))
    (i32.store8 (i32.const 56) (local.get $color))
    (i32.const 16))

  (func (export "bench:calls/values#echo-vector") (param f64 f64) (result i32)
    (f64.store (i32.const 16) (local.get 0))
    (f64.store (i32.const 24) (local.get 1))
    (i32.const 16))

  (func (export "bench:calls/values#echo-shape") (param i32 f64) (result i32)
    (i32.store8 (i32.const 16) (local.get 0))
    (f64.store (i32.const 24) (local.get 1))
    (i32.const 16))

  ;; A discriminant and a u32.
  (func
    (export "bench:calls/values#echo-option")
    (export "bench:calls/values#echo-result")
    (param i32 i32) (result i32)
    (i32.store8 (i32.const 16) (local.get 0))
    (i32.store (i32.const 20) (local.get 1))
    (i32.const 16))

  (func (export "bench:calls/values#echo-tuple") (param i32 f64 i32) (result i32)
    (i32.store (i32.const 16) (local.get 0))
    (f64.store (i32.const 24) (local.get 1))
    (i32.store8 (i32.const 32) (local.get 2))
    (i32.const 16))

  (func (export "bench:calls/values#echo-permissions") (param i32) (result i32)
    (local.get 0))

  (func (export "bench:calls/callbacks#call-add") (param $times i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum (call $host-add (local.get $sum) (local.get $times)))
      (br_if $next (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $sum))

  (func (export "bench:calls/callbacks#call-take") (param $times i32)
    (loop $next
      (call $host-take (i32.const 128) (i32.const 12))
      (br_if $next (local.tee $times (i32.sub (local.get $times) (i32.const 1))))))

  (func (export "bench:calls/callbacks#call-give") (param $times i32) (result i32)
    (local $sum i32)
    (loop $next
      (call $host-give (i32.const 96))
      (local.set $sum (i32.add (local.get $sum) (i32.load (i32.const 100))))
      (call $free)
      (br_if $next (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $sum))

  ;; A counter is 4 bytes: what it counts, or the next free one.
  (global $free-counter (mut i32) (i32.const 0))
  (global $counters-end (mut i32) (i32.const 1024))

  (func (export "bench:calls/counters#[constructor]counter") (param $start i32) (result i32)
    (local $counter i32)
    (if (global.get $free-counter)
      (then
        (local.set $counter (global.get $free-counter))
        (global.set $free-counter (i32.load (local.get $counter))))
      (else
        (local.set $counter (global.get $counters-end))
        (global.set $counters-end (i32.add (local.get $counter) (i32.const 4)))))
    (i32.store (local.get $counter) (local.get $start))
    (call $counter-new (local.get $counter)))

  (func (export "bench:calls/counters#[method]counter.add") (param $counter i32) (param $n i32) (result i32)
    (local $sum i32)
    (local.set $sum (i32.add (i32.load (local.get $counter)) (local.get $n)))
    (i32.store (local.get $counter) (local.get $sum))
    (local.get $sum))

  (func (export "bench:calls/counters#[dtor]counter") (param $counter i32)
    (i32.store (local.get $counter) (global.get $free-counter))
    (global.set $free-counter (local.get $counter)))
)
