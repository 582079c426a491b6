;; Results of functions, and options in options: what the reference tests return least of.

(component
  (core module $M
    (memory (export "mem") 1)
    ;; result<u32, string>: a case and, at 4, its payload
    (data (i32.const 0x10) "\00\00\00\00" "\2a\00\00\00")
    (data (i32.const 0x20) "\01\00\00\00" "\80\00\00\00" "\04\00\00\00")
    ;; option<option<u16>>
    (data (i32.const 0x30) "\00\00" "\ff\ff" "\ff\ff")
    (data (i32.const 0x40) "\01\00" "\00\ff" "\ff\ff")
    (data (i32.const 0x50) "\01\00" "\01\00" "\07\00")
    ;; list<option<string>>
    (data (i32.const 0x60) "\90\00\00\00" "\02\00\00\00")
    (data (i32.const 0x80) "oh \21")
    (data (i32.const 0x90) "\00\ff\ff\ff" "\ff\ff\ff\ff" "\ff\ff\ff\ff" "\01\00\00\00" "\80\00\00\00" "\02\00\00\00")
    (func (export "same") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M))
  (func (export "result") (param "at" u32) (result (result u32 (error string)))
    (canon lift (core func $m "same") (memory (core memory $m "mem"))))
  (func (export "option-of-option") (param "at" u32) (result (option (option u16)))
    (canon lift (core func $m "same") (memory (core memory $m "mem"))))
  (func (export "list-of-options") (param "at" u32) (result (list (option string)))
    (canon lift (core func $m "same") (memory (core memory $m "mem"))))
  (func (export "bare-result") (param "case" u32) (result (result))
    (canon lift (core func $m "same"))))

(assert_return (invoke "result" (u32.const 0x10)) (result.ok (u32.const 42)))
(assert_return (invoke "result" (u32.const 0x20)) (result.err (str.const "oh !")))
(assert_return (invoke "option-of-option" (u32.const 0x30)) (option.none))
(assert_return (invoke "option-of-option" (u32.const 0x40)) (option.some (option.none)))
(assert_return (invoke "option-of-option" (u32.const 0x50)) (option.some (option.some (u16.const 7))))
(assert_return (invoke "list-of-options" (u32.const 0x60)) (list.const (option.none) (option.some (str.const "oh"))))
(assert_return (invoke "bare-result" (u32.const 0)) (result.ok))
(assert_return (invoke "bare-result" (u32.const 1)) (result.err))
(assert_trap (invoke "bare-result" (u32.const 2)) "invalid variant discriminant")
(assert_trap (invoke "bare-result" (u32.const 0)) "cannot enter component instance")
