import type { CountersWorld } from '../../../snapshots/resources-exported/counters-world.js';
import type { Held } from '../../../snapshots/resources-exported/exports/codegen-resources-exported/counters.js';

/** The last resource that a guest gave is dropped when its scope ends. */
export function count({ counters }: CountersWorld): number {
  const counter = new counters.Counter(3);
  counter.absorb(new counters.Counter(1));
  const [half, ...others] = counter.split(2);
  const sum = counters.Counter.sum(half === undefined ? others : [half, ...others]);
  for (const each of others) each[Symbol.dispose]();
  return Number(sum) + counter.increment();
}

/** A constructor that fails throws. */
export function parse({ counters }: CountersWorld, text: string): string[] {
  const parser = new counters.Parser(text);
  const words: string[] = [];
  for (let word = parser.next(); word !== undefined; word = parser.next()) words.push(word);
  return words;
}

/** A class without a constructor is there for `instanceof` and its static functions. */
export function hold({ counters }: CountersWorld): Held {
  const ticket = counters.Ticket.draw();
  if (!(ticket instanceof counters.Ticket)) throw new TypeError('a ticket is a ticket');
  // @ts-expect-error: it cannot be made.
  new counters.Ticket();
  const { counter, ...rest } = counters.hold(ticket);
  const [released] = counters.release({ counter, ...rest });
  return { counter: released };
}
