/** Resources of a guest, called by what a generator writes for them. */
import { describe, expect, it } from '@jest/globals';
import type { Instance } from '@wit-bindgen-ts/runtime';
import {
  allocate,
  borrow,
  checkExports,
  elementAt,
  func,
  Guest,
  isBorrow,
  isList,
  isOwn,
  lengthOf,
  liftU32,
  Linker,
  list,
  lowerBorrow,
  lowerOwn,
  own,
  storeU32,
  u32,
  world,
  type LiftedFunction,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { call, compileText, disposeOf, errorOf, libc, trapOf } from './components.js';
import { bindThings, openThings, Thing, type Things, type ThingsImports } from './emitted-things.js';

interface Open extends Things {
  readonly instance: Instance;
  /** The representations that the destructor ran for. */
  readonly ended: number[];
}

function open(imports: Partial<ThingsImports> = {}): Open {
  const ended: number[] = [];
  const instance = openThings({ ending: (rep) => void ended.push(rep), ...imports });
  return { ...bindThings(instance), instance, ended };
}

describe('a resource of a guest', () => {
  it('is a class, with its constructor, methods and static functions', () => {
    const { Thing, drops } = open();
    const thing = new Thing(7);
    expect(thing).toBeInstanceOf(Thing);
    expect(thing.valueOf()).toBe(7);
    const merged = Thing.merge(thing, new Thing(30));
    expect(merged).toBeInstanceOf(Thing);
    expect(merged.valueOf()).toBe(37);
    expect(drops()).toBe(2);
  });

  it('ends when it is disposed of, once, and cannot be used after that', () => {
    const { Thing, take, ended } = open();
    const thing = new Thing(7);
    disposeOf(thing);
    disposeOf(thing);
    expect(ended).toEqual([7]);
    expect(errorOf(() => thing.valueOf())).toBe('TypeError: thing.value-of: self: this thing was dropped');
    expect(errorOf(() => take(thing))).toBe('TypeError: take: thing: this thing was dropped');
  });

  it('is given away, and comes back as another object', () => {
    const { Thing, take, give, ended } = open();
    const thing = new Thing(7);
    const index = take(thing);
    expect(index).toBe(1);
    expect(errorOf(() => thing.valueOf())).toBe('TypeError: thing.value-of: self: this thing was given away');
    disposeOf(thing);
    expect(ended).toEqual([]);
    const back = give(index);
    expect(back).toBeInstanceOf(Thing);
    expect(back).not.toBe(thing);
    expect(back.valueOf()).toBe(7);
  });

  it('may be lent twice to one call', () => {
    const { Thing, add, take } = open();
    const thing = new Thing(7);
    expect(add(thing, thing)).toBe(14);
    expect(add(thing, new Thing(1))).toBe(8);
    // It is lent no more.
    expect(take(thing)).toBe(1);
  });

  it('may not be given away twice by one call, and stays what it was', () => {
    const { Thing, mix, take, ended } = open();
    const thing = new Thing(7);
    for (let i = 0; i < 2; i++) {
      expect(errorOf(() => Thing.merge(thing, thing))).toBe(
        'TypeError: thing.merge: b: this thing is passed twice to a call that takes it over',
      );
      expect(errorOf(() => mix(thing, thing))).toBe(
        'TypeError: mix: b: this thing is passed twice to a call that takes it over',
      );
    }
    expect(thing.valueOf()).toBe(7);
    expect(take(new Thing(8))).toBe(1);
    disposeOf(thing);
    expect(ended).toEqual([7]);
  });

  it('can be passed after a call that refused it', () => {
    const { Thing, mix, add } = open();
    const [a, b] = [new Thing(1), new Thing(2)];
    expect(errorOf(() => mix(a, 5 as never))).toBe('TypeError: mix: b: this is not a thing');
    expect(errorOf(() => Thing.merge(a, undefined as never))).toBe(
      'TypeError: thing.merge: b: this is not a thing',
    );
    expect(add(a, b)).toBe(3);
    expect(Thing.merge(a, b).valueOf()).toBe(3);
  });

  it('is one of its instance only', () => {
    const [one, other] = [open(), open()];
    expect(errorOf(() => other.take(new one.Thing(7)))).toBe(
      'TypeError: take: thing: this thing is not a thing of this instance',
    );
  });

  it('is the same as without generated code', () => {
    const { Thing, instance, take } = open();
    expect(call(instance, '[method]thing.value-of', new Thing(5))).toBe(5);
    expect(take(call(instance, '[constructor]thing', 6) as never)).toBe(1);
  });

  it('checks the arguments of its constructor', () => {
    const { Thing } = open();
    expect(errorOf(() => new Thing(-1))).toBe('TypeError: new thing: value: -1 is not a u32');
  });

  it('traps for a handle that the guest does not have', () => {
    const { give, instance } = open();
    const trap = trapOf(() => give(5));
    expect(trap).toMatchObject({ code: 'unknown-handle', message: 'unknown handle index 5' });
    expect(trapOf(() => call(instance, 'drops')).cause).toBe(trap);
  });
});

describe('while a resource is lent to a call', () => {
  it('it cannot be disposed of or given away', () => {
    const seen: string[] = [];
    const { Thing, take, ended } = open({
      visited: () => {
        seen.push(errorOf(() => disposeOf(thing)));
        seen.push(errorOf(() => take(thing)));
      },
    });
    const thing = new Thing(7);
    thing.visit();
    expect(seen).toEqual([
      'TypeError: this thing is lent to a call that has not returned',
      'TypeError: take: thing: this thing is lent to a call that has not returned',
    ]);
    disposeOf(thing);
    expect(ended).toEqual([7]);
  });

  it('another one can be, when the call has returned', () => {
    const seen: string[] = [];
    const { Thing, ended } = open({ visited: () => void seen.push(errorOf(() => disposeOf(other))) });
    const [thing, other] = [new Thing(7), new Thing(8)];
    thing.visit();
    expect(seen).toEqual(['Trap: cannot enter component instance']);
    expect(ended).toEqual([]);
    disposeOf(other);
    expect(ended).toEqual([8]);
  });

  it('is over, when the call ends in a trap', () => {
    const mistake = new Error('not now');
    const { Thing, ended } = open({
      visited: () => {
        throw mistake;
      },
    });
    const thing = new Thing(7);
    expect(trapOf(() => thing.visit()).cause).toBe(mistake);
    // What is left of a broken instance is dropped without a word.
    disposeOf(thing);
    expect(ended).toEqual([]);
  });
});

describe('a destructor', () => {
  it('has the errors of the host as the cause of its trap', () => {
    const mistake = new Error('not now');
    const { Thing, drops } = open({
      ending: () => {
        throw mistake;
      },
    });
    const trap = trapOf(() => disposeOf(new Thing(7)));
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => drops()).cause).toBe(trap);
  });

  it('runs when the guest drops what it was given', () => {
    const { Thing, end, ended } = open();
    end(new Thing(7));
    expect(ended).toEqual([7]);
  });
});

describe('a handle', () => {
  it('that finds no room in the table of the guest is a trap', () => {
    const { Thing } = bindThings(openThings({}, undefined, { maxHandles: 1 }));
    const [a, b] = [new Thing(1), new Thing(2)];
    const trap = trapOf(() => Thing.merge(a, b));
    expect(trap.code).toBe('handle-table-full');
    expect(trapOf(() => new Thing(3)).cause).toBe(trap);
  });
});

/** `put` takes things over and keeps them; `look` borrows them. */
const shelf = compileText(`(component
  ${libc}
  (type $thing' (resource (rep i32)))
  (export $thing "thing" (type $thing'))
  (core func $new (canon resource.new $thing))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "put") (param i32 i32) (result i32) (local.get 1)))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func (export "make") (param "rep" u32) (result (own $thing)) (canon lift (core func $m "make")))
  (func (export "put") (param "things" (list (own $thing))) (result u32)
    (canon lift (core func $m "put") (memory $mem) (realloc $realloc)))
  (func (export "look") (param "things" (list (borrow $thing))) (result u32)
    (canon lift (core func $m "put") (memory $mem) (realloc $realloc))))`);

const shelfWorld = world({
  imports: {},
  exports: {
    thing: Thing,
    make: func({ rep: u32 }, own(Thing)),
    put: func({ things: list(own(Thing)) }, u32),
    look: func({ things: list(borrow(Thing)) }, u32),
  },
});

type Put = (things: ArrayLike<object>) => number;

/** What a generator writes for `put`, and for `look`. */
function liftPut(is: typeof isOwn, lower: typeof lowerOwn) {
  return (cx: LiftedFunction<Put, (things: number, length: number) => number>): Put => {
    const lowerList = (things: ArrayLike<object>): number => {
      const length = lengthOf(things, 4);
      const pointer = allocate(cx, length * 4, 4);
      for (let i = 0; i < length; i++)
        storeU32(cx, pointer + i * 4, lower(cx, Thing, elementAt(things, i) as Thing));
      cx.length = length;
      return pointer;
    };
    return (things) => {
      if (!(isList(things, 4) && Array.from(things).every((thing) => is(cx, Thing, thing))))
        return cx.call(things);
      let result: number;
      cx.enter();
      try {
        const core = cx.core(lowerList(things), cx.length);
        result = liftU32(core);
        cx.leave(core);
      } catch (thrown) {
        throw cx.fail(thrown);
      }
      return result;
    };
  };
}

describe('arguments that cannot be lowered after all', () => {
  it.each(['own', 'borrow'])('give back the handles before them: %s', (kind) => {
    const instance = new Linker().instantiatePre(shelf).instantiateSync();
    const at = checkExports(shelf, shelfWorld);
    const guest = new Guest(instance);
    const put = guest.lift(at.index('put'), liftPut(isOwn, lowerOwn));
    const pass = kind === 'own' ? put : guest.lift(at.index('look'), liftPut(isBorrow, lowerBorrow));
    const [a, b, c] = [1, 2, 3].map((rep) => call(instance, 'make', rep) as object);
    if (a === undefined || b === undefined || c === undefined) throw new Error('there are three');
    let reads = 0;
    const changing = new Proxy([a, b, c], {
      get: (list, key): unknown => (key === '2' && reads++ > 0 ? {} : Reflect.get(list, key)),
    });
    expect(errorOf(() => pass(changing))).toBe('TypeError: a thing changed while it was passed');
    expect(errorOf(() => pass([a, b, {}]))).toMatch(/things\[2\]: this is not a thing$/);
    // Those before it are lent no more, and the table of the guest has nothing of before.
    expect(pass([a, b, c])).toBe(3);
    if (kind === 'borrow') expect([put([b, a]), call(instance, 'make', 4)]).toEqual([2, expect.anything()]);
    expect(errorOf(() => put([a]))).toBe('TypeError: put: things[0]: this thing was given away');
  });
});
