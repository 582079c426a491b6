/** What Func.call and generated code say of objects that cannot be passed: the same, and what was not taken can be passed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { camelCase, pascalCase } from '../../../packages/runtime/src/names/case.js';
import { compileComponent } from '../../conformance/wast/compile.js';
import { GeneratedCallees } from '../../conformance/wast/generated/generated-callees.js';
import { thrownText } from '../../echo/thrown-text.js';
import { Random } from '../../fuzz/wit/random.js';

const component = `(component
  (component $Things
    (core module $Memory
      (memory (export "memory") 1)
      (global $top (mut i32) (i32.const 1024))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (local $at i32)
        (local.set $at (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
        (global.set $top (i32.add (local.get $at) (local.get 3)))
        (local.get $at))
      (func (export "top") (result i32) (global.get $top)))
    (core instance $memory (instantiate $Memory))
    (alias core export $memory "memory" (core memory $memory))
    (alias core export $memory "realloc" (core func $realloc))
    (type $thing' (resource (rep i32)))
    (type $other' (resource (rep i32)))
    (export $thing "thing" (type $thing'))
    (export $other "other" (type $other'))
    (canon resource.new $thing' (core func $new-thing))
    (canon resource.new $other' (core func $new-other))
    (canon resource.drop $thing' (core func $drop-thing))
    (canon resource.drop $other' (core func $drop-other))
    (core module $M
      (import "" "memory" (memory 1))
      (import "" "new-thing" (func $new-thing (param i32) (result i32)))
      (import "" "new-other" (func $new-other (param i32) (result i32)))
      (import "" "drop-thing" (func $drop-thing (param i32)))
      (import "" "drop-other" (func $drop-other (param i32)))
      (func (export "make-thing") (param i32) (result i32) (call $new-thing (local.get 0)))
      (func (export "make-other") (param i32) (result i32) (call $new-other (local.get 0)))
      (func (export "value") (param i32) (result i32) (local.get 0))
      (func (export "take") (param i32) (call $drop-thing (local.get 0)))
      (func (export "take-and-look") (param i32 i32) (result i32) (call $drop-thing (local.get 0)) (local.get 1))
      (func (export "look-at-all") (param i32 i32) (result i32) (local.get 1))
      (func (export "take-two") (param i32 i32 i32 i32)
        (call $drop-thing (local.get 0))
        (call $drop-other (local.get 3)))
      (func (export "take-all") (param i32 i32) (result i32) (local $left i32)
        (local.set $left (local.get 1))
        (block $done (loop $next
          (br_if $done (i32.eqz (local.get $left)))
          (call $drop-thing (i32.load (local.get 0)))
          (local.set 0 (i32.add (local.get 0) (i32.const 4)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br $next)))
        (local.get 1)))
    (core instance $m (instantiate $M (with "" (instance
      (export "memory" (memory $memory))
      (export "new-thing" (func $new-thing))
      (export "new-other" (func $new-other))
      (export "drop-thing" (func $drop-thing))
      (export "drop-other" (func $drop-other))))))
    (func (export "[constructor]thing") (param "value" u32) (result (own $thing)) (canon lift (core func $m "make-thing")))
    (func (export "[constructor]other") (param "value" u32) (result (own $other)) (canon lift (core func $m "make-other")))
    (func (export "[method]thing.value") (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "value")))
    (func (export "take") (param "it" (own $thing)) (canon lift (core func $m "take")))
    (func (export "take-and-look") (param "taken" (own $thing)) (param "seen" (borrow $thing)) (result u32)
      (canon lift (core func $m "take-and-look")))
    (func (export "take-two") (param "first" (own $thing)) (param "text" string) (param "second" (own $other))
      (canon lift (core func $m "take-two") (memory $memory) (realloc $realloc)))
    (func (export "take-all") (param "all" (list (own $thing))) (result u32)
      (canon lift (core func $m "take-all") (memory $memory) (realloc $realloc)))
    (func (export "look-at-all") (param "all" (list (borrow $thing))) (result u32)
      (canon lift (core func $m "look-at-all") (memory $memory) (realloc $realloc)))
    (func (export "allocated") (result u32) (canon lift (core func $memory "top"))))
  (instance $things (instantiate $Things))
  (export "test:drift/things" (instance $things)))`;

/** An instance, as one of the two back ends calls it. */
interface Side {
  make(resource: string, value: number): object;
  value(self: unknown): unknown;
  call(name: string, args: readonly unknown[]): unknown;
}

function dynamicSide(instance: Instance): Side {
  const things = instance.getExportIndex('test:drift/things');
  const call = (name: string, args: readonly unknown[]): unknown => {
    const index = things && instance.getExportIndex(name, things);
    return (index && instance.getFunc(index))?.call(...args);
  };
  return {
    make: (resource, value) => call(`[constructor]${resource}`, [value]) as object,
    value: (self) => call('[method]thing.value', [self]),
    call,
  };
}

type AnyFunction = (...args: unknown[]) => unknown;

async function generatedSide(callees: GeneratedCallees, instance: Instance): Promise<Side> {
  const { things } = (await callees.worldOf(instance)) as { readonly things: Record<string, AnyFunction> };
  const member = (name: string): AnyFunction => {
    const found = things[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  return {
    make: (resource, value) => Reflect.construct(member(pascalCase(resource)), [value]) as object,
    value: (self) => {
      const prototype = member('Thing').prototype as { readonly value: AnyFunction };
      return Reflect.apply(prototype.value, self, []);
    },
    call: (name, args) => member(camelCase(name))(...args),
  };
}

/** The same objects on both sides: some can be passed, some no more, some never. */
class Pair {
  readonly #sides: readonly Side[];
  readonly #objects: unknown[][] = [[], []];

  constructor(sides: readonly Side[], strangers: readonly Side[]) {
    this.#sides = sides;
    strangers.forEach((side, index) => this.#objects[index]?.push(side.make('thing', 1)));
    for (const value of [undefined, null, 7, 'text', {}, () => 1, [], Symbol('s')]) this.#add(() => value);
  }

  get count(): number {
    return this.#objects[0]?.length ?? 0;
  }

  make(resource: string, value: number): void {
    this.#add((side) => side.make(resource, value));
  }

  drop(place: number): string[] {
    return this.#each((_, objects) => {
      const object = objects[place];
      const drop = typeof object === 'object' && object !== null ? disposerOf(object) : undefined;
      drop?.();
    });
  }

  /** What both sides say of a call; a place is an object, or a list of them. */
  call(name: string, places: readonly (number | readonly number[] | string)[]): string[] {
    return this.#each((side, objects) => {
      const args = places.map((place) =>
        typeof place === 'string'
          ? place
          : typeof place === 'number'
            ? objects[place]
            : place.map((each) => objects[each]),
      );
      return name === 'value' ? side.value(args[0]) : side.call(name, args);
    });
  }

  #add(make: (side: Side) => unknown): void {
    this.#sides.forEach((side, index) => this.#objects[index]?.push(make(side)));
  }

  #each(action: (side: Side, objects: readonly unknown[]) => unknown): string[] {
    return this.#sides.map((side, index) => {
      try {
        return `returned ${String(action(side, this.#objects[index] ?? []))}`;
      } catch (thrown) {
        return thrownText(thrown);
      }
    });
  }
}

function disposerOf(object: object): (() => void) | undefined {
  const symbol = [Symbol.dispose, Symbol.for('dispose')].find((each) => each in object);
  const dispose: unknown = symbol && Reflect.get(object, symbol);
  return typeof dispose === 'function' ? (): void => void Reflect.apply(dispose, object, []) : undefined;
}

describe('objects that cannot be passed', () => {
  let callees: GeneratedCallees;

  beforeAll(async () => {
    callees = await GeneratedCallees.create();
  });
  afterAll(async () => {
    await callees.remove();
  });

  it('are refused in the same words, and what was not taken can be passed', async () => {
    const compiled = compileComponent({ kind: 'text', text: component });
    const sides = async (): Promise<Side[]> => {
      const pre = new Linker().instantiatePre(compiled);
      return [dynamicSide(pre.instantiateSync()), await generatedSide(callees, pre.instantiateSync())];
    };
    const pair = new Pair(await sides(), await sides());
    const random = new Random(6);
    const place = (): number =>
      random.below(3) > 0 ? pair.count - 1 - random.below(6) : random.below(pair.count);
    const steps: readonly (() => string[])[] = [
      () => pair.call('value', [place()]),
      () => pair.call('take', [place()]),
      () => pair.call('take-and-look', [place(), place()]),
      () => pair.call('take-two', [place(), 'text', place()]),
      () => pair.call('take-all', [[place(), place()]]),
      () => pair.call('look-at-all', [[place(), place()]]),
      () => pair.drop(place()),
    ];
    const said = new Set<string>();
    for (let count = 0; count < 600; count++) {
      if (random.below(2) === 0) pair.make(random.pick(['thing', 'thing', 'other']), count);
      const before = pair.call('allocated', []);
      const [dynamic = '', generated] = random.pick(steps)();
      expect([count, generated]).toEqual([count, dynamic]);
      if (!dynamic.startsWith('returned')) expect(pair.call('allocated', [])).toEqual(before);
      said.add(dynamic.replace(/^.*: |\d+$/, ''));
    }
    expect([...said].sort()).toEqual([
      'returned ',
      'returned undefined',
      'this is not a thing',
      'this other is not a thing of this instance',
      'this other was dropped',
      'this other was given away',
      'this thing is not a other of this instance',
      'this thing is not a thing of this instance',
      'this thing is passed twice to a call that takes it over',
      'this thing was dropped',
      'this thing was given away',
    ]);
  });
});
