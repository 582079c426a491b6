import { describe, expect, it } from '@jest/globals';
import { Component, ComponentError, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, errorOf, instantiate, libc, thrownBy, trapOf } from './components.js';

const allocations = Component.compileSync(guestFile('allocations/allocations.wasm'));

describe('post-return', () => {
  it('has run when the call returns, or throws its error', () => {
    const instance = instantiate(allocations);
    expect(call(instance, 'try-strings', 2)).toEqual(['word 0', 'word 1']);
    expect(thrownBy(() => call(instance, 'try-strings', 0))).toBeInstanceOf(ComponentError);
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'calls')).toMatchObject([
      { name: 'try-strings', postReturns: 1 },
      { name: 'try-strings', postReturns: 1 },
    ]);
  });

  it('does not run where the guest was not entered', () => {
    const instance = instantiate(allocations);
    expect(errorOf(() => call(instance, 'make-string', -1))).toBe(
      'TypeError: make-string: count: -1 is not a u32',
    );
    expect(call(instance, 'calls')).toEqual([]);
    expect(call(instance, 'live')).toBe(0);
  });

  it.each<[string, string, string, unknown, unknown[]]>([
    ['no result', '', '', undefined, []],
    ['an i32', '(result i32)', '(result u32)', 7, [7]],
    ['an i64', '(result i64)', '(result u64)', 7n, [7n]],
    ['an f32', '(result f32)', '(result f32)', 7, [7]],
    ['an f64', '(result f64)', '(result f64)', 7, [7]],
  ])('gets %s as the function returned it', (_, core, type, value, passed) => {
    const coreType = core.slice(8, 11);
    const param = core === '' ? '' : `(param ${coreType})`;
    const keep = core === '' ? '' : `(${coreType}.store (i32.const 8) (local.get 0))`;
    const result = core === '' ? '' : `(${coreType}.const 7)`;
    const instance = instantiate(`(component
      (core module $m
        (memory (export "mem") 1)
        (func (export "f") ${core} ${result})
        (func (export "post") ${param} ${keep}
          (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1))))
        (func (export "runs") (result i32) (i32.load (i32.const 0)))
        (func (export "kept") (param $unused i32) ${core === '' ? '(result i32) (i32.const 0)' : `${core} (${coreType}.load (i32.const 8))`}))
      (core instance $i (instantiate $m))
      (func (export "f") ${type} (canon lift (core func $i "f") (post-return (core func $i "post"))))
      (func (export "runs") (result u32) (canon lift (core func $i "runs")))
      (func (export "kept") (param "unused" u32) ${type === '' ? '(result u32)' : type} (canon lift (core func $i "kept"))))`);
    expect(call(instance, 'f')).toBe(value);
    expect(call(instance, 'runs')).toBe(1);
    expect(passed.length === 0 ? [] : [call(instance, 'kept', 0)]).toEqual(passed);
    call(instance, 'f');
    expect(call(instance, 'runs')).toBe(2);
  });

  it('does not run after a result that cannot be lifted', () => {
    const instance = leaving('(func (export "post") (param i32) unreachable)', []);
    expect(trapOf(() => call(instance, 'wild')).code).toBe('string-out-of-bounds');
  });

  it('that traps breaks the instance, though there is a result', () => {
    const instance = leaving('(func (export "post") (param i32) unreachable)', []);
    expect(trapOf(() => call(instance, 'text')).code).toBe('unreachable');
    expect(errorOf(() => call(instance, 'text'))).toBe('Trap: cannot enter component instance');
  });
});

describe('what runs while an instance may not be left', () => {
  it('traps in post-return when it calls the host', () => {
    const seen: string[] = [];
    const instance = leaving('(func (export "post") (param i32) (call $host))', seen);
    const trap = trapOf(() => call(instance, 'text'));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'cannot-leave',
      message: 'cannot leave component instance',
    });
    expect(seen).toEqual([]);
    expect(trapOf(() => call(instance, 'text')).cause).toBe(trap);
  });

  it.each(['new', 'drop'])('traps in post-return when it calls resource.%s', (builtin) => {
    const body = builtin === 'drop' ? '(call $drop (i32.const 1))' : '(drop (call $new (i32.const 1)))';
    const instance = leaving(`(func (export "post") (param i32) ${body})`, []);
    expect(trapOf(() => call(instance, 'text')).message).toBe('cannot leave component instance');
  });

  it('traps in realloc when it calls the host', () => {
    const seen: string[] = [];
    const instance = leaving('(func (export "post") (param i32))', seen);
    const trap = trapOf(() => call(instance, 'measure', 'text'));
    expect(trap.code).toBe('cannot-leave');
    expect(seen).toEqual([]);
    expect(trapOf(() => call(instance, 'text')).cause).toBe(trap);
  });

  it('does not need realloc for what has no bytes', () => {
    const instance = leaving('(func (export "post") (param i32))', []);
    expect(call(instance, 'text')).toBe('');
    expect(call(instance, 'text')).toBe('');
  });
});

/** `text` has this post-return; `measure` has a realloc that calls the host; `wild` returns a wild string. */
function leaving(postReturn: string, seen: string[]): Instance {
  return instantiate(
    `(component
      (import "host" (func $host))
      (core func $host (canon lower (func $host)))
      (type $r (resource (rep i32)))
      (core func $new (canon resource.new $r))
      (core func $drop (canon resource.drop $r))
      ${libc}
      (core module $m
        (import "" "host" (func $host))
        (import "" "new" (func $new (param i32) (result i32)))
        (import "" "drop" (func $drop (param i32)))
        (import "" "mem" (memory 1))
        (data (i32.const 512) "\\ff\\ff\\ff\\ff\\01\\00\\00\\00")
        (func (export "text") (result i32) (i32.const 0))
        (func (export "wild") (result i32) (i32.const 512))
        (func (export "measure") (param i32 i32) (result i32) (local.get 1))
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) (call $host) (i32.const 1024))
        ${postReturn})
      (core instance $i (instantiate $m (with "" (instance
        (export "host" (func $host)) (export "new" (func $new)) (export "drop" (func $drop)) (export "mem" (memory $mem))))))
      (func (export "text") (result string)
        (canon lift (core func $i "text") (memory $mem) (post-return (core func $i "post"))))
      (func (export "wild") (result string)
        (canon lift (core func $i "wild") (memory $mem) (post-return (core func $i "post"))))
      (func (export "measure") (param "text" string) (result u32)
        (canon lift (core func $i "measure") (memory $mem) (realloc (core func $i "realloc")))))`,
    { host: () => void seen.push('called') },
  );
}
