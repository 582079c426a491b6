/** A guest with a resource of its own. */
import { compileText } from './components.js';

/**
 * A resource `thing` whose representation is a number; the destructor keeps the last one, counts, and calls the host's
 * `ending`. `visit` calls the host's `visited`.
 */
export const things = compileText(`(component
  (import "ending" (func $ending (param "rep" u32)))
  (import "visited" (func $visited))
  (core func $ending (canon lower (func $ending)))
  (core func $visited (canon lower (func $visited)))
  (core module $State
    (import "" "ending" (func $ending (param i32)))
    (global $drops (mut i32) (i32.const 0))
    (func (export "drops") (result i32) (global.get $drops))
    (func (export "dtor") (param i32)
      (global.set $drops (i32.add (global.get $drops) (i32.const 1)))
      (call $ending (local.get 0))
      (if (i32.eq (local.get 0) (i32.const 666)) (then unreachable))))
  (core instance $state (instantiate $State (with "" (instance (export "ending" (func $ending))))))
  (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
  (export $thing "thing" (type $thing'))
  (core func $new (canon resource.new $thing))
  (core func $rep (canon resource.rep $thing))
  (core func $drop (canon resource.drop $thing))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "rep" (func $rep (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (import "" "visited" (func $visited))
    (func (export "constructor") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "value") (param i32) (result i32) (local.get 0))
    (func (export "visit") (param i32) (call $visited))
    (func (export "take") (param i32) (result i32) (local.get 0))
    (func (export "give") (param i32) (result i32) (local.get 0))
    (func (export "end") (param i32) (call $drop (local.get 0)))
    (func (export "merge") (param i32 i32) (result i32)
      (call $new (i32.add (call $rep (local.get 0)) (call $rep (local.get 1))))
      (call $drop (local.get 0))
      (call $drop (local.get 1)))
    (func (export "mix") (param i32 i32) (result i32)
      (i32.add (local.get 0) (call $rep (local.get 1))))
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "trap") unreachable))
  (core instance $m (instantiate $M (with "" (instance
    (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop)) (export "visited" (func $visited))))))
  (func (export "[constructor]thing") (param "value" u32) (result (own $thing)) (canon lift (core func $m "constructor")))
  (func (export "[method]thing.value-of") (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "value")))
  (func (export "[method]thing.visit") (param "self" (borrow $thing)) (canon lift (core func $m "visit")))
  (func (export "[static]thing.merge") (param "a" (own $thing)) (param "b" (own $thing)) (result (own $thing))
    (canon lift (core func $m "merge")))
  (func (export "take") (param "thing" (own $thing)) (result u32) (canon lift (core func $m "take")))
  (func (export "give") (param "index" u32) (result (own $thing)) (canon lift (core func $m "give")))
  (func (export "end") (param "thing" (own $thing)) (canon lift (core func $m "end")))
  (func (export "mix") (param "a" (borrow $thing)) (param "b" (own $thing)) (result u32) (canon lift (core func $m "mix")))
  (func (export "add") (param "a" (borrow $thing)) (param "b" (borrow $thing)) (result u32) (canon lift (core func $m "add")))
  (func (export "drops") (result u32) (canon lift (core func $state "drops")))
  (func (export "trap") (canon lift (core func $m "trap"))))`);
