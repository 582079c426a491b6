/** The code that is generated for a type, called as frames of the runtime call it, for a guest that is but a memory. */
import type { CoreValue } from '../../../packages/runtime/src/abi/context.js';
import type { ValType } from '../../../packages/runtime/src/types/val-type.js';
import type { FakeGuest } from '../../../packages/runtime/tests/abi-guest.js';
import { WitTypes } from './wit-types.js';

/** A world with two functions for each type: one that the host gives a value to, and one that it takes a value by. */
export function worldOf(types: readonly ValType[]): string {
  const wit = new WitTypes();
  const functions = types.flatMap((type, index) => {
    const text = wit.text(type);
    return [`import take-${index}: func(value: ${text});`, `export give-${index}: func(value: ${text});`];
  });
  return `package test:vectors;\nworld vectors {\n${[...wit.definitions, ...functions].join('\n')}\n}\n`;
}

/** What the file of the world has, with the functions in it that are for itself alone. */
export type EmittedFunctions = Readonly<
  Record<string, (cx: object, host?: object) => (...args: never[]) => unknown>
>;

/** The text of the world's file, so that it gives out its functions. */
export function withFunctionsExported(text: string): string {
  return text.replaceAll(/^function (lift|lower)(Give|Take)/gm, 'export function $1$2');
}

/** Lifts a value that a guest passes to the host. */
export function liftEmitted(
  functions: EmittedFunctions,
  index: number,
  guest: FakeGuest,
  core: readonly CoreValue[],
): unknown {
  let lifted: unknown;
  const host = { [`take${index}`]: (value: unknown) => (lifted = value) };
  const take: unknown = functions[`lowerTake${index}`]?.(frame(guest), host);
  call(take, core);
  return lifted;
}

/** Lowers a value that the host passes to a guest: its core values. */
export function lowerEmitted(
  functions: EmittedFunctions,
  index: number,
  guest: FakeGuest,
  value: unknown,
): CoreValue[] {
  let lowered: CoreValue[] | undefined;
  const core = (...values: CoreValue[]): void => {
    lowered = values;
  };
  const give: unknown = functions[`liftGive${index}`]?.(Object.assign(frame(guest), { core }));
  call(give, [value]);
  if (lowered === undefined) throw new Error('the value was not lowered');
  return lowered;
}

function call(func: unknown, args: readonly unknown[]): void {
  if (typeof func !== 'function') throw new Error('nothing was generated for this type');
  Reflect.apply(func, undefined, args);
}

/** As the frames of `codegen/v1`, as far as there is anything for them to do here. */
function frame(guest: FakeGuest): FakeGuest {
  return Object.assign(guest, {
    ...guest.memory,
    length: 0,
    payload: 0,
    refresh() {
      Object.assign(guest, guest.memory);
    },
    enter() {},
    leave() {},
    fail: (thrown: unknown) => thrown,
    call() {
      throw new Error('the value does not fit');
    },
  });
}
