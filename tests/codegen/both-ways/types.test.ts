import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Trap, type ValType } from '@wit-bindgen-ts/runtime';
import { partsOf } from '../../echo/echo-world.js';
import { differenceBetween } from '../../echo/same-value.js';
import { CaseSession, loadCase, positions, type LoadedCase } from './case-session.js';
import { choiceTypes } from './choice-types.js';
import { GeneratedModules } from './generated-modules.js';
import { handleTypes } from './handle-types.js';
import { listTypes } from './list-types.js';
import { productTypes } from './product-types.js';
import { scalarTypes } from './scalar-types.js';
import { expectedOf, givenOf, type TypeCase } from './type-case.js';

const cases: readonly TypeCase[] = [
  ...scalarTypes,
  ...listTypes,
  ...productTypes,
  ...choiceTypes,
  ...handleTypes,
];

let modules: GeneratedModules;
/** What was loaded of each case, or why nothing was. */
const loaded = new Map<string, LoadedCase | Error>();

beforeAll(async () => {
  modules = await GeneratedModules.create();
  for (const one of cases) {
    const result = await loadCase(modules, one).catch(
      (error: unknown) => new Error('not loaded', { cause: error }),
    );
    loaded.set(one.name, result);
  }
}, 120_000);

afterAll(async () => {
  await modules.remove();
});

function open({ name }: TypeCase): CaseSession {
  const found = loaded.get(name);
  if (found === undefined || found instanceof Error) throw found ?? new Error(`there is no case ${name}`);
  return new CaseSession(found);
}

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

/** Whether values of a kind can cross: the others come with async. */
const kinds: Readonly<Record<ValType['kind'], boolean>> = {
  bool: true,
  s8: true,
  u8: true,
  s16: true,
  u16: true,
  s32: true,
  u32: true,
  s64: true,
  u64: true,
  f32: true,
  f64: true,
  char: true,
  string: true,
  list: true,
  map: true,
  record: true,
  tuple: true,
  variant: true,
  enum: true,
  flags: true,
  option: true,
  result: true,
  own: true,
  borrow: true,
  stream: false,
  future: false,
  'error-context': false,
};

/** The kinds of all types that the function `pass` of a component takes. */
function kindsIn({ component }: LoadedCase): string[] {
  const pass = component.type.imports.get('pass');
  const found = new Set<string>();
  const visit = (type: ValType): void => {
    found.add(type.kind);
    partsOf(type).forEach(visit);
  };
  if (pass?.kind === 'func') pass.params.forEach((param) => visit(param.type));
  return [...found];
}

describe('generated code for a value of every type', () => {
  it('is tested with every kind of type', () => {
    const tested = [...loaded.values()].flatMap((one) => (one instanceof Error ? [] : kindsIn(one)));
    const expected = Object.entries(kinds).flatMap(([kind, canCross]) => (canCross ? kind : []));
    expect([...new Set(tested)].sort()).toEqual(expected.sort());
  });

  it('compiles', () => {
    expect(modules.typeCheck()).toEqual([]);
  });

  describe.each(cases)('$name', (one) => {
    it('passes it to the guest, from there to the host, and back', () => {
      const session = open(one);
      for (const [position, { call, args, result }] of Object.entries(positions)) {
        for (const value of one.values) {
          session.answer = one.isBorrowed === true ? undefined : result(givenOf(value));
          const returned = call(session.world, givenOf(value));
          const expected = one.isBorrowed === true ? undefined : result(expectedOf(value));
          expect([position, differenceBetween(args(expectedOf(value)), session.seen)]).toEqual([
            position,
            undefined,
          ]);
          expect([position, differenceBetween(expected, returned)]).toEqual([position, undefined]);
        }
      }
    });

    it('passes it to constructors and methods of a resource that the host and the guest have', () => {
      const session = open(one);
      for (const value of one.values) {
        const holder = new session.world.values.Holder(givenOf(value));
        expect(differenceBetween([expectedOf(value)], session.seen)).toBeUndefined();
        session.seen = undefined;
        session.answer = one.isBorrowed === true ? undefined : givenOf(value);
        const returned = holder.pass(givenOf(value));
        expect(differenceBetween([expectedOf(value)], session.seen)).toBeUndefined();
        const expected = one.isBorrowed === true ? undefined : expectedOf(value);
        expect(differenceBetween(expected, returned)).toBeUndefined();
        holder[Symbol.dispose]();
      }
      expect(session.drops).toBe(one.values.length);
    });

    it('refuses what is none before the guest is entered', () => {
      const session = open(one);
      const holder = new session.world.values.Holder(givenOf(one.values[0]));
      for (const [value, problem] of one.wrong) {
        session.seen = undefined;
        for (const { func, call } of Object.values(positions)) {
          expect(errorOf(() => call(session.world, value))).toEqual(
            new TypeError(`${func}: value${problem}`),
          );
        }
        expect(errorOf(() => holder.pass(value))).toEqual(new TypeError(`holder.pass: value${problem}`));
        expect(errorOf(() => new session.world.values.Holder(value))).toEqual(
          new TypeError(`new holder: value${problem}`),
        );
        expect(session.seen).toBeUndefined();
      }
      // The instance is as it was.
      const [value] = one.values;
      session.answer = givenOf(value);
      expect(() => session.world.pass(givenOf(value))).not.toThrow();
    });

    it('traps where the host gives something else', () => {
      for (const [value, problem] of one.wrong) {
        for (const { func, call, result, path } of Object.values(positions)) {
          const session = open(one);
          session.answer = result(value);
          const error = errorOf(() => call(session.world, givenOf(one.values[0])));
          expect(error).toBeInstanceOf(Trap);
          expect(error).toMatchObject({
            code: 'host-error',
            message: `host error: TypeError: ${func}: result${path}${problem}`,
          });
        }
      }
    });
  });
});
