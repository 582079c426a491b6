/** Functions that a guest imports, lowered by what a generator writes for them. */
import { describe, expect, it } from '@jest/globals';
import { ComponentError, LinkError, Linker } from '@wit-bindgen-ts/runtime';
import {
  checkExports,
  defineImports,
  instantiatePre,
  type ImportOptions,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { call, compileText, errorOf, thrownBy, trapOf } from './components.js';
import {
  itemsText,
  itemsWorld,
  logLowerings,
  openDynamic,
  openItems,
  openItemsOf,
  openItemsOfValues,
  type Item,
  type Log,
  type Opening,
} from './emitted-items.js';

const item: Item = { id: 9, name: 'fetched', tags: ['a', 'ü', ''], note: 'noted' };

describe('a lowered function of the host', () => {
  it('gets arguments, on its object', () => {
    const log = {
      seen: [] as unknown[],
      write(level: string, message: string) {
        this.seen.push([level, message]);
      },
    };
    const instance = openItems(log);
    call(instance, 'say', 0, 'first');
    call(instance, 'say', 2, 'Grüße');
    expect(log.seen).toEqual([
      ['debug', 'first'],
      ['error', 'Grüße'],
    ]);
  });

  it('is looked up in its object at each call, and may be inherited', () => {
    class Counting implements Log {
      writes = 0;
      write() {
        this.writes += 1;
      }
      fetch() {
        return item;
      }
    }
    const log = new Counting();
    const instance = openItemsOf(log);
    call(instance, 'say', 0, 'a');
    log.write = () => void (log.writes += 10);
    call(instance, 'say', 0, 'b');
    expect(log.writes).toBe(11);
  });

  it('returns its result through memory', () => {
    expect(call(openItems({ fetch: () => item }), 'find', '')).toEqual(item);
    expect(call(openItems({ fetch: () => ({ ...item, note: undefined }) }), 'find', '')).toMatchObject({
      tags: ['a', 'ü', ''],
      note: undefined,
    });
  });

  it.each<[string, string, string, unknown[]]>([
    ['an enum of no case', 'say', 'invalid-discriminant', [3, '']],
    ['a pointer for the result that is not aligned', 'find', 'pointer-unaligned', ['']],
    ['a pointer for the result out of bounds', 'posts', 'pointer-out-of-bounds', []],
    ['a wild string', 'posted', 'string-out-of-bounds', []],
  ])('traps for %s, as without generated code', (_, name, code, args) => {
    const core = {
      find: `(func (export "find") (param i32 i32) (result i32)
        (call $fetch (i32.const 0) (i32.const 0) (i32.const 66)) (i32.const 64))`,
      posts: `(func (export "posts") (result i32)
        (call $fetch (i32.const 0) (i32.const 0) (i32.const -32)) (i32.const 64))`,
      posted: `(func (export "posted") (result i32)
        (call $write (i32.const 0) (i32.const -1) (i32.const 2)) (i32.const 64))`,
    };
    const [emitted, dynamic] = [openItems, openDynamic].map((open) => {
      const instance = open({ fetch: () => item }, { core });
      const trap = trapOf(() => call(instance, name, ...args));
      expect(trapOf(() => call(instance, name, ...args)).cause).toBe(trap);
      return trap;
    });
    expect(emitted?.code).toBe(code);
    expect(emitted?.message).toBe(dynamic?.message);
  });

  it('counts what it is passed', () => {
    const opening: Opening = { limits: { maxTransferBytes: 1000 } };
    expect(trapOf(() => call(openItems({}, opening), 'say', 0, 'x'.repeat(1000))).code).toBe(
      'transfer-too-large',
    );
    expect(() => call(openItems({}, opening), 'say', 0, 'x'.repeat(900))).not.toThrow();
    // Arguments count before anything is read of them.
    const tight: Opening = { limits: { maxTransferBytes: 10 } };
    expect(trapOf(() => call(openItems({}, tight), 'say', 7, '')).code).toBe('transfer-too-large');
    expect(trapOf(() => call(openDynamic({}, tight), 'say', 7, '')).code).toBe('transfer-too-large');
  });

  it('traps where the guest may not be left', () => {
    const core = {
      realloc: `(func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (call $fetch (i32.const 0) (i32.const 0) (i32.const 64)) (i32.const 8))`,
    };
    const seen: string[] = [];
    const instance = openItems({ fetch: (name) => (seen.push(name), item) }, { core });
    const trap = trapOf(() => call(instance, 'find', 'tea'));
    expect(trap).toMatchObject({ code: 'cannot-leave', message: 'cannot leave component instance' });
    expect(seen).toEqual([]);
    expect(trapOf(() => call(instance, 'posts')).cause).toBe(trap);
  });
});

describe('a result of the host that is not of its type', () => {
  it.each<[string, unknown, string]>([
    [
      'nothing',
      undefined,
      'undefined is not a record { id: u32, name: string, tags: list<string>, note: option<string> }',
    ],
    ['a field', { ...item, id: 1.5 }, '1.5 is not a u32'],
    ['an element', { ...item, tags: ['a', 1] }, '1 is not a string'],
  ])('is told as without generated code: %s', (_, returned, reason) => {
    const [emitted, dynamic] = [openItems, openDynamic].map((open) => {
      const instance = open({ fetch: () => returned as Item });
      const trap = trapOf(() => call(instance, 'find', ''));
      expect(trapOf(() => call(instance, 'posts')).cause).toBe(trap);
      return trap;
    });
    expect(emitted?.cause).toBeInstanceOf(TypeError);
    expect(emitted?.message).toMatch(reason);
    expect(emitted?.message).toBe(dynamic?.message);
  });

  it('is what it is called when it changes', () => {
    let reads = 0;
    const changing = Object.defineProperty({ ...item }, 'name', { get: () => (reads++ === 0 ? 'a' : 5) });
    expect(trapOf(() => call(openItems({ fetch: () => changing }), 'find', '')).message).toBe(
      'host error: TypeError: a value changed between being checked and being lowered',
    );
  });
});

/** What the guest sees of something that is thrown: the `err` that comes back, or the message of the trap. */
function seenOf(thrown: unknown, open: typeof openItems, imports: ImportOptions = {}): unknown {
  const fetch = (): never => {
    throw thrown;
  };
  const instance = open({ fetch }, { imports });
  const seen = thrownBy(() => call(instance, 'find', ''));
  if (seen instanceof ComponentError) return seen.payload;
  return seen instanceof Error ? seen.message : seen;
}

describe('what the host throws', () => {
  const thrown: [string, unknown, unknown, string][] = [
    ['a ComponentError', new ComponentError('gone'), { tag: 'other', val: 'gone' }, ''],
    ['a plain value', 'plain', { tag: 'other', val: 'plain' }, 'host error: plain'],
    [
      'an object with a payload',
      { payload: 'paid' },
      { tag: 'other', val: 'paid' },
      'host error: [object Object]',
    ],
    [
      'an error, for an err of type string',
      new Error('no'),
      { tag: 'other', val: 'no' },
      'host error: Error: no',
    ],
    [
      'a value that is not of the type of err',
      7,
      'host error: TypeError: fetch: result.err: 7 is not a string',
      'host error: 7',
    ],
    [
      'a ComponentError whose payload is not of the type of err',
      new ComponentError(7),
      'host error: TypeError: fetch: result.err: 7 is not a string',
      'host error: TypeError: fetch: result.err: 7 is not a string',
    ],
  ];

  it.each(thrown)('is err or a trap, as without generated code: %s', (_, value, expected) => {
    expect(seenOf(value, openItems)).toEqual(expected);
    expect(seenOf(value, openDynamic)).toEqual(expected);
  });

  it.each(thrown)(
    'is a trap where the function is trappable, but for a ComponentError: %s',
    (_, value, err, trap) => {
      const imports = { trappable: ['log#fetch'] };
      const expected = trap === '' ? err : trap;
      expect(seenOf(value, openItems, imports)).toEqual(expected);
      expect(seenOf(value, openDynamic, imports)).toEqual(expected);
      // Only the functions that are named are.
      const others = { trappable: ['log#write', 'fetch', 'log'] };
      expect(seenOf(value, openItems, others)).toEqual(err);
    },
  );

  it('is a trap where the function has no result', () => {
    const write = (): never => {
      throw new ComponentError('no result to put it in');
    };
    expect(trapOf(() => call(openItems({ write }), 'say', 0, '')).code).toBe('host-error');
  });
});

describe('a host that returns results as values', () => {
  it.each([openItemsOfValues, openValuesDynamic])('gives the guest what it returns', (open) => {
    const fetched = (result: unknown) => {
      const instance = open({ write: () => undefined, fetch: () => result as never });
      return () => call(instance, 'find', '');
    };
    expect(fetched({ tag: 'ok', val: item })()).toEqual(item);
    expect(thrownBy(fetched({ tag: 'err', val: 'gone' }))).toMatchObject({
      payload: { tag: 'other', val: 'gone' },
    });
    expect(trapOf(fetched(item)).message).toMatch(
      /^host error: TypeError: fetch: result: an object is not a result</,
    );
    expect(trapOf(fetched({ tag: 'ok', val: 1 })).message).toMatch(
      /^host error: TypeError: fetch: result\.ok: 1 is not a record/,
    );
  });

  it.each([openItemsOfValues, openValuesDynamic])('traps when it throws, whatever it throws', (open) => {
    const fetch = (): never => {
      throw new ComponentError('thrown');
    };
    expect(trapOf(() => call(open({ write: () => undefined, fetch }), 'find', '')).message).toBe(
      'host error: ComponentError: thrown',
    );
  });
});

describe('linking', () => {
  it('refuses what generated code has as asynchronous, where a component imports it', () => {
    const link = (async: readonly string[]) => {
      const linker = new Linker();
      const log: Log = { write: () => undefined, fetch: () => item };
      defineImports(linker, itemsWorld, { log }, { log: logLowerings }, { async });
      return () => instantiatePre(linker, compileText(itemsText()), itemsWorld);
    };
    const error = thrownBy(link(['log#fetch']));
    expect(error).toBeInstanceOf(LinkError);
    expect(error).toMatchObject({
      problems: [
        {
          code: 'unsupported-async',
          where: 'import log#fetch',
          message: 'the host provides this as an asynchronous function, which is not supported yet',
        },
      ],
    });
    expect(link(['log#other', 'fetch'])).not.toThrow();
  });

  it('finds the same missing functions as without lowerings', () => {
    const link = (lowerings: object) => {
      const linker = new Linker();
      defineImports(linker, itemsWorld, { log: { write: () => undefined } }, lowerings as never);
      return errorOf(() => instantiatePre(linker, compileText(itemsText()), itemsWorld));
    };
    expect(link({ log: logLowerings })).toMatch('import log#fetch: nothing is provided');
    expect(link({ log: logLowerings })).toBe(link({}));
  });
});

function openValuesDynamic(log: object): ReturnType<typeof openItems> {
  return openDynamic(log, { imports: { results: 'value' } });
}

describe('what is no component, or no implementation', () => {
  it('is told as what it is', () => {
    const linker = new Linker();
    for (const imports of [undefined, null, 5])
      expect(thrownBy(() => defineImports(linker, itemsWorld, imports as never))).toEqual(
        new TypeError(`what is defined has to be an object, and is ${imports === 5 ? 'a number' : imports}`),
      );
    const refused = new TypeError('what is linked has to be a Component, and is an object');
    expect(thrownBy(() => instantiatePre(linker, {} as never, itemsWorld))).toEqual(refused);
    expect(thrownBy(() => checkExports({} as never, itemsWorld))).toEqual(refused);
  });
});
