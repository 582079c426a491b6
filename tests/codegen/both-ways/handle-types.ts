import { Token, type TypeCase } from './type-case.js';

const notTokens: TypeCase['wrong'] = [
  [{}, ': this is not a Token'],
  [undefined, ': this is not a Token'],
  [1, ': this is not a Token'],
];

const one = new Token();
const other = new Token();

/** Handles that are given away, wherever they stand: the host gets its own objects back. */
const owned: readonly TypeCase[] = [
  { ...handleCase('own', 'token', [one, other]), wrong: notTokens },
  handleCase('own-in-record', 'held', [{ token: one, id: 1 }], 'record held { id: u32, token: token }'),
  handleCase('own-in-tuple', 'tuple<token, string, token>', [[one, 'a', other]]),
  handleCase('own-in-list', 'list<token>', [[], [one, other]]),
  handleCase('own-in-option', 'option<token>', [one, undefined]),
  handleCase(
    'own-in-variant',
    'place',
    [{ tag: 'none' }, { tag: 'held', val: one }, { tag: 'named', val: 'a' }],
    'variant place { none, held(token), named(string) }',
  ),
  handleCase('own-in-results', 'tuple<result<token, u64>, result<_, token>>', [
    [
      { tag: 'ok', val: one },
      { tag: 'err', val: other },
    ],
    [{ tag: 'err', val: 1n }, { tag: 'ok' }],
  ]),
  handleCase('own-in-map', 'map<string, token>', [
    new Map([
      ['one', one],
      ['other', other],
    ]),
  ]),
  handleCase('own-in-fixed-list', 'list<token, 2>', [[one, other]]),
];

function handleCase(name: string, type: string, values: readonly unknown[], declarations = ''): TypeCase {
  return { name, type, declarations, values, wrong: [] };
}

const dropFlat = (first: number, drop: string): string => `(call ${drop} (local.get ${first}))`;

/** Handles that are lent for a call, which a guest drops before it returns. */
const borrowed: readonly TypeCase[] = [
  borrowCase('borrow', 'borrow<token>', [one, other], dropFlat),
  borrowCase(
    'borrow-in-record',
    'held',
    [{ id: 1, token: one }],
    (first, drop) => dropFlat(first + 1, drop),
    'record held { id: u32, token: borrow<token> }',
  ),
  borrowCase(
    'borrow-in-tuple',
    'tuple<borrow<token>, string, borrow<token>>',
    [[one, 'a', other]],
    (first, drop) => dropFlat(first, drop) + dropFlat(first + 3, drop),
  ),
  borrowCase(
    'borrow-in-option',
    'option<borrow<token>>',
    [one, undefined],
    (first, drop) => `(if (local.get ${first}) (then ${dropFlat(first + 1, drop)}))`,
  ),
  borrowCase(
    'borrow-in-variant',
    'place',
    [{ tag: 'none' }, { tag: 'lent', val: one }, { tag: 'long', val: 1n }],
    (first, drop) => `(if (i32.eq (local.get ${first}) (i32.const 1))
      (then (call ${drop} (i32.wrap_i64 (local.get ${first + 1})))))`,
    'variant place { none, lent(borrow<token>), long(u64) }',
  ),
  borrowCase(
    'borrow-in-list',
    'list<borrow<token>>',
    [[], [one, other, one]],
    (first, drop) =>
      `(block $done (loop $next
      (br_if $done (i32.eqz (local.get ${first + 1})))
      (call ${drop} (i32.load (local.get ${first})))
      (local.set ${first} (i32.add (local.get ${first}) (i32.const 4)))
      (local.set ${first + 1} (i32.sub (local.get ${first + 1}) (i32.const 1)))
      (br $next)))`,
  ),
];

function borrowCase(
  name: string,
  type: string,
  values: readonly unknown[],
  dropBorrowed: (first: number, drop: string) => string,
  declarations = '',
): TypeCase {
  return { name, type, declarations, values, wrong: [], isBorrowed: true, dropBorrowed };
}

export const handleTypes: readonly TypeCase[] = [...owned, ...borrowed];
