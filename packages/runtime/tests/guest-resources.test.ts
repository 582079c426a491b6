import { describe, expect, it } from '@jest/globals';
import { Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { call, compileText, disposeOf, errorOf, trapOf } from './components.js';
import { things } from './things.js';

describe('a resource of a guest', () => {
  it('is a class, with its constructor, methods and static functions', () => {
    const { Thing, instance } = open();
    const thing = new Thing(7);
    expect(thing).toBeInstanceOf(Thing);
    expect(Thing.name).toBe('Thing');
    expect(thing.valueOf()).toBe(7);
    const merged = Thing.merge(thing, new Thing(30));
    expect(merged).toBeInstanceOf(Thing);
    expect(merged.valueOf()).toBe(37);
    expect(call(instance, 'drops')).toBe(2);
  });

  it('is the same by names and by its class', () => {
    const { Thing, instance } = open();
    const thing = call(instance, '[constructor]thing', 7);
    expect(thing).toBeInstanceOf(Thing);
    expect(call(instance, '[method]thing.value-of', thing)).toBe(7);
    expect(call(instance, '[method]thing.value-of', new Thing(8))).toBe(8);
  });

  it('ends when it is disposed of, once', () => {
    const { Thing, instance, ended } = open();
    const thing = new Thing(7);
    expect(ended).toEqual([]);
    disposeOf(thing);
    disposeOf(thing);
    expect(ended).toEqual([7]);
    expect(call(instance, 'drops')).toBe(1);
  });

  it('cannot be used after it was disposed of', () => {
    const { Thing, instance } = open();
    const thing = new Thing(7);
    disposeOf(thing);
    expect(errorOf(() => thing.valueOf())).toBe('TypeError: thing.value-of: self: this thing was dropped');
    expect(errorOf(() => call(instance, 'take', thing))).toBe(
      'TypeError: take: thing: this thing was dropped',
    );
  });

  it('cannot be used after it was given away, nor does disposing of it end it', () => {
    const { Thing, instance, ended } = open();
    const thing = new Thing(7);
    const index = call(instance, 'take', thing);
    expect(errorOf(() => thing.valueOf())).toBe('TypeError: thing.value-of: self: this thing was given away');
    disposeOf(thing);
    expect(ended).toEqual([]);
    // What comes back is another object.
    const back = call(instance, 'give', index);
    expect(back).not.toBe(thing);
    expect(call(instance, '[method]thing.value-of', back)).toBe(7);
  });

  it('ends when the guest drops it', () => {
    const { Thing, instance, ended } = open();
    call(instance, 'end', new Thing(7));
    expect(ended).toEqual([7]);
  });

  it('may be lent twice to one call', () => {
    const { Thing, instance } = open();
    const thing = new Thing(7);
    expect(call(instance, 'add', thing, thing)).toBe(14);
    expect(thing.valueOf()).toBe(7);
  });

  it('may not be given away twice by one call, and stays what it was', () => {
    const { Thing, instance, ended } = open();
    const thing = new Thing(7);
    expect(errorOf(() => Thing.merge(thing, thing))).toBe(
      'TypeError: thing.merge: b: this thing is passed twice to a call that takes it over',
    );
    expect(errorOf(() => call(instance, 'mix', thing, thing))).toBe(
      'TypeError: mix: b: this thing is passed twice to a call that takes it over',
    );
    expect(thing.valueOf()).toBe(7);
    // Nothing was left in the table of the guest.
    expect(call(instance, 'take', new Thing(8))).toBe(1);
    disposeOf(thing);
    expect(ended).toEqual([7]);
  });

  it('is one of its instance only', () => {
    const [one, other] = [open(), open()];
    const message = 'TypeError: thing.value-of: self: this thing is not a thing of this instance';
    expect(errorOf(() => call(other.instance, '[method]thing.value-of', new one.Thing(7)))).toBe(message);
    expect(errorOf(() => Reflect.apply(other.Thing.prototype.valueOf, new one.Thing(7), []))).toBe(message);
  });

  it.each<unknown>([undefined, null, 5, {}, { valueOf: () => 7 }])('is not %p', (value) => {
    const { instance } = open();
    expect(errorOf(() => call(instance, '[method]thing.value-of', value))).toBe(
      'TypeError: thing.value-of: self: this is not a thing',
    );
  });

  it('has methods that refuse to be called on something else', () => {
    const { Thing } = open();
    expect(errorOf(() => Reflect.apply(Thing.prototype.valueOf, undefined, []))).toBe(
      'TypeError: thing.value-of: self: this is not a thing',
    );
  });

  it('checks the arguments of its constructor', () => {
    const { Thing } = open();
    expect(errorOf(() => new Thing(-1))).toBe('TypeError: new thing: value: -1 is not a u32');
  });
});

describe('while a resource is lent to a call', () => {
  it('it cannot be disposed of or given away', () => {
    const seen: string[] = [];
    const { Thing, instance, ended } = open({
      visited: () => {
        seen.push(errorOf(() => disposeOf(thing)));
        seen.push(errorOf(() => call(instance, 'take', thing)));
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

  it('another one cannot be disposed of, since the guest is inside a call, and can be later', () => {
    const seen: string[] = [];
    const { Thing, ended } = open({ visited: () => void seen.push(errorOf(() => disposeOf(other))) });
    const [thing, other] = [new Thing(7), new Thing(8)];
    thing.visit();
    expect(seen).toEqual(['Trap: cannot enter component instance']);
    expect(ended).toEqual([]);
    expect(other.valueOf()).toBe(8);
    disposeOf(other);
    expect(ended).toEqual([8]);
  });
});

describe('a destructor', () => {
  it('cannot enter its instance by way of the host', () => {
    const seen: string[] = [];
    const { Thing, instance } = open({
      ending: () => void seen.push(errorOf(() => call(instance, 'drops'))),
    });
    disposeOf(new Thing(7));
    expect(seen).toEqual(['Trap: cannot enter component instance']);
    expect(call(instance, 'drops')).toBe(1);
  });

  it('that traps breaks its instance', () => {
    const { Thing, instance } = open();
    const trap = trapOf(() => disposeOf(new Thing(666)));
    expect(trap.code).toBe('unreachable');
    expect(trapOf(() => call(instance, 'drops')).cause).toBe(trap);
  });

  it('that ends in an error of the host has it as the cause', () => {
    const mistake = new Error('not now');
    const { Thing, instance } = open({
      ending: () => {
        throw mistake;
      },
    });
    const trap = trapOf(() => disposeOf(new Thing(7)));
    expect(trap.cause).toBe(mistake);
    expect(trapOf(() => call(instance, 'drops')).cause).toBe(trap);
  });

  it('does not run in an instance that has trapped: disposing is quiet', () => {
    const { Thing, instance, ended } = open();
    const thing = new Thing(7);
    trapOf(() => call(instance, 'trap'));
    disposeOf(thing);
    expect(ended).toEqual([]);
  });
});

describe('a resource without a constructor', () => {
  it('cannot be made by the host', () => {
    const component = compileText('(component (type $r (resource (rep i32))) (export "r" (type $r)))');
    const { R } = new Linker().instantiatePre(component).instantiateSync().exports as { R: new () => object };
    expect(errorOf(() => new R())).toBe('TypeError: r has no constructor');
  });
});

interface Thing {
  valueOf(): number;
  visit(): void;
}

interface ThingClass {
  new (value: number): Thing;
  readonly name: string;
  readonly prototype: Thing;
  merge(a: Thing, b: Thing): Thing;
}

interface Open {
  readonly instance: Instance;
  readonly Thing: ThingClass;
  /** The representations that the destructor ran for. */
  readonly ended: readonly number[];
}

interface Host {
  readonly ending?: (rep: number) => void;
  readonly visited?: () => void;
}

function open(host: Host = {}): Open {
  const ended: number[] = [];
  const imports = { ending: (rep: number) => void ended.push(rep), visited: () => undefined, ...host };
  const instance = new Linker().define(imports).instantiatePre(things).instantiateSync();
  const { Thing } = instance.exports as { Thing: ThingClass };
  return { instance, Thing, ended };
}
