import { describe, expect, it } from '@jest/globals';
import { call, instantiate } from './components.js';
import { echoing, flatTypes } from './echoing.js';

describe('a value passes through a guest to the host and back', () => {
  const record = { theId: 7, name: 'tea', note: 'hot' };
  const cases: [type: string, value: unknown, seen?: unknown][] = [
    ['bool', true],
    ['bool', false],
    ['s8', -128],
    ['u8', 255],
    ['s16', -32768],
    ['u16', 65535],
    ['s32', -2147483648],
    ['u32', 4294967295],
    ['s64', -9223372036854775808n],
    ['u64', 18446744073709551615n],
    ['f32', 1.5],
    ['f32', 0.1, Math.fround(0.1)],
    ['f32', NaN],
    ['f64', -0],
    ['f64', 0.1],
    ['f64', -Infinity],
    ['f64', NaN],
    ['char', 'x'],
    ['char', '𝄞'],
    ['char', '\0'],
    ['string', ''],
    ['string', 'plain'],
    ['string', 'Grüße, 世界 𝄞'],
    ['string', 'a\0b'],
    ['string', 'x'.repeat(10_000)],
    ['string', '\ufeffmark'],
    ['string', 'half \ud800 pair', 'half \ufffd pair'],
    ['(list u8)', Uint8Array.of(0, 127, 255)],
    ['(list u8)', [1, 2], Uint8Array.of(1, 2)],
    ['(list u8)', [], new Uint8Array()],
    ['(list s64)', BigInt64Array.of(-1n, 5n)],
    ['(list f32)', Float32Array.of(1.5, NaN)],
    ['(list string)', ['', 'a', 'ß']],
    ['(list bool)', [true, false]],
    [
      '(list (tuple u8 string))',
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ],
    ['(list $record)', [record, { ...record, note: undefined }]],
    ['(list $shape)', [{ tag: 'circle', val: 2.5 }, { tag: 'named', val: 'x' }, { tag: 'no-shape' }]],
    ['(list u16 3)', [1, 2, 65535]],
    [
      '(map string u32)',
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ],
    ['(tuple u8 u64 f32)', [1, 2n, 0.5]],
    ['$record', record],
    ['$record', { theId: 0, name: '' }, { theId: 0, name: '', note: undefined }],
    ['$shape', { tag: 'circle', val: 1e300 }],
    ['$shape', { tag: 'named', val: 'square' }],
    ['$shape', { tag: 'no-shape' }],
    ['$color', 'dark-red'],
    ['$access', { read: true, writeAll: false }],
    ['$access', { writeAll: true }, { read: false, writeAll: true }],
    ['(option u32)', 5],
    ['(option u32)', undefined],
    ['(option (option u8))', { tag: 'none' }],
    ['(option (option u8))', { tag: 'some', val: undefined }],
    ['(option (option u8))', { tag: 'some', val: 3 }],
    ['(option string)', ''],
    [
      '(list (result u8 (error string)))',
      [
        { tag: 'ok', val: 1 },
        { tag: 'err', val: 'no' },
      ],
    ],
    ['(list (result))', [{ tag: 'ok' }, { tag: 'err' }]],
  ];

  it.each(cases)('%s (%#)', (type, value, seen = value) => {
    const received: unknown[] = [];
    const echo = (given: unknown): unknown => {
      received.push(given);
      return given;
    };
    expect(call(instantiate(echoing(type), { echo }), 'echo', value)).toEqual(seen);
    expect(received).toEqual([seen]);
  });

  it.each(Object.keys(flatTypes))('%s, twice with one instance', (type) => {
    const value = cases.find(([name]) => name === type)?.[1];
    const instance = instantiate(echoing(type), { echo: (given: unknown) => given });
    expect(call(instance, 'echo', value)).toEqual(call(instance, 'echo', value));
  });
});
