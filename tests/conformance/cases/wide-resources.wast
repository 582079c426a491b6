;; A resource that is represented by 64 bits: no bit of them is lost on the way to a handle, back, and to the destructor.

(component
  (core module $State
    (global $ended (mut i64) (i64.const 0))
    (func (export "dtor") (param i64) (global.set $ended (local.get 0)))
    (func (export "ended") (result i64) (global.get $ended)))
  (core instance $state (instantiate $State))
  (type $thing' (resource (rep i64) (dtor (core func $state "dtor"))))
  (core func $new (canon resource.new $thing'))
  (core func $rep (canon resource.rep $thing'))
  (core func $drop (canon resource.drop $thing'))
  (core module $M
    (import "" "new" (func $new (param i64) (result i32)))
    (import "" "rep" (func $rep (param i32) (result i64)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "there-and-back") (param i64) (result i64) (call $rep (call $new (local.get 0))))
    (func (export "end") (param i64) (call $drop (call $new (local.get 0)))))
  (core instance $m (instantiate $M (with "" (instance
    (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
  (func (export "there-and-back") (param "rep" u64) (result u64) (canon lift (core func $m "there-and-back")))
  (func (export "end") (param "rep" u64) (canon lift (core func $m "end")))
  (func (export "ended") (result u64) (canon lift (core func $state "ended"))))

(assert_return (invoke "there-and-back" (u64.const 0)) (u64.const 0))
(assert_return (invoke "there-and-back" (u64.const 5)) (u64.const 5))
(assert_return (invoke "there-and-back" (u64.const 0xffff_ffff_ffff_ffff)) (u64.const 0xffff_ffff_ffff_ffff))
(assert_return (invoke "end" (u64.const 0x8000_0000_0000_0001)))
(assert_return (invoke "ended") (u64.const 0x8000_0000_0000_0001))
(assert_return (invoke "end" (u64.const 7)))
(assert_return (invoke "ended") (u64.const 7))
