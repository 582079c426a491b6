/** Where what a generator writes is not what calls a function: memories of 64 bits, and imports that are exported again. */
import { describe, expect, it } from '@jest/globals';
import { Component, ComponentError } from '@wit-bindgen-ts/runtime';
import {
  checkExports,
  defineImports,
  func,
  Guest,
  instance as interfaceOf,
  instantiatePre,
  isBorrow,
  isString,
  isU32,
  liftBorrow,
  liftString,
  liftU32,
  Linker,
  lowerString,
  own,
  resource,
  borrow,
  result,
  string,
  u32,
  world,
  type LiftedFunction,
  type LoweredFunction,
  type ResourceDescriptor,
  type Result,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { Bucket } from './buckets.js';
import { call, compileText, errorOf, thrownBy } from './components.js';

type Measure = (text: string) => number;

/** What a generator writes for `func(text: string) -> u32`. */
function liftMeasure(emitted: string[]) {
  return (cx: LiftedFunction<Measure, (text: number, textLength: number) => number>): Measure =>
    (text) => {
      emitted.push(text);
      if (!isString(text)) return cx.call(text);
      let measured: number;
      cx.enter();
      try {
        const core = cx.core(lowerString(cx, text), cx.length);
        measured = liftU32(core);
        cx.leave(core);
      } catch (thrown) {
        throw cx.fail(thrown);
      }
      return measured;
    };
}

function lowerMeasure(emitted: string[]) {
  return (cx: LoweredFunction, host: { measure: Measure }) =>
    (text: number, textLength: number): number => {
      cx.enter();
      try {
        emitted.push('lowered');
        const measured = host.measure(liftString(cx, text, textLength));
        if (!isU32(measured)) cx.misfit(measured);
        cx.leave();
        return measured;
      } catch (thrown) {
        throw cx.fail(thrown);
      }
    };
}

const measureWorld = world({
  imports: { measure: func({ text: string }, u32) },
  exports: { measured: func({ text: string }, u32) },
});

/** Passes a string on to the host, with a memory of either kind. */
function measuring(address: 'i32' | 'i64'): string {
  const memory = address === 'i64' ? 'i64 1' : '1';
  return `(component
    (import "measure" (func $measure (param "text" string) (result u32)))
    (core module $Libc
      (memory (export "mem") ${memory})
      (func (export "realloc") (param ${address} ${address} ${address} ${address}) (result ${address}) (${address}.const 64)))
    (core instance $libc (instantiate $Libc))
    (core func $measure (canon lower (func $measure) (memory $libc "mem")))
    (core module $M
      (import "" "measure" (func $measure (param ${address} ${address}) (result i32)))
      (func (export "measured") (param ${address} ${address}) (result i32) (call $measure (local.get 0) (local.get 1))))
    (core instance $m (instantiate $M (with "" (instance (export "measure" (func $measure))))))
    (func (export "measured") (param "text" string) (result u32)
      (canon lift (core func $m "measured") (memory $libc "mem") (realloc (func $libc "realloc")))))`;
}

/** Calls \`measured\` with generated code on both sides; tells what of it was called. */
function measure(address: 'i32' | 'i64'): { measured: number; emitted: string[]; wrong: string } {
  const emitted: string[] = [];
  const linker = new Linker();
  const host = { measure: (text: string) => text.length };
  defineImports(linker, measureWorld, host, { '': { measure: lowerMeasure(emitted) } });
  const pre = instantiatePre(
    linker,
    Component.compileSync(encodeComponent(measuring(address)), { features: { memory64: true } }),
    measureWorld,
  );
  const guest = new Guest(pre.instantiateSync());
  const at = checkExports(pre.component, measureWorld);
  const measured = guest.lift(at.index('measured'), liftMeasure(emitted));
  return {
    measured: measured('hello'),
    emitted,
    wrong: errorOf(() => Reflect.apply(measured, undefined, [5])),
  };
}

const memory64 = WebAssembly.validate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 4, 0));

describe('a function with a memory of 64 bits', () => {
  const expected = { measured: 5, wrong: 'TypeError: measured: text: 5 is not a string' };

  it('is called without generated code, on both sides', () => {
    expect(measure('i32')).toEqual({ ...expected, emitted: ['hello', 'lowered', 5] });
    if (memory64) expect(measure('i64')).toEqual({ ...expected, emitted: [] });
    else expect(errorOf(() => measure('i64'))).toMatch('the engine refuses a core module');
  });
});

describe('a function of the host that a component exports again', () => {
  const passing = compileText(`(component
    (import "measure" (func $measure (param "text" string) (result u32)))
    (import "check" (func $check (param "text" string) (result (result u32 (error string)))))
    (export "measured" (func $measure))
    (export "checked" (func $check)))`);
  const passingWorld = world({
    imports: { measure: func({ text: string }, u32), check: func({ text: string }, result(u32, string)) },
    exports: { measured: func({ text: string }, u32), checked: func({ text: string }, result(u32, string)) },
  });

  const open = (host: object, results: 'throw' | 'value') => {
    const emitted: string[] = [];
    const linker = new Linker();
    defineImports(linker, passingWorld, host, { '': { measure: lowerMeasure(emitted) } }, { results });
    const pre = instantiatePre(linker, passing, passingWorld);
    const guest = new Guest(pre.instantiateSync(), { results });
    const at = checkExports(passing, passingWorld);
    return {
      emitted,
      measured: guest.lift(at.index('measured'), liftMeasure(emitted)),
      checked: guest.func<(text: string) => unknown>(at.index('checked')),
    };
  };

  it('is called without generated code', () => {
    const check = (text: string): number => {
      if (text === '') throw new ComponentError('empty');
      return text.length;
    };
    const { measured, checked, emitted } = open({ measure: (text: string) => text.length, check }, 'throw');
    expect(measured('hello')).toBe(5);
    expect(errorOf(() => Reflect.apply(measured, undefined, [5]))).toBe(
      'TypeError: measured: text: 5 is not a string',
    );
    expect(checked('a')).toBe(1);
    expect(thrownBy(() => checked(''))).toMatchObject({ payload: 'empty' });
    expect(emitted).toEqual([]);
  });

  it('gives its result as a value, where both sides do', () => {
    const check = (text: string): Result<number, string> =>
      text === '' ? { tag: 'err', val: 'empty' } : { tag: 'ok', val: text.length };
    const { checked } = open({ measure: () => 0, check }, 'value');
    expect(checked('a')).toEqual({ tag: 'ok', val: 1 });
    expect(checked('')).toEqual({ tag: 'err', val: 'empty' });
  });
});

describe('components inside of a component', () => {
  const Weighed: ResourceDescriptor<Bucket> = resource<Bucket>('bucket');
  const scales = interfaceOf({
    bucket: Weighed,
    '[constructor]bucket': func({ size: u32 }, own(Weighed)),
    weigh: func({ bucket: borrow(Weighed) }, u32),
  });
  /** What is imported goes on to a component inside, whose resources have other places. */
  const outer = compileText(`(component
    (import "other" (type $other (sub resource)))
    (import "scales" (instance $scales
      (export "bucket" (type $bucket (sub resource)))
      (export "[constructor]bucket" (func (param "size" u32) (result (own $bucket))))
      (export "weigh" (func (param "bucket" (borrow $bucket)) (result u32)))))
    (component $Inner
      (import "scales" (instance $scales
        (export "bucket" (type $bucket (sub resource)))
        (export "[constructor]bucket" (func (param "size" u32) (result (own $bucket))))
        (export "weigh" (func (param "bucket" (borrow $bucket)) (result u32)))))
      (alias export $scales "bucket" (type $bucket))
      (core func $new (canon lower (func $scales "[constructor]bucket")))
      (core func $weigh (canon lower (func $scales "weigh")))
      (core func $drop (canon resource.drop $bucket))
      (core module $M
        (import "" "weigh" (func $weigh (param i32) (result i32)))
        (import "" "new" (func $new (param i32) (result i32)))
        (import "" "drop" (func $drop (param i32)))
        (func (export "run") (param i32) (result i32) (local $bucket i32)
          (local.set $bucket (call $new (local.get 0)))
          (call $weigh (local.get $bucket))
          (call $drop (local.get $bucket))))
      (core instance $m (instantiate $M (with "" (instance
        (export "weigh" (func $weigh)) (export "new" (func $new)) (export "drop" (func $drop))))))
      (func (export "run") (param "size" u32) (result u32) (canon lift (core func $m "run"))))
    (instance $inner (instantiate $Inner (with "scales" (instance $scales))))
    (export "run" (func $inner "run")))`);
  const scalesWorld = world({
    imports: { scales },
    exports: { run: func({ size: u32 }, u32) },
  });

  it('lower what the host provides by generated code, too', () => {
    const seen: unknown[] = [];
    const linker = new Linker();
    linker.root().resource('other', class {});
    const host = {
      Bucket,
      weigh(bucket: unknown) {
        seen.push(bucket);
        return bucket instanceof Bucket ? bucket.sizeInL() : 0;
      },
    };
    const weigh =
      (cx: LoweredFunction, { weigh }: { weigh(bucket: unknown): number }) =>
      (bucket: number) => {
        cx.enter();
        try {
          const lifted = liftBorrow(cx, Weighed, bucket);
          seen.push(isBorrow(cx, Weighed, lifted));
          const weighed = weigh(lifted);
          cx.leave();
          return weighed;
        } catch (thrown) {
          throw cx.fail(thrown);
        }
      };
    defineImports(linker, scalesWorld, { scales: host }, { scales: { weigh } });
    const instance = instantiatePre(linker, outer, scalesWorld).instantiateSync();
    expect(call(instance, 'run', 7)).toBe(7);
    expect(seen).toEqual([true, new Bucket(7)]);
  });
});
