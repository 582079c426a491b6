/** The helpers of generated code, each beside the closures that lift and lower the same type. */
import { describe, expect, it } from '@jest/globals';
import type { CoreValue } from '../src/abi/context.js';
import { ComponentInstance } from '../src/call/component-instance.js';
import { defaultLimits } from '../src/call/instance-limits.js';
import { bareHandles } from '../src/call/instance-handles.js';
import { ScratchMemory } from '../src/call/scratch-memory.js';
import * as v1 from '../src/codegen/v1/index.js';
import { DescribedResources } from '../src/codegen/v1/described-resources.js';
import { LoweredFunction } from '../src/codegen/v1/lowered-function.js';
import type { ValType } from '../src/types/val-type.js';
import { complaint, echo, lowerFlat } from './abi-values.js';
import { trapOf } from './components.js';

/** What generated code passes, with a memory of its own. */
function context(): LoweredFunction {
  const memory = new ScratchMemory();
  const options = {
    instance: new ComponentInstance(undefined, { ...defaultLimits, maxHandles: 10 }),
    stringEncoding: 'utf8',
    memory,
    address: 'i32',
    realloc: (old: CoreValue = 0, oldSize: CoreValue = 0, alignment: CoreValue = 1, size: CoreValue = 0) =>
      memory.realloc(old, oldSize, alignment, size),
    postReturn: undefined,
    resources: [],
  } as const;
  const lowered = {
    type: v1.func({}),
    name: 'f',
    options,
    presentation: bareHandles,
    errStyle: 'thrown',
  } as const;
  return new LoweredFunction(lowered, new DescribedResources(() => undefined));
}

/** A helper by its name. */
function helper(name: string): (...args: unknown[]) => unknown {
  const found: unknown = Reflect.get(v1, name);
  if (typeof found !== 'function') throw new Error(`there is no ${name}`);
  return (...args) => Reflect.apply(found, undefined, args) as unknown;
}

const integers = [7, 8, 15, 16, 31, 32, 53, 63, 64].flatMap((bit) => [
  2 ** bit,
  2 ** bit - 1,
  -(2 ** bit),
  -(2 ** bit) - 1,
]);
const values: unknown[] = [
  ...integers,
  ...integers.filter(Number.isSafeInteger).map(BigInt),
  ...[2n ** 63n - 1n, 2n ** 64n - 1n, -(2n ** 63n) - 1n],
  ...[0, -0, 1, 0.5, 1.1, NaN, Infinity, -Infinity, Number.MAX_VALUE],
  ...[true, false, undefined, null, Symbol('s'), {}, [], () => 1],
  ...['', 'a', 'ab', 'ü', '☃', '\u{1f600}', '\ud800', '\udc00', '\u{10ffff}'],
];

const scalars = [
  'bool',
  's8',
  'u8',
  's16',
  'u16',
  's32',
  'u32',
  's64',
  'u64',
  'f32',
  'f64',
  'char',
  'string',
] as const;

describe.each(scalars)('%s', (kind) => {
  const type: ValType = { kind };
  const suffix = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;

  it('is what it is without generated code', () => {
    const is = helper(`is${suffix}`);
    for (const value of values)
      expect([value, is(value)]).toEqual([value, complaint(type, value) === 'nothing']);
  });

  it('comes back as without generated code, flat and through memory', () => {
    const cx = context();
    const at = v1.allocate(cx, 8, 8);
    const fitting = values.filter((value) => helper(`is${suffix}`)(value));
    expect(fitting.length).toBeGreaterThan(1);
    for (const value of fitting) {
      const expected = echo(type, value);
      helper(`store${suffix}`)(cx, at, value);
      expect(helper(`load${suffix}`)(cx, at)).toEqual(expected.memory);
      if (kind === 'string') {
        const pointer = v1.lowerString(cx, String(value));
        expect(v1.liftString(cx, pointer, cx.length)).toBe(expected.flat);
      } else {
        // An integer is its own core value.
        const lower = `lower${suffix}` in v1 ? helper(`lower${suffix}`) : (same: unknown) => same;
        const core = lower(value);
        expect(core).toEqual(lowerFlat(type, value)[0]);
        expect(helper(`lift${suffix}`)(core)).toEqual(expected.flat);
      }
    }
  });
});

describe.each([...scalars.slice(1, 11), 'string'] as const)('list<%s>', (kind) => {
  const type: ValType = { kind: 'list', element: { kind } };
  const suffix = `List${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const element = { kind };
  const fitting = values.filter((value) => complaint(element, value) === 'nothing');
  const lists: unknown[] = [
    ...values.map((value) => [fitting[0], value]),
    ...values,
    fitting,
    { length: 1, 0: fitting[0] },
    { length: -1 },
    { length: 1.5 },
    { length: 2 ** 40 },
    new Proxy({}, { get: (_, key) => (key === 'length' ? 2 ** 29 : 0) }),
    Uint8Array.of(1, 2),
    Float32Array.of(1.5, NaN),
    Float64Array.of(1.1),
    BigInt64Array.of(-1n),
    new DataView(new ArrayBuffer(8)),
  ];

  it('is what it is without generated code', () => {
    const is = helper(`is${suffix}`);
    for (const [index, list] of lists.entries())
      expect([index, is(list)]).toEqual([index, complaint(type, list) === 'nothing']);
  });

  it('comes back as without generated code, flat and through memory', () => {
    const cx = context();
    const at = v1.allocate(cx, 8, 4);
    for (const list of lists.filter((list) => helper(`is${suffix}`)(list))) {
      const expected = echo(type, list);
      helper(`store${suffix}`)(cx, at, list);
      expect(helper(`load${suffix}`)(cx, at)).toEqual(expected.memory);
      const pointer = helper(`lower${suffix}`)(cx, list);
      expect(helper(`lift${suffix}`)(cx, pointer, cx.length)).toEqual(expected.flat);
    }
  });

  it('traps where it is not in memory', () => {
    const cx = context();
    expect(trapOf(() => helper(`lift${suffix}`)(cx, -8, 1)).code).toBe('list-out-of-bounds');
    expect(trapOf(() => helper(`lift${suffix}`)(cx, 8, -1)).code).toBe('list-too-long');
  });
});

describe('names', () => {
  const many = Array.from({ length: 300 }, (_, index) => `n${index}`);

  it.each([
    ['few', ['red', 'green']],
    ['many', many],
  ] as const)('of an enum, %s of them', (_, names) => {
    const type = v1.enumOf<string>(...names);
    for (const [index, name] of names.entries()) {
      expect(v1.isEnum(type, name)).toBe(true);
      expect(v1.lowerEnum(type, name)).toBe(index);
      expect(v1.liftEnum(type, index)).toBe(name);
    }
    for (const value of [...values, 'toString', 'length']) expect(v1.isEnum(type, value)).toBe(false);
    expect(() => v1.lowerEnum(type, 'blue')).toThrow(TypeError);
    expect(trapOf(() => v1.liftEnum(type, names.length)).code).toBe('invalid-discriminant');
    expect(trapOf(() => v1.liftEnum(type, -1)).code).toBe('invalid-discriminant');
  });

  it('of flags', () => {
    const type = v1.flags('can-read', 'can-write', 'constructor');
    class Inheriting {
      canRead = true;
      get other(): boolean {
        return true;
      }
    }
    const all: unknown[] = [
      ...values,
      { canRead: true, canWrite: false, constructor: true },
      { canWrite: true, canRead: undefined },
      { canRead: 1 },
      { canRead: null },
      { canRead: true, more: false },
      { 'can-read': true },
      Object.create({ more: true }),
      new Inheriting(),
      Object.defineProperty({}, 'more', { value: true }),
      [true],
    ];
    for (const [index, value] of all.entries())
      expect([index, v1.isFlags(type, value)]).toEqual([index, complaint(type, value) === 'nothing']);
  });
});

describe('an option', () => {
  it('is there or not', () => {
    expect([undefined, null, 0, false, ''].map((value) => v1.isNone(value))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([v1.liftSome(0), v1.liftSome(1)]).toEqual([false, true]);
    for (const core of [2, -1, 256])
      expect(trapOf(() => v1.liftSome(core)).code).toBe('invalid-discriminant');
  });
});

describe('a map', () => {
  it('is a Map of any kind, and not too long', () => {
    class Other extends Map<string, number> {
      override get size(): number {
        return 0;
      }
      override forEach(): void {
        throw new Error('not this way');
      }
    }
    const other = new Other([['a', 1]]);
    expect(v1.isMap(other, 12)).toBe(true);
    expect(v1.mapEntries(other)).toEqual([['a', 1]]);
    expect(v1.isMap(other, 2 ** 28)).toBe(false);
    for (const value of [...values, new Set(), [['a', 1]]]) expect(v1.isMap(value, 1)).toBe(false);
  });
});

describe('results', () => {
  it('are unwrapped', () => {
    expect(v1.unwrap({ tag: 'ok', val: 5 })).toBe(5);
    expect(v1.unwrap({ tag: 'ok' })).toBeUndefined();
    expect(() => v1.unwrap({ tag: 'err', val: 'no' })).toThrow(v1.ComponentError);
  });

  it('can be promised', async () => {
    const half = v1.promised((value: number) => {
      if (value % 2 === 1) throw new v1.ComponentError('odd');
      return value / 2;
    });
    expect(await half(4)).toBe(2);
    await expect(half(3)).rejects.toThrow('odd');
  });
});

describe('a property that every object inherits something by the name of', () => {
  it('counts only where it is the object’s own', () => {
    const record: { constructor?: unknown; toString?: unknown } = { toString: 5 };
    expect(v1.ownProperty(record, 'constructor')).toBeUndefined();
    expect(v1.ownProperty(record, 'toString')).toBe(5);
  });
});

describe('the budget of a call', () => {
  it('is taken from by what is not behind pointers, too', () => {
    const cx = context();
    v1.lowerString(cx, 'begins nothing');
    expect(trapOf(() => v1.spend(2 ** 31)).code).toBe('transfer-too-large');
    cx.enter();
  });
});
