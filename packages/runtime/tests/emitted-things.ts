/** What a generator writes for the guest of `things.ts`. */
import {
  borrow,
  checkExports,
  defineImports,
  func,
  Guest,
  instantiatePre,
  isBorrow,
  isOwn,
  isU32,
  liftOwn,
  liftU32,
  Linker,
  lowerBorrow,
  lowerOwn,
  own,
  resource,
  ResourceHandle,
  u32,
  world,
  type ExportLookup,
  type Instance,
  type LiftedFunction,
  type LoweredFunction,
  type Lowerings,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import type { Component, InstantiateOptions } from '@wit-bindgen-ts/runtime';
import { things } from './things.js';

export interface Thing extends Disposable {
  valueOf(): number;
  visit(): void;
}
export const Thing = resource<Thing>('thing');

export interface ThingClass {
  new (value: number): Thing;
  merge(a: Thing, b: Thing): Thing;
}

export interface ThingsImports {
  ending(rep: number): void;
  visited(): void;
}

export interface Things {
  readonly Thing: ThingClass;
  take(thing: Thing): number;
  give(index: number): Thing;
  end(thing: Thing): void;
  mix(a: Thing, b: Thing): number;
  add(a: Thing, b: Thing): number;
  drops(): number;
}

export const thingsWorld = world({
  imports: { ending: func({ rep: u32 }), visited: func({}) },
  exports: {
    thing: Thing,
    '[constructor]thing': func({ value: u32 }, own(Thing)),
    '[method]thing.value-of': func({ self: borrow(Thing) }, u32),
    '[method]thing.visit': func({ self: borrow(Thing) }),
    '[static]thing.merge': func({ a: own(Thing), b: own(Thing) }, own(Thing)),
    take: func({ thing: own(Thing) }, u32),
    give: func({ index: u32 }, own(Thing)),
    end: func({ thing: own(Thing) }),
    mix: func({ a: borrow(Thing), b: own(Thing) }, u32),
    add: func({ a: borrow(Thing), b: borrow(Thing) }, u32),
    drops: func({}, u32),
  },
});

const worldLowerings: Lowerings<ThingsImports> = { ending: lowerEnding, visited: lowerVisited };

function lowerEnding(cx: LoweredFunction, host: ThingsImports) {
  return (rep: number): void => {
    cx.enter();
    try {
      host.ending(liftU32(rep));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerVisited(cx: LoweredFunction, host: ThingsImports) {
  return (): void => {
    cx.enter();
    try {
      host.visited();
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

/** An instance of the component, or of one like it. */
export function openThings(
  imports: Partial<ThingsImports> = {},
  component: Component = things,
  limits?: InstantiateOptions,
): Instance {
  const linker = new Linker();
  const all: ThingsImports = { ending: () => undefined, visited: () => undefined, ...imports };
  defineImports(linker, thingsWorld, all, { '': worldLowerings });
  return instantiatePre(linker, component, thingsWorld).instantiateSync(limits);
}

export function bindThings(of: Instance): Things {
  const at = checkExports(of.instancePre.component, thingsWorld);
  const guest = new Guest(of);
  return {
    Thing: bindThing(guest, at),
    take: guest.lift(at.index('take'), liftTake),
    give: guest.lift(at.index('give'), liftGive),
    end: guest.lift(at.index('end'), liftEnd),
    mix: guest.lift(at.index('mix'), liftMix),
    add: guest.lift(at.index('add'), liftAdd),
    drops: guest.func(at.index('drops')),
  };
}

function bindThing(guest: Guest, at: ExportLookup): ThingClass {
  class BoundThing extends ResourceHandle {
    static readonly #new = guest.lift(at.index('[constructor]thing'), liftThingNew);
    static readonly #valueOf = guest.lift(at.index('[method]thing.value-of'), liftThingValueOf);
    static readonly #visit = guest.lift(at.index('[method]thing.visit'), liftThingVisit);
    static readonly #merge = guest.lift(at.index('[static]thing.merge'), liftThingMerge);

    constructor(value: number) {
      super(BoundThing.#new(value));
    }

    override valueOf(): number {
      return BoundThing.#valueOf(this);
    }

    visit(): void {
      BoundThing.#visit(this);
    }

    static merge(a: Thing, b: Thing): Thing {
      return BoundThing.#merge(a, b);
    }
  }

  guest.bindResource(at.index('thing'), BoundThing);
  return BoundThing;
}

function liftThingNew(
  cx: LiftedFunction<(value: number) => Thing, (value: number) => number>,
): (value: number) => Thing {
  return (value) => {
    if (!isU32(value)) return cx.call(value);
    let result: Thing;
    cx.enter();
    try {
      const core = cx.core(value);
      result = liftOwn(cx, Thing, core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftThingValueOf(
  cx: LiftedFunction<(self: Thing) => number, (self: number) => number>,
): (self: Thing) => number {
  return (self) => {
    if (!isBorrow(cx, Thing, self)) return cx.call(self);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerBorrow(cx, Thing, self));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftThingVisit(
  cx: LiftedFunction<(self: Thing) => void, (self: number) => void>,
): (self: Thing) => void {
  return (self) => {
    if (!isBorrow(cx, Thing, self)) return cx.call(self);
    cx.enter();
    try {
      cx.core(lowerBorrow(cx, Thing, self));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function liftThingMerge(
  cx: LiftedFunction<(a: Thing, b: Thing) => Thing, (a: number, b: number) => number>,
): (a: Thing, b: Thing) => Thing {
  return (a, b) => {
    if (!(isOwn(cx, Thing, a) && isOwn(cx, Thing, b))) return cx.call(a, b);
    let result: Thing;
    cx.enter();
    try {
      const core = cx.core(lowerOwn(cx, Thing, a), lowerOwn(cx, Thing, b));
      result = liftOwn(cx, Thing, core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftTake(cx: LiftedFunction<Things['take'], (thing: number) => number>): Things['take'] {
  return (thing) => {
    if (!isOwn(cx, Thing, thing)) return cx.call(thing);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerOwn(cx, Thing, thing));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftGive(cx: LiftedFunction<Things['give'], (index: number) => number>): Things['give'] {
  return (index) => {
    if (!isU32(index)) return cx.call(index);
    let result: Thing;
    cx.enter();
    try {
      const core = cx.core(index);
      result = liftOwn(cx, Thing, core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftEnd(cx: LiftedFunction<Things['end'], (thing: number) => void>): Things['end'] {
  return (thing) => {
    if (!isOwn(cx, Thing, thing)) return cx.call(thing);
    cx.enter();
    try {
      cx.core(lowerOwn(cx, Thing, thing));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function liftMix(cx: LiftedFunction<Things['mix'], (a: number, b: number) => number>): Things['mix'] {
  return (a, b) => {
    if (!(isBorrow(cx, Thing, a) && isOwn(cx, Thing, b))) return cx.call(a, b);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerBorrow(cx, Thing, a), lowerOwn(cx, Thing, b));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftAdd(cx: LiftedFunction<Things['add'], (a: number, b: number) => number>): Things['add'] {
  return (a, b) => {
    if (!(isBorrow(cx, Thing, a) && isBorrow(cx, Thing, b))) return cx.call(a, b);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerBorrow(cx, Thing, a), lowerBorrow(cx, Thing, b));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}
