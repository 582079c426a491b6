;; What a function is passed: flat, and by way of memory where there are more than 16 flat parameters.

(component definition $Echo
  (core module $M
    (memory (export "mem") 1)
    (global $next (mut i32) (i32.const 0x100))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $start i32)
      (local.set $start (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
      (global.set $next (i32.add (local.get $start) (local.get $size)))
      (local.get $start))
    ;; Stores three words, and returns where they are.
    (func (export "store3") (param i32 i32 i32) (result i32)
      (i32.store (i32.const 0) (local.get 0))
      (i32.store (i32.const 4) (local.get 1))
      (i32.store (i32.const 8) (local.get 2))
      (i32.const 0))
    (func (export "same") (param i32) (result i32) (local.get 0))
    (func (export "negate") (param i64) (result i64) (i64.sub (i64.const 0) (local.get 0))))
  (core instance $m (instantiate $M))
  (alias core export $m "mem" (core memory $mem))
  (alias core export $m "realloc" (core func $realloc))

  (type $many (tuple u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8 u8))
  (func (export "option") (param "value" (option string)) (result (option string))
    (canon lift (core func $m "store3") (memory $mem) (realloc $realloc)))
  (func (export "variant") (param "value" (result (tuple u32 u32) (error string))) (result (result (tuple u32 u32) (error string)))
    (canon lift (core func $m "store3") (memory $mem) (realloc $realloc)))
  (func (export "by-memory") (param "value" $many) (result $many)
    (canon lift (core func $m "same") (memory $mem) (realloc $realloc)))
  (type $set-of-letters (flags "a" "b-c" "d"))
  (export $letters "letters" (type $set-of-letters))
  (func (export "flags") (param "value" $letters) (result $letters)
    (canon lift (core func $m "same")))
  (func (export "negate") (param "value" s64) (result s64)
    (canon lift (core func $m "negate"))))

(component instance $one $Echo)
(assert_return (invoke "option" (option.none)) (option.none))
(assert_return (invoke "option" (option.some (str.const ""))) (option.some (str.const "")))
(assert_return (invoke "option" (option.some (str.const "☃"))) (option.some (str.const "☃")))
(assert_return (invoke "flags" (flags.const "b-c")) (flags.const "b-c"))
(assert_return (invoke "negate" (s64.const -9223372036854775807)) (s64.const 9223372036854775807))
(assert_return (invoke "negate" (s64.const -9223372036854775808)) (s64.const -9223372036854775808))
(assert_return
  (invoke "variant" (result.ok (tuple.const (u32.const 1) (u32.const 0xffffffff))))
  (result.ok (tuple.const (u32.const 1) (u32.const 0xffffffff))))
(assert_return (invoke "variant" (result.err (str.const "no"))) (result.err (str.const "no")))

(component instance $two $Echo)
(assert_return
  (invoke "by-memory" (tuple.const
    (u8.const 1) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5) (u8.const 6) (u8.const 7) (u8.const 8) (u8.const 9)
    (u8.const 10) (u8.const 11) (u8.const 12) (u8.const 13) (u8.const 14) (u8.const 15) (u8.const 16) (u8.const 17)))
  (tuple.const
    (u8.const 1) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5) (u8.const 6) (u8.const 7) (u8.const 8) (u8.const 9)
    (u8.const 10) (u8.const 11) (u8.const 12) (u8.const 13) (u8.const 14) (u8.const 15) (u8.const 16) (u8.const 17)))
(assert_return (invoke $one "negate" (s64.const 1)) (s64.const -1))
