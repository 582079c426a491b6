import { to, type TypeCase } from './type-case.js';

const manyCases = Array.from({ length: 257 }, (_, index) => `c${index}`);

export const choiceTypes: readonly TypeCase[] = [
  {
    name: 'variant',
    type: 'shape',
    declarations:
      'record size { width: u32, height: u32 } variant shape { point, circle(f64), rectangle(size), polygon(list<tuple<f64, f64>>), name-of-it(string) }',
    values: [
      { tag: 'point' },
      { tag: 'circle', val: -0 },
      { tag: 'rectangle', val: { width: 1, height: 4294967295 } },
      {
        tag: 'polygon',
        val: [
          [0, 1],
          [2, NaN],
        ],
      },
      { tag: 'name-of-it', val: '💡' },
    ],
    wrong: [
      [{ tag: 'square' }, '.tag: "square" is not one of point, circle, rectangle, polygon, name-of-it'],
      [{ tag: 'circle' }, '.circle: undefined is not an f64'],
      [{ tag: 'rectangle', val: { width: -1, height: 0 } }, '.rectangle.width: -1 is not a u32'],
    ],
  },
  {
    name: 'variant-of-i32-and-f32',
    type: 'number',
    declarations: 'variant number { whole(u32), %float(f32), small(s8), letter(char) }',
    values: [
      { tag: 'whole', val: 4294967295 },
      { tag: 'float', val: 0.5 },
      { tag: 'float', val: -0 },
      { tag: 'float', val: NaN },
      { tag: 'small', val: -128 },
      { tag: 'letter', val: '💡' },
    ],
    wrong: [[{ tag: 'small', val: 128 }, '.small: 128 is not an s8']],
  },
  {
    name: 'variant-of-i64-and-f64',
    type: 'number',
    declarations:
      'variant number { none, whole(u64), signed(s64), double(f64), single(f32), half(u16), yes(bool) }',
    values: [
      { tag: 'none' },
      { tag: 'whole', val: 18446744073709551615n },
      { tag: 'signed', val: -9223372036854775808n },
      { tag: 'double', val: 0.1 },
      { tag: 'double', val: NaN },
      { tag: 'single', val: -0.5 },
      { tag: 'half', val: 65535 },
      { tag: 'yes', val: true },
    ],
    wrong: [[{ tag: 'signed', val: 0 }, '.signed: 0 is not an s64, which is a bigint']],
  },
  {
    name: 'variant-of-f32-and-f64',
    type: 'number',
    declarations: 'variant number { single(f32), double(f64) }',
    values: [
      { tag: 'single', val: 0.5 },
      { tag: 'double', val: 0.1 },
    ],
    wrong: [[{ tag: 'single', val: 1n }, '.single: 1n is not an f32']],
  },
  {
    name: 'variant-of-parts-that-join',
    type: 'parts',
    declarations:
      'record mixed { a: f32, b: u64, c: f64, d: string } variant parts { one(mixed), other(tuple<u64, f32, list<u8>, s8>), third(string) }',
    values: [
      { tag: 'one', val: { a: 0.5, b: 1n, c: 0.1, d: 'd' } },
      { tag: 'other', val: [18446744073709551615n, -0.5, Uint8Array.of(1, 2), -1] },
      { tag: 'third', val: 'three' },
    ],
    wrong: [[{ tag: 'other', val: [1n, 1, [256], 1] }, '.other[2][0]: 256 is not a u8']],
  },
  {
    name: 'variant-of-variants',
    type: 'outer',
    declarations: 'variant inner { none, some-text(string) } variant outer { one(inner), many(list<inner>) }',
    values: [
      { tag: 'one', val: { tag: 'none' } },
      { tag: 'many', val: [{ tag: 'some-text', val: 'a' }, { tag: 'none' }] },
    ],
    wrong: [[{ tag: 'many', val: [{ tag: 'all' }] }, '.many[0].tag: "all" is not one of none, some-text']],
  },
  {
    name: 'variant-of-one-case',
    type: 'only',
    declarations: 'variant only { text(string) }',
    values: [{ tag: 'text', val: 'a' }],
    wrong: [[{ tag: 'text' }, '.text: undefined is not a string']],
  },
  {
    name: 'variant-with-words-of-javascript',
    type: 'word',
    declarations: 'variant word { new, delete(u8), class(string), then, %constructor(f32), to-string }',
    values: [
      { tag: 'new' },
      { tag: 'delete', val: 255 },
      { tag: 'class', val: 'a' },
      { tag: 'then' },
      { tag: 'constructor', val: -0 },
      { tag: 'to-string' },
    ],
    wrong: [
      [
        { tag: 'toString' },
        '.tag: "toString" is not one of new, delete, class, then, constructor, to-string',
      ],
    ],
  },
  {
    name: 'variant-of-many-cases',
    type: 'many',
    declarations: `variant many { ${manyCases.join('(u8), ')} }`,
    values: [{ tag: 'c0', val: 1 }, { tag: 'c255', val: 255 }, { tag: 'c256' }],
    wrong: [[{ tag: 'c0', val: 256 }, '.c0: 256 is not a u8']],
  },
  {
    name: 'enum',
    type: 'color',
    declarations: 'enum color { red, dark-green, blue }',
    values: ['red', 'dark-green', 'blue'],
    wrong: [
      ['darkGreen', ': "darkGreen" is not one of red, dark-green, blue'],
      [0, ': 0 is not an enum { red, dark-green, blue }'],
    ],
  },
  {
    name: 'enum-of-many',
    type: 'many',
    declarations: `enum many { ${manyCases.join(', ')} }`,
    values: ['c0', 'c255', 'c256'],
    wrong: [['c257', ': "c257" is not one of c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, …']],
  },
  {
    name: 'option',
    type: 'option<u32>',
    values: [0, 4294967295, undefined, to(null, undefined)],
    wrong: [[-1, ': -1 is not a u32']],
  },
  {
    name: 'option-of-string',
    type: 'option<string>',
    values: ['', 'a', undefined],
    wrong: [[1, ': 1 is not a string']],
  },
  {
    name: 'option-of-record',
    type: 'option<point>',
    declarations: 'record point { x: f32, y: u64 }',
    values: [undefined, { x: 0.5, y: 1n }],
    wrong: [[{ x: 0.5 }, '.y: missing, expected a u64']],
  },
  {
    name: 'option-of-option',
    type: 'option<option<u8>>',
    values: [{ tag: 'none' }, { tag: 'some', val: undefined }, { tag: 'some', val: 255 }],
    wrong: [[{ tag: 'some', val: 256 }, '.some: 256 is not a u8']],
  },
  {
    name: 'option-of-option-of-option',
    type: 'option<option<option<bool>>>',
    values: [
      { tag: 'none' },
      { tag: 'some', val: { tag: 'none' } },
      { tag: 'some', val: { tag: 'some', val: undefined } },
      { tag: 'some', val: { tag: 'some', val: false } },
    ],
    wrong: [[{ tag: 'some', val: { tag: 'some', val: 1 } }, '.some.some: 1 is not a bool']],
  },
  {
    name: 'result-in-a-tuple',
    type: 'tuple<result<string, u64>>',
    values: [[{ tag: 'ok', val: 'a' }], [{ tag: 'err', val: 1n }]],
    wrong: [[[{ tag: 'fine' }], '[0].tag: "fine" is not one of ok, err']],
  },
  {
    name: 'result-without-types',
    type: 'tuple<result, result<u8>, result<_, f32>>',
    values: [
      [{ tag: 'ok' }, { tag: 'ok', val: 255 }, { tag: 'ok' }],
      [{ tag: 'err' }, { tag: 'err' }, { tag: 'err', val: -0 }],
    ],
    wrong: [[[{ tag: 'ok' }, { tag: 'ok' }, { tag: 'ok' }], '[1].ok: undefined is not a u8']],
  },
  {
    name: 'result-of-results',
    type: 'list<result<result<u32, string>, option<f64>>>',
    values: [
      [
        { tag: 'ok', val: { tag: 'ok', val: 1 } },
        { tag: 'ok', val: { tag: 'err', val: 'a' } },
        { tag: 'err', val: 0.5 },
        { tag: 'err', val: undefined },
      ],
    ],
    wrong: [[[{ tag: 'ok', val: { tag: 'err', val: 1 } }], '[0].ok.err: 1 is not a string']],
  },
];
