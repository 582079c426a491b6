;; The guest of `world.wit`: a core module in the text format.
(module
  (memory (export "memory") 1)
  (table 1 funcref)

  (func (export "unreachable")
    unreachable)

  (func (export "out-of-bounds") (result i32)
    (i32.load (i32.const 0xfffffff0)))

  (func (export "divide") (param $dividend i32) (param $divisor i32) (result i32)
    (i32.div_s (local.get $dividend) (local.get $divisor)))

  ;; The addition keeps the call from being a tail call.
  (func $recurse (export "stack-overflow") (result i32)
    (i32.add (call $recurse) (i32.const 1)))

  (func (export "null-function")
    (call_indirect (i32.const 0)))

  ;; Its result is at 16: a pointer past the end of the memory, and a length of 5.
  (data (i32.const 16) "\00\00\ff\ff\05\00\00\00")
  (func (export "wild-string") (result i32)
    (i32.const 16))

  (func (export "double") (param $number i32) (result i32)
    (i32.mul (local.get $number) (i32.const 2)))
)
