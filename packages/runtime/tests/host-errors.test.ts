import { describe, expect, it } from '@jest/globals';
import { ComponentError, Linker, Trap, type ImportObject, type Instance } from '@wit-bindgen-ts/runtime';
import { call, compileText, errorOf, instantiate, libc, thrownBy, trapOf } from './components.js';
import { echoing } from './echoing.js';

describe('a host function whose result has an error', () => {
  it.each<[string, unknown, unknown]>([
    ['a ComponentError', new ComponentError('full'), 'full'],
    ['a plain value', 'full', 'full'],
    ['an object with a payload', { payload: 'full' }, 'full'],
    ['an error with a payload', Object.assign(new Error('other'), { payload: 'full' }), 'full'],
    ['an error, whose message is the string', new Error('full'), 'full'],
    ['an error of a class of its own', new (class extends TypeError {})('full'), 'full'],
  ])('gives it by throwing %s', (_, thrown, payload) => {
    const error = thrownBy(() => call(fallible('string', throwing(thrown)), 'try'));
    expect(error).toBeInstanceOf(ComponentError);
    expect(error).toHaveProperty('payload', payload);
    expect(error).toHaveProperty('message', 'full');
  });

  it('gives a payload of any type', () => {
    const record = { code: 7 };
    const instance = fallible('(record (field "code" u32))', throwing(record));
    const error = thrownBy(() => call(instance, 'try'));
    expect(error).toHaveProperty('payload', { code: 7 });
    expect(error).toHaveProperty('message', 'the function returned an error: {"code":7}');
    expect(thrownBy(() => call(instance, 'try'))).toHaveProperty('payload', { code: 7 });
  });

  it('without a payload gives none, whatever plain value is thrown', () => {
    const instance = fallible(undefined, throwing(undefined));
    expect(thrownBy(() => call(instance, 'try'))).toHaveProperty('payload', undefined);
    expect(errorOf(() => call(instance, 'try'))).toBe(
      'ComponentError: the function returned an error: undefined',
    );
  });

  it('of another type than a string traps with other errors, which are the cause', () => {
    const mistake = new RangeError('a mistake');
    const instance = fallible('u32', throwing(mistake));
    const trap = trapOf(() => call(instance, 'try'));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'host-error',
      message: 'host error: RangeError: a mistake',
    });
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => call(instance, 'try')).cause).toBe(trap);
  });

  it('passes traps through the guest, whatever its error is', () => {
    const trap = new Trap('unreachable', 'of another guest');
    expect(thrownBy(() => call(fallible('string', throwing(trap)), 'try'))).toBe(trap);
  });

  it('refuses a payload of another type', () => {
    expect(errorOf(() => call(fallible('u32', throwing('seven')), 'try'))).toMatchInlineSnapshot(
      `"Trap: host error: TypeError: try: result.err: "seven" is not a u32"`,
    );
  });

  it('gives back what it returns', () => {
    expect(
      call(
        fallible('string', () => 7),
        'try',
      ),
    ).toBe(7);
  });
});

describe('a host function whose result has no error', () => {
  it.each([
    ['an error', new Error('broken'), 'Error: broken'],
    ['a ComponentError', new ComponentError('x'), 'ComponentError: x'],
    ['a value', 5, '5'],
    ['an object', { payload: 5 }, '[object Object]'],
    ['an object without a prototype', Object.create(null), '[object Object]'],
    [
      'an error that cannot be shown',
      Object.assign(new Error('x'), { toString: 5, name: Symbol('x') }),
      undefined,
    ],
  ])('traps with %s as the cause', (_, thrown, shown = 'an error that cannot be shown') => {
    const instance = instantiate(echoing('u32'), { echo: throwing(thrown) });
    const trap = trapOf(() => call(instance, 'echo', 1));
    expect(trap.message).toBe(`host error: ${shown}`);
    expect(trap.cause).toBe(thrown);
    const after = trapOf(() => call(instance, 'echo', 1));
    expect(after.message).toBe('cannot enter component instance');
    expect(after.cause).toBe(trap);
  });
});

describe('the error of a function', () => {
  it('says what it can of a payload that is not data', () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(new ComponentError(circular).message).toBe('the function returned an error: [object Object]');
    expect(new ComponentError({ tag: 'size', val: 5n }).message).toBe(
      'the function returned an error: {"tag":"size","val":"5"}',
    );
  });
});

/** Calls the host's `try`, whose result is a u32 or an error, and returns the result. */
function fallible(error: string | undefined, host: () => unknown): Instance {
  const errorCase = error === undefined ? '' : '(error $e)';
  const imports: ImportObject = { try: host };
  const component = compileText(`(component
    (type $e' ${error ?? 'u8'})
    (import "e" (type $e (eq $e')))
    (type $r (result u32 ${errorCase}))
    (import "try" (func $try (result $r)))
    ${libc}
    (core func $try (canon lower (func $try) (memory $mem) (realloc $realloc)))
    (core module $m
      (import "" "try" (func $try (param i32)))
      (func (export "try") (result i32) (call $try (i32.const 512)) (i32.const 512)))
    (core instance $i (instantiate $m (with "" (instance (export "try" (func $try))))))
    (func (export "try") (result $r) (canon lift (core func $i "try") (memory $mem))))`);
  return new Linker().define(imports).instantiatePre(component).instantiateSync();
}

function throwing(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}
