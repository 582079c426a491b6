/** What an error says beside what is missing: what is there, and what is nearly there. */
import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type ImportObject } from '@wit-bindgen-ts/runtime';
import { checkExports, func, instance as instanceOf, world } from '@wit-bindgen-ts/runtime/codegen/v1';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { compileText, errorOf, instantiate } from './components.js';

const component = compileText(`(component
  (import "a:b/store@1.2.0" (instance
    (export "bucket" (type $bucket (sub resource)))
    (export "[method]bucket.get-size" (func (param "self" (borrow $bucket))))
    (export "[static]bucket.merge" (func))
    (export "open-bucket" (func))))
  (import "run-all" (func)))`);

describe('an import that is missing', () => {
  it.each<[string, ImportObject, string[]]>([
    [
      'in another version',
      { 'a:b/store@2.0.0': {}, 'a:b/store@0.9.0': {}, runAll: none },
      [
        'import a:b/store@1.2.0: nothing is provided, an instance with bucket, [method]bucket.get-size, [static]bucket.merge, open-bucket is needed; there is a:b/store@2.0.0, which is not compatible',
      ],
    ],
    [
      'by a name that is one letter off',
      { 'a:b/stores@1.2.0': {}, runAl: none },
      [
        'import a:b/store@1.2.0: nothing is provided, an instance with bucket, [method]bucket.get-size, [static]bucket.merge, open-bucket is needed; there is a:b/stores@1.2.0, did you mean that?',
        'import run-all: nothing is provided, func() is needed; there is runAl, did you mean that?',
      ],
    ],
    [
      'by the name that WIT has for it',
      { 'a:b/store@1.2.0': store(), 'run-all': none },
      [
        'import run-all: nothing is provided, func() is needed; there is run-all, which has to be called runAll',
      ],
    ],
    [
      'in an object',
      { 'a:b/store@1.2.0': { ...store(), openBucket: undefined, openBuckets: none }, runAll: none },
      [
        'import a:b/store@1.2.0#open-bucket: nothing is provided, func() is needed; there is openBuckets, did you mean that?',
      ],
    ],
    [
      'in a class',
      {
        'a:b/store@1.2.0': {
          openBucket: none,
          Bucket: class {
            static marge(): void {
              none();
            }
            getSizes(): void {
              none();
            }
          },
        },
        runAll: none,
      },
      [
        'import a:b/store@1.2.0#[method]bucket.get-size: nothing is provided, func(self: borrow<bucket>) is needed; there is getSizes, did you mean that?',
        'import a:b/store@1.2.0#[static]bucket.merge: nothing is provided, func() is needed; there is marge, did you mean that?',
      ],
    ],
    [
      'as a class of another name',
      { 'a:b/store@1.2.0': { ...store(), Bucket: undefined, Buckets: class {} }, runAll: none },
      [
        'import a:b/store@1.2.0#bucket: nothing is provided, a resource is needed; there is Buckets, did you mean that?',
        'import a:b/store@1.2.0#[method]bucket.get-size: nothing is provided, func(self: borrow<bucket>) is needed; there is Buckets, did you mean that?',
        'import a:b/store@1.2.0#[static]bucket.merge: nothing is provided, func() is needed; there is Buckets, did you mean that?',
      ],
    ],
    [
      'with something else in its place',
      { 'a:b/store@1.2.0': { ...store(), openBucket: null, Bucket: () => 1 }, runAll: { a: 1 } },
      [
        'import a:b/store@1.2.0#bucket: a function that is no class is provided, a resource is needed',
        'import a:b/store@1.2.0#[method]bucket.get-size: nothing is provided, func(self: borrow<bucket>) is needed',
        'import a:b/store@1.2.0#[static]bucket.merge: nothing is provided, func() is needed',
        'import a:b/store@1.2.0#open-bucket: null is provided, func() is needed',
        'import run-all: an object is provided, func() is needed',
      ],
    ],
  ])('%s', (_, imports, problems) => {
    expect(problemsOf(errorOf(() => new Linker().define(imports).instantiatePre(component)))).toEqual(
      problems,
    );
  });

  it('by what else the linker has', () => {
    const linker = new Linker();
    linker.root().resource('run-all', class {});
    linker.root().module('a:b/store@1.2.0', new WebAssembly.Module(encodeComponent('(module)')));
    expect(problemsOf(errorOf(() => linker.instantiatePre(component)))).toEqual([
      'import a:b/store@1.2.0: a core module is provided, an instance with bucket, [method]bucket.get-size, [static]bucket.merge, open-bucket is needed',
      'import run-all: a resource is provided, func() is needed',
    ]);
    const misspelt = new Linker();
    misspelt.root().func('run-al', none);
    misspelt
      .instance('a:b/store@1.2.0')
      .resource('buckets', class {})
      .func('[static]bucket.merg', none);
    expect(problemsOf(errorOf(() => misspelt.instantiatePre(component)))).toEqual([
      'import a:b/store@1.2.0#bucket: nothing is provided, a resource is needed; there is buckets, did you mean that?',
      'import a:b/store@1.2.0#[method]bucket.get-size: nothing is provided, func(self: borrow<bucket>) is needed',
      'import a:b/store@1.2.0#[static]bucket.merge: nothing is provided, func() is needed; there is [static]bucket.merg, did you mean that?',
      'import a:b/store@1.2.0#open-bucket: nothing is provided, func() is needed',
      'import run-all: nothing is provided, func() is needed; there is run-al, did you mean that?',
    ]);
  });
});

describe('an export that is missing', () => {
  it('is nearly there', () => {
    const exporting = compileText(`(component
      (core module $M (func (export "f"))) (core instance $m (instantiate $M))
      (func $f (canon lift (core func $m "f")))
      (instance $i (export "open" (func $f)))
      (export "a:b/c@1.0.0" (instance $i)) (export "runs" (func $f)))`);
    const expected = world({
      imports: {},
      exports: { 'a:b/c@1.0.0': instanceOf({ opens: func({}) }), run: func({}) },
    });
    expect(problemsOf(errorOf(() => checkExports(exporting, expected)))).toEqual([
      'export a:b/c@1.0.0#opens: the component does not export this, func() is expected; there is open, did you mean that?',
      'export run: the component does not export this, func() is expected; there is runs, did you mean that?',
    ]);
  });
});

describe('what cannot be run yet', () => {
  it('compiles, and is told when it is linked, where something uses it', () => {
    const asynchronous = compileText(`(component
      (import "f" (func $f async (param "n" u32)))
      (core func $lowered (canon lower (func $f) async))
      (core func $inc (canon backpressure.inc))
      (core func $return (canon task.return))
      (core func (canon task.cancel))
      (core module $M
        (import "" "f" (func (param i32) (result i32)))
        (import "" "inc" (func))
        (import "" "return" (func))
        (func (export "run") (result i32) (i32.const 0))
        (func (export "callback") (param i32 i32 i32) (result i32) (i32.const 0)))
      (core instance $m (instantiate $M (with "" (instance
        (export "f" (func $lowered)) (export "inc" (func $inc)) (export "return" (func $return))))))
      (func $run async (canon lift (core func $m "run") async (callback (func $m "callback"))))
      (instance $i (export "run" (func $run)))
      (export "i" (instance $i)))`);
    expect(problemsOf(errorOf(() => new Linker().instantiatePre(asynchronous)))).toEqual([
      'import f: asynchronous functions are not supported yet',
      'built-in backpressure.inc: this built-in is not supported yet',
      'built-in task.return: this built-in is not supported yet',
      'export i#run: asynchronous functions are not supported yet',
      'import f: nothing is provided, async func(n: u32) is needed',
    ]);
  });
});

describe('what the engine refuses', () => {
  it('has the number of the core instance', () => {
    const importing = compileText(`(component
      (core module $Other)
      (core instance $other (instantiate $Other))
      (import "m" (core module $m (import "" "f" (func (result i32)))))
      (core module $M (func (export "f") (result i32) (i32.const 1)))
      (core instance $f (instantiate $M))
      (core instance $i (instantiate $m (with "" (instance $f)))))`);
    const linker = new Linker();
    const module = new WebAssembly.Module(encodeComponent('(module (import "" "f" (func (result i64))))'));
    linker.root().module('m', module);
    expect(errorOf(() => linker.instantiatePre(importing).instantiateSync())).toMatch(
      /^LinkError: cannot link the component: core instance 2: .*does not match the expected type$/,
    );
  });

  it('has the offset of what is wrong in a core module', async () => {
    const text = '(component (core module) (core module (func (result i32))))';
    const bytes = encodeComponent(text);
    const message = /^CompileError: cannot compile the component: 0x2c: the engine refuses a core module: /;
    expect(errorOf(() => Component.compileSync(bytes))).toMatch(message);
    await expect(Component.compile(bytes)).rejects.toThrow(/0x2c: the engine refuses/);
  });
});

it('instances without a problem link', () => {
  const imports = { 'a:b/store@1.2.0': store(), runAll: none };
  expect(instantiate(component, imports).exports).toEqual({});
});

function store(): { Bucket: unknown; openBucket: unknown } {
  class Bucket {
    static merge(): void {
      none();
    }
    getSize(): void {
      none();
    }
  }
  return { Bucket, openBucket: none };
}

function none(): void {
  // Nothing calls it.
}

function problemsOf(error: string): string[] {
  const lines = error.replace('LinkError: cannot link the component:', '').trim().split('\n');
  return lines.map((line) => line.replace(/^- /, ''));
}
