;; Components that import what earlier ones of a script export: functions, resources and core modules.

(component definition $Counters
  (core module $M
    (global $alive (mut i32) (i32.const 0))
    (func (export "made") (global.set $alive (i32.add (global.get $alive) (i32.const 1))))
    (func (export "dropped") (param i32) (global.set $alive (i32.sub (global.get $alive) (i32.const 1))))
    (func (export "alive") (result i32) (global.get $alive))
    (func (export "value") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M))
  (type $counter' (resource (rep i32) (dtor (core func $m "dropped"))))
  (export $counter "counter" (type $counter'))
  (canon resource.new $counter (core func $new))
  (core module $Make
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "made" (func $made))
    (func (export "make") (param i32) (result i32) (call $made) (call $new (local.get 0))))
  (core instance $make (instantiate $Make (with "" (instance
    (export "new" (func $new))
    (export "made" (func $m "made"))))))
  (func (export "[constructor]counter") (param "value" u32) (result (own $counter))
    (canon lift (core func $make "make")))
  (func (export "[method]counter.value") (param "self" (borrow $counter)) (result u32)
    (canon lift (core func $m "value")))
  (func (export "alive") (result u32) (canon lift (core func $m "alive")))
  (core module (export "double")
    (func (export "double") (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))))

(component definition $Shop
  (import "counters" (instance $counters
    (export "counter" (type $counter (sub resource)))
    (export "[constructor]counter" (func (param "value" u32) (result (own $counter))))
    (export "[method]counter.value" (func (param "self" (borrow $counter)) (result u32)))
    (export "double" (core module (export "double" (func (param i32) (result i32)))))))
  (alias export $counters "counter" (type $counter))
  (alias export $counters "double" (core module $Double))
  (core instance $double (instantiate $Double))
  (canon lower (func $counters "[constructor]counter") (core func $make))
  (canon lower (func $counters "[method]counter.value") (core func $value))
  (canon resource.drop $counter (core func $drop))
  (core module $M
    (import "" "make" (func $make (param i32) (result i32)))
    (import "" "value" (func $value (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (import "" "double" (func $double (param i32) (result i32)))
    (func (export "keep") (param i32) (result i32) (call $value (call $make (call $double (local.get 0)))))
    (func (export "drop") (param i32) (call $drop (local.get 0))))
  (core instance $m (instantiate $M (with "" (instance
    (export "make" (func $make))
    (export "value" (func $value))
    (export "drop" (func $drop))
    (export "double" (func $double "double"))))))
  (func (export "keep") (param "value" u32) (result u32) (canon lift (core func $m "keep")))
  (func (export "drop") (param "handle" u32) (canon lift (core func $m "drop"))))

;; An instance by its own name, which two share.
(component instance $counters $Counters)
(component instance $one $Shop)
(component instance $two $Shop)
(assert_return (invoke $one "keep" (u32.const 21)) (u32.const 42))
(assert_return (invoke $two "keep" (u32.const 4)) (u32.const 8))
(assert_return (invoke $counters "alive") (u32.const 2))
(assert_return (invoke $two "drop" (u32.const 1)))
(assert_return (invoke $counters "alive") (u32.const 1))
(assert_trap (invoke $two "drop" (u32.const 1)) "unknown handle index 1")
(assert_return (invoke $one "drop" (u32.const 1)))
(assert_return (invoke $counters "alive") (u32.const 0))

;; A registered one comes first.
(component instance $others $Counters)
(register "counters")
(component instance $three $Shop)
(assert_return (invoke $three "keep" (u32.const 1)) (u32.const 2))
(assert_return (invoke $others "alive") (u32.const 1))
(assert_return (invoke $counters "alive") (u32.const 0))

(assert_unlinkable
  (component (import "counters" (instance (export "count" (func)))))
  "was not found")
(assert_unlinkable
  (component (import "counters" (instance (export "alive" (func (result string))))))
  "type mismatch")
(assert_unlinkable
  (component (import "counters" (instance (export "double" (core module (export "triple" (func)))))))
  "module export `triple` not defined")
