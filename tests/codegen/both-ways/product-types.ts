import { to, type TypeCase } from './type-case.js';

const scalars = {
  yes: true,
  tiny: -128,
  byte: 255,
  short: -32768,
  half: 65535,
  int: -2147483648,
  word: 4294967295,
  long: -9223372036854775808n,
  wide: 18446744073709551615n,
  single: 0.5,
  double: 0.1,
  letter: '💡',
};

export const productTypes: readonly TypeCase[] = [
  {
    name: 'record',
    type: 'item',
    declarations: 'record item { id: u32, full-name: string, price: u64, tags: list<string> }',
    values: [
      { id: 1, fullName: 'tea', price: 450n, tags: [] },
      { id: 4294967295, fullName: '', price: 18446744073709551615n, tags: ['a', 'b'] },
      to(
        { id: 1, fullName: 'tea', price: 1n, tags: [], more: 1 },
        { id: 1, fullName: 'tea', price: 1n, tags: [] },
      ),
    ],
    wrong: [
      [{ id: 4294967296, fullName: '', price: 1n, tags: [] }, '.id: 4294967296 is not a u32'],
      [{ id: 1, fullName: 'tea', price: 1, tags: [] }, '.price: 1 is not a u64, which is a bigint'],
      [{ id: 1, fullName: 'tea', price: 1n, tags: ['a', 2] }, '.tags[1]: 2 is not a string'],
      [{ id: 1, price: 1n, tags: [] }, '.fullName: missing, expected a string'],
      [null, ': null is not a record { id: u32, full-name: string, price: u64, tags: list<string> }'],
    ],
  },
  {
    name: 'record-of-scalars',
    type: 'scalars',
    declarations:
      'record scalars { yes: bool, tiny: s8, byte: u8, short: s16, half: u16, int: s32, word: u32, long: s64, wide: u64, single: f32, double: f64, letter: char }',
    values: [scalars],
    wrong: [
      [{ ...scalars, tiny: 128 }, '.tiny: 128 is not an s8'],
      [{ ...scalars, letter: '' }, '.letter: "" is not a char'],
    ],
  },
  {
    name: 'record-of-records',
    type: 'line',
    declarations: 'record point { x: s16, y: f64 } record line { %from: point, to: point, via: list<point> }',
    values: [{ from: { x: 1, y: 2 }, to: { x: -3, y: -0 }, via: [{ x: 4, y: NaN }] }],
    wrong: [
      [{ from: { x: 1, y: 2 }, to: { x: 3 }, via: [] }, '.to.y: missing, expected an f64'],
      [
        { from: { x: 1, y: 2 }, to: { x: 3, y: 4 }, via: [{ x: 40000, y: 1 }] },
        '.via[0].x: 40000 is not an s16',
      ],
    ],
  },
  {
    name: 'record-of-options',
    type: 'query',
    declarations: 'record query { text: string, limit: option<u32>, owner: option<option<string>> }',
    values: [
      to({ text: 'a', owner: { tag: 'none' } }, { text: 'a', limit: undefined, owner: { tag: 'none' } }),
      { text: 'a', limit: 0, owner: { tag: 'some', val: 'b' } },
      { text: '', limit: 4294967295, owner: { tag: 'some', val: undefined } },
    ],
    wrong: [[{ text: '', limit: -1, owner: { tag: 'none' } }, '.limit: -1 is not a u32']],
  },
  {
    name: 'record-of-options-alone',
    type: 'options',
    declarations: 'record options { limit: option<u8>, name: option<string> }',
    values: [to({}, { limit: undefined, name: undefined }), { limit: 255, name: '' }],
    wrong: [
      [{ limit: 256 }, '.limit: 256 is not a u8'],
      ['', ': "" is not a record { limit: option<u8>, name: option<string> }'],
    ],
  },
  {
    name: 'record-that-is-spilled',
    type: 'wide',
    declarations: `record wide { ${Array.from({ length: 17 }, (_, index) => `f${index}: u8`).join(', ')} }`,
    values: [Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`f${index}`, index]))],
    wrong: [
      [
        Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`f${index}`, index])),
        '.f16: missing, expected a u8',
      ],
    ],
  },
  {
    name: 'alias-of-record',
    type: 'place',
    declarations: 'record point { x: u8 } type spot = point; type place = spot;',
    values: [{ x: 3 }],
    wrong: [[{ x: 256 }, '.x: 256 is not a u8']],
  },
  {
    name: 'tuple',
    type: 'tuple<u8, string, s64>',
    values: [[1, 'a', -1n]],
    wrong: [
      [[1, 'a'], ': an array of 2 is not a tuple<u8, string, s64>'],
      [[1, 2, 3n], '[1]: 2 is not a string'],
    ],
  },
  {
    name: 'tuple-of-one',
    type: 'tuple<f32>',
    values: [[-0], [0.5]],
    wrong: [[['a'], '[0]: "a" is not an f32']],
  },
  {
    name: 'tuple-of-tuples',
    type: 'tuple<tuple<tuple<u8, bool>, char>, tuple<string>>',
    values: [[[[1, true], 'a'], ['b']]],
    wrong: [[[[[1, 1], 'a'], ['b']], '[0][0][1]: 1 is not a bool']],
  },
  {
    // Memory grows between its parts.
    name: 'tuple-that-is-large',
    type: 'tuple<list<u8>, string, list<f64>, list<string>>',
    values: [
      [
        new Uint8Array(300_000).fill(7),
        'é'.repeat(200_000),
        new Float64Array(40_000).fill(0.5),
        Array.from({ length: 100 }, () => 'x'.repeat(3000)),
      ],
    ],
    wrong: [[[[], '', [], ['', 1]], '[3][1]: 1 is not a string']],
  },
  {
    name: 'tuple-that-is-spilled',
    type: `tuple<${new Array(17).fill('u16').join(', ')}>`,
    values: [Array.from({ length: 17 }, (_, index) => index)],
    wrong: [[[...new Array<number>(16).fill(0), 65536], '[16]: 65536 is not a u16']],
  },
  ...[1, 8, 9, 16, 17, 32].map(flagsOf),
  {
    name: 'map-by-string',
    type: 'map<string, u32>',
    values: [
      new Map(),
      new Map([
        ['a', 1],
        ['', 0],
      ]),
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
    ],
    wrong: [
      [
        new Map<string, unknown>([
          ['a', 1],
          ['b', -1],
        ]),
        '["b"]: -1 is not a u32',
      ],
      [{}, ': an object is not a map<string, u32>'],
    ],
  },
  {
    name: 'map-of-records',
    type: 'map<u32, page>',
    declarations: 'record page { title: string, lines: list<u8> }',
    values: [new Map([[7, { title: 'seven', lines: Uint8Array.of(1, 2) }]])],
    wrong: [[new Map([[7, { title: 7, lines: [] }]]), '[7].title: 7 is not a string']],
  },
];

function flagsOf(count: number): TypeCase {
  const names = Array.from({ length: count }, (_, index) => `f${index}`);
  const all = Object.fromEntries(names.map((name) => [name, true]));
  const none = Object.fromEntries(names.map((name) => [name, false]));
  return {
    name: `flags-of-${count}`,
    type: 'access',
    declarations: `flags access { ${names.join(', ')} }`,
    values: [all, none, to({}, none), to({ [`f${count - 1}`]: true }, { ...none, [`f${count - 1}`]: true })],
    wrong: [[{ f0: 1 }, '.f0: 1 is not a bool']],
  };
}
