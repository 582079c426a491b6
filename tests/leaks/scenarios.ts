import { ComponentError } from '@wit-bindgen-ts/runtime';
import { Token } from '../echo/driver.js';
import { disposeOf, Lamp, type Guests } from './leaks-guest.js';

/** Something that is done again and again, and after which everything is to be as it was. */
export interface Scenario {
  readonly name: string;
  run(guests: Guests, turn: number): void;
}

const words = ['tea', 'Grüße', '𝄞', '', 'x'.repeat(100)];
const token = new Token();
const lamp = new Lamp('the same');

export const scenarios: readonly Scenario[] = [
  {
    name: 'strings',
    run({ call, allocations }, turn) {
      const word = words[turn % words.length] ?? '';
      same(call('ask-host', word), `${word}?`);
      same(allocations('make-string', 3), 'wordwordword');
    },
  },
  {
    name: 'lists and records',
    run({ allocations }, turn) {
      same(lengthOf(allocations('make-strings', turn % 7)), turn % 7);
      same(lengthOf(allocations('make-numbers', turn % 50)), turn % 50);
      same(allocations('measure', words), 114);
      allocations('make-parcel', turn % 5);
    },
  },
  {
    name: 'resources of the guest: made, lent, given away, disposed of',
    run({ call }) {
      const [a, b, c] = ['a', 'b', 'c'].map((text) => call('[constructor]note', text));
      same(call('[method]note.text', a), 'a');
      const merged = call('[static]note.merge', a, b);
      same(call('[method]note.text', merged), '');
      disposeOf(merged);
      disposeOf(merged);
      call('take-note', c);
    },
  },
  {
    name: 'resources of the host: made by the guest, given to it, lent to it',
    run({ call }) {
      call('make-lamp', 'a');
      call('take-lamp', new Lamp('b'));
      same(call('return-lamp', lamp), lamp);
      call('borrow-lamp', lamp);
      call('borrow-lamps', [lamp, new Lamp('c'), lamp]);
    },
  },
  {
    name: 'errors of the guest and of the host',
    run({ call, allocations }) {
      same(
        messageOf(ComponentError, () => allocations('try-strings', 0)),
        'no words',
      );
      same(
        messageOf(ComponentError, () => call('ask-host', 'no')),
        'no',
      );
    },
  },
  {
    name: 'results that are looked at before post-return',
    run({ deferred }, turn) {
      same(deferred('make-string', 2), 'wordword');
      same(lengthOf(deferred('make-strings', turn % 7)), turn % 7);
      deferred('make-parcel', turn % 5);
      same(
        messageOf(ComponentError, () => deferred('try-strings', 0)),
        'no words',
      );
    },
  },
  {
    name: 'values from guest to guest',
    run({ chain }) {
      same(chain('texts', words), 'tea');
      same(
        messageOf(ComponentError, () => chain('texts', [])),
        'no text',
      );
      same(chain('tokens', token, [token, new Token(), new Token()]), token);
    },
  },
  {
    name: 'arguments that are wrong, after others that were right',
    run({ call, allocations }) {
      same(
        messageOf(TypeError, () => allocations('measure', ['a', 'b', 5])),
        'measure: words[2]: 5 is not a string',
      );
      const note = call('[constructor]note', 'a');
      same(
        messageOf(TypeError, () => call('take-all', 'text', note, lamp, lamp, -1)),
        'take-all: count: -1 is not a u32',
      );
      same(call('take-all', 'text', note, lamp, lamp, 1), 1);
      same(
        messageOf(TypeError, () => call('take-note', note)),
        'take-note: note: this note was given away',
      );
    },
  },
];

function lengthOf(list: unknown): unknown {
  return typeof list === 'object' && list !== null && 'length' in list ? list.length : undefined;
}

/** Looks at what a scenario relies on. */
function same(found: unknown, expected: unknown): void {
  if (!Object.is(found, expected)) throw new Error(`${String(found)} instead of ${String(expected)}`);
}

/** The message of the error that a function throws. */
function messageOf(kind: typeof TypeError | typeof ComponentError, run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof kind) return thrown.message;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
