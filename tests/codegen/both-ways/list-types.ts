import { to, type TypeCase } from './type-case.js';

/** Lists of numbers are typed arrays, and are taken from anything like an array. */
const numericLists: readonly TypeCase[] = [
  numericList('s8', Int8Array, [127, -128], 'an s8'),
  numericList('u8', Uint8Array, [0, 255], 'a u8'),
  numericList('s16', Int16Array, [32767, -32768], 'an s16'),
  numericList('u16', Uint16Array, [0, 65535], 'a u16'),
  numericList('s32', Int32Array, [2147483647, -2147483648], 'an s32'),
  numericList('u32', Uint32Array, [0, 4294967295], 'a u32'),
  numericList('s64', BigInt64Array, [9223372036854775807n, -9223372036854775808n], 'an s64'),
  numericList('u64', BigUint64Array, [0n, 18446744073709551615n], 'a u64'),
  numericList('f32', Float32Array, [-0, 0.5, Infinity, NaN], 'an f32'),
  numericList('f64', Float64Array, [-0, 0.1, -Infinity, NaN], 'an f64'),
];

interface TypedArrayOf<T> {
  from(values: ArrayLike<T>): object;
}

function numericList<T>(
  type: string,
  array: TypedArrayOf<T>,
  values: readonly T[],
  element: string,
): TypeCase {
  const text = `list<${type}>`;
  return {
    name: `list-of-${type}`,
    type: text,
    values: [array.from([]), array.from(values), to(values, array.from(values)), to([], array.from([]))],
    wrong: [
      [[...values, 'x'], `[${values.length}]: "x" is not ${element}`],
      [undefined, `: undefined is not a ${text}`],
      [7, `: 7 is not a ${text}`],
    ],
  };
}

const otherLists: readonly TypeCase[] = [
  {
    name: 'list-of-bool',
    type: 'list<bool>',
    values: [[], [true, false, true]],
    wrong: [[[true, 1], '[1]: 1 is not a bool']],
  },
  {
    name: 'list-of-char',
    type: 'list<char>',
    values: [[], ['a', '💡']],
    wrong: [[['a', ''], '[1]: "" is not a char']],
  },
  {
    name: 'list-of-string',
    type: 'list<string>',
    values: [[], [''], ['a', 'naïve', '💡'], Array.from({ length: 300 }, (_, i) => `item ${i}`)],
    wrong: [
      [['a', undefined], '[1]: undefined is not a string'],
      [{}, ': an object is not a list<string>'],
    ],
  },
  {
    name: 'list-of-lists',
    type: 'list<list<u8>>',
    values: [
      [],
      [new Uint8Array(0)],
      to([[1, 2], new Uint8Array([3])], [Uint8Array.of(1, 2), Uint8Array.of(3)]),
    ],
    wrong: [[[[1], [256]], '[1][0]: 256 is not a u8']],
  },
  {
    name: 'list-of-lists-of-strings',
    type: 'list<list<string>>',
    values: [[], [[]], [['a'], [], ['b', 'c']]],
    wrong: [[[['a'], ['b', 1]], '[1][1]: 1 is not a string']],
  },
  {
    name: 'list-of-records',
    type: 'list<point>',
    declarations: 'record point { x: f64, name: string, y: u8 }',
    values: [
      [],
      [
        { x: 0.5, name: 'a', y: 1 },
        { x: -0, name: '', y: 255 },
      ],
    ],
    wrong: [[[{ x: 0.5, name: 'a', y: 256 }], '[0].y: 256 is not a u8']],
  },
  {
    name: 'list-of-tuples',
    type: 'list<tuple<string, u64>>',
    values: [
      [],
      [
        ['a', 1n],
        ['b', 2n],
      ],
    ],
    wrong: [
      [
        [
          ['a', 1n],
          ['b', 2],
        ],
        '[1][1]: 2 is not a u64, which is a bigint',
      ],
    ],
  },
  {
    name: 'list-of-options',
    type: 'list<option<u16>>',
    values: [[], [1, undefined, 65535], to([null], [undefined])],
    wrong: [[[1, 65536], '[1]: 65536 is not a u16']],
  },
  {
    name: 'list-of-results',
    type: 'list<result<string, u8>>',
    values: [
      [],
      [
        { tag: 'ok', val: 'a' },
        { tag: 'err', val: 255 },
      ],
    ],
    wrong: [[[{ tag: 'err', val: 256 }], '[0].err: 256 is not a u8']],
  },
  {
    name: 'list-of-enums',
    type: 'list<level>',
    declarations: 'enum level { low, high }',
    values: [[], ['high', 'low']],
    wrong: [[['low', 'middle'], '[1]: "middle" is not one of low, high']],
  },
  {
    name: 'list-of-flags',
    type: 'list<access>',
    declarations: 'flags access { read, write-all }',
    values: [
      [],
      [
        { read: true, writeAll: false },
        { read: false, writeAll: true },
      ],
    ],
    wrong: [[[{ read: 1 }], '[0].read: 1 is not a bool']],
  },
  {
    name: 'list-of-variants',
    type: 'list<shape>',
    declarations: 'variant shape { none, circle(f64), named(string) }',
    values: [[], [{ tag: 'none' }, { tag: 'circle', val: -0 }, { tag: 'named', val: 'a' }]],
    wrong: [[[{ tag: 'named', val: 1 }], '[0].named: 1 is not a string']],
  },
  {
    name: 'list-of-maps',
    type: 'list<map<u64, list<bool>>>',
    values: [[], [new Map([[18446744073709551615n, [true]]]), new Map()]],
    wrong: [[[new Map([[1, []]])], '[0].keys[0]: 1 is not a u64, which is a bigint']],
  },
  {
    name: 'list-of-fixed-lists',
    type: 'list<list<s16, 3>>',
    values: [[], [[1, -2, 32767]]],
    wrong: [
      [
        [
          [1, 2, 3],
          [1, 2],
        ],
        '[1]: an array of 2 is not a list<s16, 3>',
      ],
    ],
  },
  {
    name: 'named-list',
    type: 'tags',
    declarations: 'type tag = string; type tags = list<tag>;',
    values: [[], ['a', 'b']],
    wrong: [[[1], '[0]: 1 is not a string']],
  },
];

const fixedLists: readonly TypeCase[] = [
  {
    name: 'fixed-list-of-u8',
    type: 'list<u8, 4>',
    values: [[0, 1, 254, 255], to(Uint8Array.of(1, 2, 3, 4), [1, 2, 3, 4])],
    wrong: [
      [[1, 2, 3, 256], '[3]: 256 is not a u8'],
      [[1, 2, 3], ': an array of 3 is not a list<u8, 4>'],
    ],
  },
  {
    name: 'fixed-list-of-strings',
    type: 'list<string, 2>',
    values: [['', 'b']],
    wrong: [[['a', 'b', 'c'], ': an array of 3 is not a list<string, 2>']],
  },
  {
    name: 'fixed-list-of-many',
    type: 'list<u32, 20>',
    values: [Array.from({ length: 20 }, (_, index) => index)],
    wrong: [[[], ': an array of 0 is not a list<u32, 20>']],
  },
  {
    name: 'fixed-list-of-lists',
    type: 'list<list<f32, 2>, 2>',
    values: [
      [
        [1, -0],
        [NaN, 0.5],
      ],
    ],
    wrong: [
      [
        [
          [1, 2],
          [3, '4'],
        ],
        '[1][1]: "4" is not an f32',
      ],
    ],
  },
];

export const listTypes: readonly TypeCase[] = [...numericLists, ...otherLists, ...fixedLists];
