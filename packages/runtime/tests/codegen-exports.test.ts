/** Functions that a guest exports, called by what a generator writes for them. */
import { describe, expect, it } from '@jest/globals';
import { ComponentError, Trap } from '@wit-bindgen-ts/runtime';
import { Guest } from '@wit-bindgen-ts/runtime/codegen/v1';
import { call, errorOf, funcAt, thrownBy, trapOf } from './components.js';
import { bindFindValue, bindItems, openItems, type Item, type Items } from './emitted-items.js';

const tea: Item = { id: 3, name: 'tea', tags: [] };

describe('a lifted function', () => {
  it('passes arguments and gives the result', () => {
    const items = bindItems(openItems());
    expect(items.find('tea')).toEqual({ ...tea, note: undefined });
    expect(items.find('Grüße, 世界')).toMatchObject({ id: 15, name: 'Grüße, 世界' });
    expect(items.count([tea, { id: 4, name: '', tags: ['a', 'b'], note: 'n' }])).toBe(7);
    expect(items.count({ length: 1, 0: tea })).toBe(3);
    expect(items.count([])).toBe(0);
  });

  it('throws the err of its result', () => {
    const items = bindItems(
      openItems({
        fetch: (): never => {
          throw new ComponentError('gone');
        },
      }),
    );
    const thrown = thrownBy(() => items.find(''));
    expect(thrown).toBeInstanceOf(ComponentError);
    expect(thrown).toMatchObject({ payload: { tag: 'other', val: 'gone' } });
    expect(items.find('x').id).toBe(1);
  });

  it('takes null for nothing', () => {
    const items = bindItems(openItems());
    expect(apply(items, 'count', [[{ ...tea, note: null }]])).toBe(3);
  });

  it('runs post-return with what the function returned, for a result and for an err', () => {
    const items = bindItems(
      openItems({
        fetch: (): never => {
          throw new ComponentError('');
        },
      }),
    );
    items.find('tea');
    expect([items.posts(), items.posted()]).toEqual([1, 64]);
    expect(errorOf(() => items.find(''))).toMatch('not-found');
    expect(items.posts()).toBe(2);
  });
});

describe('arguments that cannot be lowered', () => {
  it.each<[string, unknown[], string]>([
    ['find', [5], 'find: name: 5 is not a string'],
    ['find', [], 'find: name: undefined is not a string'],
    [
      'count',
      [7],
      'count: items: 7 is not a list<record { id: u32, name: string, tags: list<string>, note: option<string> }>',
    ],
    ['count', [[tea, { ...tea, id: -1 }]], 'count: items[1].id: -1 is not a u32'],
    ['count', [[{ ...tea, tags: ['a', 1] }]], 'count: items[0].tags[1]: 1 is not a string'],
    ['count', [[{ ...tea, note: 1 }]], 'count: items[0].note: 1 is not a string'],
    ['count', [[{ id: 1, name: '' }]], 'count: items[0].tags: missing, expected a list<string>'],
    ['say', [1.5, ''], 'say: level: 1.5 is not a u32'],
  ])('are refused before the guest is entered, as by Func.call: %s', (name, args, message) => {
    const instance = openItems();
    const items = bindItems(instance);
    expect(errorOf(() => apply(items, name, args))).toBe(`TypeError: ${message}`);
    expect(errorOf(() => call(instance, name, ...args))).toBe(`TypeError: ${message}`);
    expect(items.find('tea').id).toBe(3);
  });

  it('are refused when they change while they are lowered; the instance works on', () => {
    const items = bindItems(openItems());
    const changing = (values: unknown[]): Item => {
      let reads = 0;
      return Object.defineProperty({ ...tea }, 'name', { get: () => values[reads++] });
    };
    expect(errorOf(() => items.count([changing(['a', 5])]))).toBe(
      'TypeError: a value changed between being checked and being lowered',
    );
    let reads = 0;
    const growing = new Proxy([tea], {
      get: (list, key): unknown => (key === 'length' && reads++ > 2 ? 1.5 : Reflect.get(list, key)),
    });
    expect(errorOf(() => items.count(growing))).toBe(
      'TypeError: a value changed between being checked and being lowered',
    );
    expect(items.find('tea').id).toBe(3);
  });

  it('may throw what they like, and may not enter the instance when they are lowered', () => {
    const items = bindItems(openItems());
    let reads = 0;
    const entering = Object.defineProperty({ ...tea }, 'name', {
      get: () => (reads++ === 0 ? 'first' : items.find('inner').name),
    });
    expect(errorOf(() => items.count([entering]))).toBe('Trap: cannot enter component instance');
    // When they are checked, they may.
    const early = Object.defineProperty({ ...tea }, 'name', {
      get: () => (reads++ === 2 ? items.find('inner').name : 'second'),
    });
    expect(items.count([early])).toBe(3);
    const wrong = Object.defineProperty({ ...tea }, 'name', {
      get: () => {
        throw new RangeError('no name');
      },
    });
    expect(errorOf(() => items.count([wrong]))).toBe('RangeError: no name');
    expect(items.find('tea').id).toBe(3);
  });
});

describe('a trap', () => {
  it.each<[string, string, string, string]>([
    [
      'of the guest',
      'find',
      '(func (export "find") (param i32 i32) (result i32) unreachable)',
      'unreachable',
    ],
    ['of post-return', 'post', '(func (export "post") (param i32) unreachable)', 'unreachable'],
    [
      'of realloc',
      'realloc',
      '(func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)',
      'unreachable',
    ],
    [
      'for a wild pointer of realloc',
      'realloc',
      '(func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const -1))',
      'realloc-out-of-bounds',
    ],
    [
      'for a host that is called in realloc',
      'realloc',
      `(func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (call $write (i32.const 0) (i32.const 0) (i32.const 0)) (i32.const 8))`,
      'cannot-leave',
    ],
    [
      'for a result that is not aligned',
      'find',
      '(func (export "find") (param i32 i32) (result i32) (i32.const 65))',
      'pointer-unaligned',
    ],
    [
      'for a result out of bounds',
      'find',
      '(func (export "find") (param i32 i32) (result i32) (i32.const 65504))',
      'pointer-out-of-bounds',
    ],
    [
      'for a result above 2 GB',
      'find',
      '(func (export "find") (param i32 i32) (result i32) (i32.const -4))',
      'pointer-out-of-bounds',
    ],
    [
      'for a discriminant of no case',
      'find',
      '(func (export "find") (param i32 i32) (result i32) (i32.store8 (i32.const 64) (i32.const 2)) (i32.const 64))',
      'invalid-discriminant',
    ],
    [
      'for a wild string',
      'find',
      `(func (export "find") (param i32 i32) (result i32)
        (i32.store (i32.const 72) (i32.const 65530)) (i32.store (i32.const 76) (i32.const 10)) (i32.const 64))`,
      'string-out-of-bounds',
    ],
  ])('%s breaks the instance, as by Func.call', (_, name, text, code) => {
    const instances = [openItems({}, { core: { [name]: text } }), openItems({}, { core: { [name]: text } })];
    const calls = instances.map((instance, index) => {
      const { find } = bindItems(instance);
      return index === 0 ? () => find('tea') : () => call(instance, 'find', 'tea');
    });
    const [emitted, dynamic] = calls.map(trapOf);
    expect(emitted?.code).toBe(code);
    expect(emitted?.message).toBe(dynamic?.message);
    for (const [index, run] of calls.entries()) {
      const again = trapOf(run);
      expect(again.message).toBe('cannot enter component instance');
      expect(again.cause).toBe([emitted, dynamic][index]);
    }
  });

  it('for values that are too large', () => {
    const find = `(func (export "find") (param i32 i32) (result i32)
      (i32.store (i32.const 80) (i32.const 8192)) (i32.store (i32.const 84) (i32.const 200))
      (i32.const 64))`;
    const opening = { core: { find }, limits: { maxTransferBytes: 2000 } };
    const { find: tooMany } = bindItems(openItems({}, opening));
    expect(trapOf(() => tooMany('tea')).message).toBe('the values of one call come to more than 2000 bytes');
    expect(trapOf(() => call(openItems({}, opening), 'find', 'tea')).code).toBe('transfer-too-large');
    const { find: enough } = bindItems(openItems({}, { ...opening, limits: { maxTransferBytes: 20_000 } }));
    expect(enough('tea').tags).toHaveLength(200);
  });

  it('closes the instance to calls of every kind, which name nothing else', () => {
    const instance = openItems(
      {},
      { core: { count: '(func (export "count") (param i32 i32) (result i32) unreachable)' } },
    );
    const items = bindItems(instance);
    const cause = trapOf(() => items.count([]));
    for (const run of [() => items.find('tea'), () => items.posts(), () => call(instance, 'posts')])
      expect(trapOf(run)).toMatchObject({ code: 'cannot-enter', cause });
    // Arguments are looked at first.
    expect(errorOf(() => apply(items, 'find', [1]))).toBe('TypeError: find: name: 1 is not a string');
  });
});

describe('a deferred call', () => {
  it('keeps the others out until it has returned', () => {
    const instance = openItems();
    const items = bindItems(instance);
    const deferred = funcAt(instance, 'find').callDeferred('tea');
    expect(errorOf(() => items.posts())).toBe(
      'Trap: cannot enter component instance: `find` has not returned: call postReturn()',
    );
    deferred.postReturn();
    expect(items.posts()).toBe(1);
  });
});

describe('a result as a value', () => {
  const failing = {
    fetch: (): never => {
      throw new ComponentError('gone');
    },
  };

  it('is returned, by generated code and without it', () => {
    for (const find of Object.values(bindFindValue(openItems(failing)))) {
      expect(find('tea')).toEqual({ tag: 'ok', val: { ...tea, note: undefined } });
      expect(find('')).toEqual({ tag: 'err', val: { tag: 'other', val: 'gone' } });
      expect(errorOf(() => Reflect.apply(find, undefined, [1]))).toBe(
        'TypeError: find: name: 1 is not a string',
      );
    }
  });

  it('is what the guest is asked for: Func.call throws all the same', () => {
    const instance = openItems(failing);
    bindFindValue(instance);
    expect(thrownBy(() => call(instance, 'find', ''))).toBeInstanceOf(ComponentError);
    expect(thrownBy(() => bindFindValue(instance, {}).dynamic(''))).toBeInstanceOf(ComponentError);
  });
});

describe('an index of an export', () => {
  it('of another component is refused', () => {
    const index = openItems().getExportIndex('find');
    if (index === undefined) throw new Error('there is no find');
    const guest = new Guest(openItems({}, { core: {} }));
    expect(errorOf(() => guest.lift(index, () => () => undefined))).toBe(
      'TypeError: this is the index of an export of another component',
    );
  });

  it('that was not found by generated code is called without it', () => {
    const instance = openItems();
    const index = instance.getExportIndex('posts');
    if (index === undefined) throw new Error('there is no posts');
    const posts = new Guest(instance).lift<() => unknown, () => number>(index, () => () => 'emitted');
    expect(posts()).toBe(0);
  });
});

describe('errors of the host', () => {
  it('go through the guest as traps, with their cause', () => {
    const cause = new Error('full');
    const items = bindItems(
      openItems({
        write: () => {
          throw cause;
        },
      }),
    );
    const trap = trapOf(() => items.say(1, 'hello'));
    expect(trap).toBeInstanceOf(Trap);
    expect(trap).toMatchObject({ code: 'host-error', message: 'host error: Error: full', cause });
    expect(trapOf(() => items.posts()).cause).toBe(trap);
  });

  it('are not lost where the host enters the instance that called it', () => {
    const bound: { items?: Items } = {};
    const items = bindItems(openItems({ write: () => void bound.items?.posts() }));
    bound.items = items;
    const trap = trapOf(() => items.say(1, 'hello'));
    expect(trap).toMatchObject({ code: 'cannot-enter', message: 'cannot enter component instance' });
    expect(trapOf(() => items.posts()).cause).toBe(trap);
  });
});

function apply(items: Items, name: string, args: unknown[]): unknown {
  const func: unknown = Reflect.get(items, name);
  if (typeof func !== 'function') throw new Error(`there is no ${name}`);
  return Reflect.apply(func, undefined, args);
}
