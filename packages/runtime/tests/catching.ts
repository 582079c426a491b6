import { compileText } from './components.js';

/** A guest with exception handling: `g` catches everything that the host's `f` throws, and calls `f` again. */
export const catching = compileText(`(component
  (import "f" (func $f))
  (core func $f (canon lower (func $f)))
  (type $r (resource (rep i32)))
  (core func $rep (canon resource.rep $r))
  (core func $drop (canon resource.drop $r))
  (core module $m
    (import "" "f" (func $f))
    (import "" "rep" (func $rep (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "g") (result i32)
      try (call $f) catch_all end
      try (call $f) catch_all end
      (i32.const 2))
    (func (export "rep") (result i32) try (result i32) (call $rep (i32.const 1)) catch_all (i32.const 3) end)
    (func (export "drop") (result i32) try (call $drop (i32.const 1)) catch_all end (i32.const 3))
    (func (export "one") (result i32) (i32.const 1))
    (func (export "post") (param i32) try (call $f) catch_all end))
  (core instance $i (instantiate $m (with "" (instance
    (export "f" (func $f)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
  (func (export "g") (result u32) (canon lift (core func $i "g")))
  (func (export "rep") (result u32) (canon lift (core func $i "rep")))
  (func (export "drop") (result u32) (canon lift (core func $i "drop")))
  (func (export "one") (result u32) (canon lift (core func $i "one")))
  (func (export "posted") (result u32) (canon lift (core func $i "one") (post-return (core func $i "post")))))`);
