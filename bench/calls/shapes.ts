import { disposeSymbol } from './calls.js';
import type { Calls, Contender, Host, Item, Mixed, Permissions, Shape as ShapeValue } from './calls.js';

/** What a target is set for. */
export type Kind = 'small' | 'record' | 'large' | 'instance';

/** A call of one contender, with values of one shape. */
export interface Shape {
  readonly name: string;
  readonly kind: Kind;
  readonly call: () => unknown;
  /** What the call gives. */
  readonly expected: unknown;
  /** How many calls this is: the guest makes that many. */
  readonly calls: number;
}

const calls = 100;
const ascii = 'hello, world';
const other = 'grüße, wörld';
const kibibyte = (text: string) => text.repeat(100).slice(0, 1024);
const bytes = Uint8Array.from({ length: 2 ** 20 }, (_, index) => index);
const numbers = Uint32Array.from({ length: 10_000 }, (_, index) => index * 400_009);
const strings = Array.from({ length: 100 }, (_, index) => `string ${index}`);
const items = Array.from({ length: 1000 }, (_, id): Item => ({ id, name: `item ${id}`, score: id / 8 }));
const shapeValues = Array.from({ length: 1000 }, (_, index) => shapeValue(index));
const permissions: Required<Permissions> = {
  read: true,
  write: false,
  execute: true,
  create: false,
  remove: false,
  share: true,
  audit: false,
  admin: true,
};
const mixed: Mixed = {
  id: 7,
  name: 'a small box',
  price: 9.75,
  count: 12,
  active: true,
  initial: 'a',
  total: 12_345_678_901n,
  color: 'blue',
};

function shapeValue(index: number): ShapeValue {
  if (index % 3 === 2) return { tag: 'empty' };
  return { tag: index % 3 === 0 ? 'circle' : 'square', val: index / 4 };
}

/**
 * All shapes, for one contender. Each contender loads this module anew: an engine compiles a call for what it has called
 * from the same place before.
 */
export function shapesOf(contender: Contender): Shape[] {
  let taken = '';
  const host: Host = {
    add: (a, b) => a + b,
    take(text) {
      taken = text;
    },
    give: () => ascii,
  };
  const instantiate = contender.link(host);
  const { values, callbacks, counters } = instantiate();
  const counter = new counters.Counter(5);
  const [text12, text1K, text100K] = [ascii, kibibyte(ascii), ascii.repeat(8534).slice(0, 102_400)];
  const [other12, other1K] = [other, kibibyte(other)];
  const plainNumbers = [...numbers].reverse();
  return [
    small('add u32', () => values.addU32(3, 4), 7),
    small('add u64', () => values.addU64(3n, 4n), 7n),
    small('string, 12 ASCII', () => values.echoString(text12), text12),
    large('string, 1K ASCII', () => values.echoString(text1K), text1K),
    large('string, 100K ASCII', () => values.echoString(text100K), text100K),
    small('string, 12 not ASCII', () => values.echoString(other12), other12),
    large('string, 1K not ASCII', () => values.echoString(other1K), other1K),
    large('list<u8>, 1 MB', () => values.echoBytes(bytes), bytes),
    large('list<u32>, 10k, typed array', () => values.echoNumbers(numbers), numbers),
    large(
      'list<u32>, 10k, plain array',
      () => values.echoNumbers(plainNumbers),
      Uint32Array.from(plainNumbers),
    ),
    large('list<string>, 100', () => values.echoStrings(strings), strings),
    record('record of 8 mixed fields', () => values.echoMixed(mixed), mixed),
    record('record of 2 floats', () => values.echoVector({ x: 1.5, y: -2 }), { x: 1.5, y: -2 }),
    record('list of 1,000 records', () => values.echoItems(items), items),
    small('variant', () => values.echoShape({ tag: 'square', val: 2.5 }), { tag: 'square', val: 2.5 }),
    large('list of 1,000 variants', () => values.echoShapes(shapeValues), shapeValues),
    small('option', () => values.echoOption(5), 5),
    small('result', () => values.echoResult({ tag: 'ok', val: 5 }), 5),
    small('tuple of 3', () => values.echoTuple([1, 2.5, true]), [1, 2.5, true]),
    small('8 flags', () => values.echoPermissions(permissions), permissions),
    small('resource: method', () => counter.add(0), 5),
    small('resource: make, call, drop', () => makeCallDrop(counters), 7),
    inGuest('guest calls host: u32', () => callbacks.callAdd(calls), (calls * (calls + 1)) / 2),
    inGuest(
      'guest calls host: string',
      () => {
        callbacks.callTake(calls);
        return taken;
      },
      ascii,
    ),
    inGuest('guest calls host: returns string', () => callbacks.callGive(calls), calls * ascii.length),
    { name: 'instantiate', kind: 'instance', calls: 1, call: () => addOnce(instantiate()), expected: 7 },
  ];
}

function makeCallDrop({ Counter }: Calls['counters']): number {
  const counter = new Counter(3);
  const sum = counter.add(4);
  counter[disposeSymbol]();
  return sum;
}

function addOnce({ values }: Calls): number {
  return values.addU32(3, 4);
}

function small(name: string, call: Shape['call'], expected: unknown): Shape {
  return { name, kind: 'small', call, expected, calls: 1 };
}

function record(name: string, call: Shape['call'], expected: unknown): Shape {
  return { name, kind: 'record', call, expected, calls: 1 };
}

/** Strings and lists of more than 1 KB. */
function large(name: string, call: Shape['call'], expected: unknown): Shape {
  return { name, kind: 'large', call, expected, calls: 1 };
}

function inGuest(name: string, call: Shape['call'], expected: unknown): Shape {
  return { name, kind: 'small', call, expected, calls };
}
