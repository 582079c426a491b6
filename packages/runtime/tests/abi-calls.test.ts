import { describe, expect, it } from '@jest/globals';
import { lifterOf } from '../src/abi/lift/lifter-of.js';
import { lowererOf } from '../src/abi/lower/lowerer-of.js';
import { functionPlanOf } from '../src/abi/plan/function-plan.js';
import { valuePlanOf } from '../src/abi/plan/value-plan-of.js';
import { paramsLifter, paramsLowerer, resultLifter, resultLowerer } from '../src/abi/values.js';
import { CompileError } from '../src/errors/compile-error.js';
import type { ValType } from '../src/types/val-type.js';
import { FakeGuest } from './abi-guest.js';
import { trapOf } from './abi-values.js';
import { func, list, option, record, string, tuple, u32, u64, u8 } from '@wit-bindgen-ts/runtime/codegen/v1';

const nothing = functionPlanOf(func({}));

describe('parameters', () => {
  const few = functionPlanOf(func({ a: u32, b: string, c: option(u64) }));
  const many = functionPlanOf(func({ first: u8, rest: list(u32, 16), name: string }));

  it('of 16 core values or fewer go one by one', () => {
    const guest = new FakeGuest();
    const core = paramsLowerer(few).lower(guest, [1, 'abc', 5n]);
    expect(core).toEqual([1, 1024, 3, 1, 5n]);
    expect(paramsLifter(few)(guest, core)).toEqual([1, 'abc', 5n]);
  });

  it('of more go through memory', () => {
    const guest = new FakeGuest();
    const rest = Array.from({ length: 16 }, (_, index) => index);
    const core = paramsLowerer(many).lower(guest, [7, rest, 'abc']);
    expect(core).toEqual([1024]);
    expect(guest.trace).toEqual(['0, 0, 4, 76', '0, 0, 1, 3']);
    expect(paramsLifter(many)(guest, core)).toEqual([7, rest, 'abc']);
  });

  it.each([
    [2, 'pointer-unaligned: wasm trap: unaligned pointer'],
    [65536 - 72, 'pointer-out-of-bounds: wasm trap: pointer out of bounds of memory'],
    [-4, 'pointer-out-of-bounds: wasm trap: pointer out of bounds of memory'],
  ])('trap at the pointer %i', (pointer, message) => {
    expect(trapOf(() => paramsLifter(many)(new FakeGuest(), [pointer]))).toBe(message);
  });

  it('trap when realloc has no room for them', () => {
    const guest = new FakeGuest();
    guest.answer = () => 65536 - 72;
    const lower = (): unknown => paramsLowerer(many).lower(guest, [7, new Array(16).fill(0), '']);
    expect(trapOf(lower)).toBe('realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory');
  });

  it('trap when they are more than realloc can be asked for', () => {
    const huge = functionPlanOf(func({ p: list(u64, 2 ** 30) }));
    expect(trapOf(() => paramsLowerer(huge).lower(new FakeGuest(), [[]]))).toBe(
      'realloc-out-of-bounds: wasm trap: realloc cannot be asked for 8589934592 bytes',
    );
  });

  it('are none for a function without', () => {
    expect(paramsLowerer(nothing).lower(new FakeGuest(), [])).toEqual([]);
    expect(paramsLifter(nothing)(new FakeGuest(), [])).toEqual([]);
  });
});

describe('a result', () => {
  const single = functionPlanOf(func({}, record({ only: u32 })));
  const text = functionPlanOf(func({}, tuple(string, u32)));

  it('of one core value is passed as it is', () => {
    const guest = new FakeGuest();
    expect(resultLowerer(single).lower(guest, { only: 5 }, [])).toBe(5);
    expect(resultLifter(single)(guest, 5)).toEqual({ only: 5 });
    expect(resultLifter(functionPlanOf(func({}, u32)))(guest, -1)).toBe(4294967295);
  });

  it('of more goes through memory, to where the last argument points', () => {
    const guest = new FakeGuest();
    expect(resultLowerer(text).lower(guest, ['abc', 9], [1, 2, 64])).toBeUndefined();
    expect(resultLifter(text)(guest, 64)).toEqual(['abc', 9]);
  });

  it.each([
    [2, 'pointer-unaligned: wasm trap: unaligned pointer'],
    [65536 - 8, 'pointer-out-of-bounds: wasm trap: pointer out of bounds of memory'],
  ])('traps at the pointer %i', (pointer, message) => {
    const guest = new FakeGuest();
    expect(trapOf(() => resultLifter(text)(guest, pointer))).toBe(message);
    expect(trapOf(() => resultLowerer(text).lower(guest, ['', 0], [pointer]))).toBe(message);
    expect(guest.calls).toEqual([]);
  });

  it('is undefined for a function without', () => {
    expect(resultLowerer(nothing).lower(new FakeGuest(), 5, [])).toBeUndefined();
    expect(resultLifter(nothing)(new FakeGuest(), undefined)).toBeUndefined();
  });
});

describe('a guest that points to the same bytes again and again', () => {
  const nested = functionPlanOf(func({}, list(list(list(list(u8))))));

  it('traps before its values are more than the host is to hold', () => {
    const guest = new FakeGuest();
    guest.maxTransferBytes = 8_000_000;
    // The elements of every list are at 0, where each is a pointer to 0 and the length 2.
    for (let at = 0; at < 65536; at += 8) guest.memory.data.setUint32(at + 4, 2, true);
    const lift = (length: number) => {
      return () => {
        guest.memory.data.setUint32(65536 - 4, length, true);
        return resultLifter(nested)(guest, 65536 - 8);
      };
    };
    expect(trapOf(lift(8191))).toBe(
      'transfer-too-large: the values of one call come to more than 8000000 bytes',
    );
    // Each call has the whole budget.
    expect(lift(4000)).not.toThrow();
    expect(lift(4000)).not.toThrow();
  });
});

describe('a memory with 64-bit addresses', () => {
  const greet = functionPlanOf(func({ names: list(string) }, string), 'i64');

  it('has pointers and lengths of 64 bits', () => {
    const guest = new FakeGuest();
    const core = paramsLowerer(greet).lower(guest, [['ada', 'bob']]);
    expect(core).toEqual([1024n, 2n]);
    expect(paramsLifter(greet)(guest, core)).toEqual([['ada', 'bob']]);
    expect(resultLowerer(greet).lower(guest, 'hi', [0n, 0n, 64n])).toBeUndefined();
    expect(resultLifter(greet)(guest, 64n)).toBe('hi');
  });

  it.each([0x8000_0003n, 0x8000_0000_8000_0003n, 0x4000_0000_0000_0003n])(
    'traps at the packed length %i, which would be another one in 32 bits',
    (length) => {
      const lift = paramsLifter(functionPlanOf(func({ p: string }), 'i64'));
      expect(trapOf(() => lift(new FakeGuest('latin1+utf16'), [0n, length]))).toMatch(/^string-too-long: /);
    },
  );

  it('has lists as long as one with 32-bit addresses, though their elements are larger', () => {
    const check = (length: number) => {
      const lowerer = paramsLowerer(functionPlanOf(func({ p: list(option(string)) }), 'i64'));
      return () => lowerer.check(new FakeGuest(), 'f', [{ length }]);
    };
    const longest = Math.floor((2 ** 28 - 1) / 12);
    expect(check(longest)).not.toThrow();
    expect(check(longest + 1)).toThrow(
      new TypeError(`f: p: a list of ${longest + 1} elements of 12 bytes is too long`),
    );
  });

  it('traps at a pointer beyond every number', () => {
    expect(trapOf(() => resultLifter(greet)(new FakeGuest(), -8n))).toBe(
      'pointer-out-of-bounds: wasm trap: pointer out of bounds of memory',
    );
  });
});

describe('types whose values cannot cross yet', () => {
  it.each<[ValType, string]>([
    [{ kind: 'stream', element: u8 }, 'streams'],
    [{ kind: 'future' }, 'futures'],
    [{ kind: 'error-context' }, 'error-contexts'],
  ])('%j', (type, plural) => {
    const problem = {
      code: 'unsupported-type',
      message: `${plural} are not supported yet`,
      where: `type ${type.kind}`,
    };
    const plan = valuePlanOf(list(type));
    expect(() => lifterOf(plan)).toThrow(new CompileError([problem]));
    expect(() => lowererOf(plan)).toThrow(new CompileError([problem]));
  });
});

describe('a plan, a lifter and a lowerer', () => {
  it('are made once for each type object and type of address', () => {
    const type = record({ a: u8 });
    expect(valuePlanOf(type)).toBe(valuePlanOf(type));
    expect(valuePlanOf(type)).not.toBe(valuePlanOf(type, 'i64'));
    expect(lifterOf(valuePlanOf(type))).toBe(lifterOf(valuePlanOf(type)));
    expect(lowererOf(valuePlanOf(type))).toBe(lowererOf(valuePlanOf(type)));
    expect(functionPlanOf(nothing.type)).toBe(nothing);
    expect(functionPlanOf(nothing.type, 'i64')).not.toBe(nothing);
  });

  it('are made of a type of a hundred levels that share their parts', () => {
    let type: ValType = u8;
    for (let depth = 0; depth < 100; depth++) type = tuple(type, option(type));
    expect(() => [lifterOf(valuePlanOf(type)), lowererOf(valuePlanOf(type))]).not.toThrow();
  });
});
