import { describe, expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Linker, type Instance } from '@wit-bindgen-ts/runtime';
import { call, compileText, disposeOf } from './components.js';

/** Makes things; `take` keeps one, `pass` gives it back, and `drops` tells how many were dropped. */
const things = compileText(`(component
  (core module $State
    (global $drops (mut i32) (i32.const 0))
    (func (export "dtor") (param i32) (global.set $drops (i32.add (global.get $drops) (i32.const 1))))
    (func (export "drops") (result i32) (global.get $drops)))
  (core instance $state (instantiate $State))
  (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
  (export $thing "thing" (type $thing'))
  (core func $new (canon resource.new $thing))
  (core module $m
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "same") (param i32) (result i32) (local.get 0)))
  (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
  (func (export "[constructor]thing") (param "n" u32) (result (own $thing)) (canon lift (core func $i "new")))
  (func (export "pass") (param "thing" (own $thing)) (result (own $thing)) (canon lift (core func $i "same")))
  (func (export "take") (param "thing" (own $thing)) (result u32) (canon lift (core func $i "same")))
  (func (export "drops") (result u32) (canon lift (core func $state "drops"))))`);

describe('a handle that owns its resource', () => {
  it('is reported if it is lost', async () => {
    const { leaked } = await lose((instance) => void make(instance));
    expect(leaked).toEqual(['thing']);
  });

  it('is reported for each that is lost, and by its own object', async () => {
    const { leaked } = await lose((instance) => {
      make(instance);
      // What comes back is another handle: the one that was given away is not lost.
      call(instance, 'pass', make(instance));
    });
    expect(leaked).toEqual(['thing', 'thing']);
  });

  it.each<[string, (instance: Instance) => void]>([
    ['it was disposed of', (instance) => disposeOf(make(instance))],
    ['it was given away', (instance) => void call(instance, 'take', make(instance))],
    [
      'its object was taken over by another, that was disposed of',
      (instance) => disposeOf(takeOver(instance)),
    ],
  ])('is not reported if %s', async (_, use) => {
    const { leaked, canary } = await lose(use);
    expect(leaked).toEqual([]);
    expect(canary).toBe(true);
  });

  it('is not reported while it is held', async () => {
    const held: object[] = [];
    const { leaked } = await lose((instance) => void held.push(make(instance)));
    expect(leaked).toEqual([]);
    expect(held).toHaveLength(1);
  });

  it('that is lost is not dropped', async () => {
    const { instance, leaked } = await lose((opened) => void make(opened));
    expect(leaked).toEqual(['thing']);
    expect(call(instance, 'drops')).toBe(0);
    disposeOf(make(instance));
    expect(call(instance, 'drops')).toBe(1);
  });
});

function make(instance: Instance): object {
  return call(instance, '[constructor]thing', 7) as object;
}

/** A class of the resource makes an object that takes over the handle of the one that the constructor returned. */
function takeOver(instance: Instance): object {
  const { Thing } = instance.exports as { Thing: new (n: number) => object };
  return new Thing(7);
}

interface Lost {
  readonly instance: Instance;
  readonly leaked: readonly string[];
  /** Whether another object, lost at the same time, was collected. */
  readonly canary: boolean;
}

/** Uses an instance in a frame of its own, collects garbage, and tells what was reported. */
async function lose(use: (instance: Instance) => void): Promise<Lost> {
  const leaked: string[] = [];
  const instance = new Linker()
    .instantiatePre(things)
    .instantiateSync({ onLeakedHandle: (name) => void leaked.push(name) });
  const canary = { collected: false };
  const registry = new FinalizationRegistry(() => {
    canary.collected = true;
  });
  (() => {
    use(instance);
    registry.register({}, undefined);
  })();
  for (let i = 0; i < 10 && !canary.collected; i++) await collectGarbage();
  await collectGarbage();
  return { instance, leaked, canary: canary.collected };
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Collects garbage, and lets what waits for that run. */
async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  gc();
  await new Promise((resolve) => setTimeout(resolve, 0));
}
