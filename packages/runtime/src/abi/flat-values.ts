import type { CoreValue } from './context.js';

/** Core values to be lifted, in order, and how far lifting has come. Lifting may change the values in place. */
export interface FlatSource {
  readonly values: CoreValue[];
  index: number;
}

/** Takes lowered core values, in order. One serves all calls of a function, one after another. */
export class FlatSink {
  /** As many as the flat form has; what is not lowered yet is of an earlier call. */
  readonly values: CoreValue[];
  length = 0;

  constructor(size: number) {
    this.values = new Array<CoreValue>(size).fill(0);
  }

  push(value: CoreValue): void {
    this.values[this.length++] = value;
  }
}

/** The next i32, f32 or f64. An i32 is as core code gave it: negative or not. */
export function nextNumber(source: FlatSource): number {
  return numberOf(source.values[source.index++]);
}

export function numberOf(value: CoreValue | undefined): number {
  if (typeof value !== 'number') throw wrongKind('a number', value);
  return value;
}

export function bigintOf(value: CoreValue | undefined): bigint {
  if (typeof value !== 'bigint') throw wrongKind('a bigint', value);
  return value;
}

/** Core code is typed, so only a mistake in the runtime leads here. */
function wrongKind(expected: string, value: CoreValue | undefined): Error {
  return new Error(`expected ${expected} as a core value, found ${typeof value}`);
}
