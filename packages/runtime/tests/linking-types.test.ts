/** What generated code checks: the types that it expects against those of a component. */
import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type ComponentType } from '@wit-bindgen-ts/runtime';
import {
  borrow,
  defineImports,
  enumOf,
  func,
  instance,
  instantiatePre,
  list,
  own,
  record,
  resource,
  result,
  string,
  tuple,
  u32,
  u64,
  world,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { call, compileText, errorOf } from './components.js';

const item = record({ id: u32, name: string });
const bucket = resource('bucket');
const thing = resource('thing');

/** The world that the host was generated for. */
const expected = world({
  imports: {
    'a:b/log@1.0.0': instance({ write: func({ level: enumOf('info', 'warn'), line: string }) }),
    'a:b/things@1.0.0': instance({ thing, '[method]thing.id': func({ self: borrow(thing) }, u32) }),
    now: func({}, u64),
  },
  exports: {
    run: func({ times: u32 }, result(item, string)),
    'a:b/store@1.0.0': instance({
      bucket,
      open: func({ name: string }, own(bucket)),
      'take-thing': func({ thing: own(thing) }),
    }),
  },
});

const imports = {
  'a:b/log@1.0.0': { write: () => undefined },
  'a:b/things@1.0.0': {
    Thing: class {
      id(): number {
        return 1;
      }
    },
  },
  now: () => 7n,
};

interface Parts {
  readonly log?: string;
  readonly things?: string;
  readonly now?: string;
  readonly run?: string;
  readonly store?: string;
}

/** A component of the expected world, but for some of its parts. */
function componentOf(parts: Parts = {}): Component {
  return compileText(`(component
    ${parts.log ?? '(import "a:b/log@1.0.0" (instance (type $t (enum "info" "warn")) (export "level" (type $level (eq $t))) (export "write" (func (param "level" $level) (param "line" string)))))'}
    ${parts.things ?? '(import "a:b/things@1.0.0" (instance $things (export "thing" (type $r (sub resource))) (export "[method]thing.id" (func (param "self" (borrow $r)) (result u32)))))'}
    ${parts.now ?? '(import "now" (func $now (result u64)))'}
    (alias export $things "thing" (type $thing))
    (core module $m
      (memory (export "mem") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64))
      (func (export "one") (param i32) (result i32) (i32.const 0))
      (func (export "long") (param i64) (result i32) (i32.const 0))
      (func (export "string") (param i32 i32) (result i32) (i32.const 0))
      (func (export "take") (param i32)))
    (core instance $i (instantiate $m))
    (alias core export $i "mem" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (type $bucket (resource (rep i32)))
    (type $other (resource (rep i32)))
    (type $item' (record (field "id" u32) (field "name" string)))
    (export $item "item" (type $item'))
    ${parts.run ?? '(func $run (param "times" u32) (result (result $item (error string))) (canon lift (core func $i "one") (memory $mem)))'}
    (func $open (param "name" string) (result (own $bucket)) (canon lift (core func $i "string") (memory $mem) (realloc $realloc)))
    (func $open-other (param "name" string) (result (own $other)) (canon lift (core func $i "string") (memory $mem) (realloc $realloc)))
    (func $take (param "thing" (own $thing)) (canon lift (core func $i "take")))
    (func $take-bucket (param "thing" (own $bucket)) (canon lift (core func $i "take")))
    (export "run" (func $run))
    ${parts.store ?? '(instance $store (export "bucket" (type $bucket)) (export "open" (func $open)) (export "take-thing" (func $take)))'}
    (export "a:b/store@1.0.0" (instance $store)))`);
}

describe('a component that fits the world of the host', () => {
  it('links', () => {
    const instance = link(componentOf()).instantiateSync();
    expect(instance.instancePre.component.type.exports.size).toBe(3);
  });

  it('may import less and export more', () => {
    const component = componentOf({
      log: '',
      now: '',
      run: `(func $run (param "times" u32) (result (result $item (error string))) (canon lift (core func $i "one") (memory $mem)))
        (export "more" (func $run))`,
    });
    expect(link(component).component).toBe(component);
  });
});

describe('a component that differs', () => {
  it('in a function it imports', () => {
    expect(linkError(componentOf({ now: '(import "now" (func $now (result u32)))' }))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: import now: the types differ
       expected func() -> u64
       found    func() -> u32"
    `);
  });

  it.each([
    ['the name of a parameter', '(param "severity" $level) (param "line" string)'],
    ['the number of parameters', '(param "level" $level)'],
    ['a result', '(param "level" $level) (param "line" string) (result bool)'],
  ])('in %s of a function it imports', (_, type) => {
    const log = `(import "a:b/log@1.0.0" (instance (type $t (enum "info" "warn")) (export "level" (type $level (eq $t))) (export "write" (func ${type}))))`;
    expect(linkError(componentOf({ log }))).toMatch(
      /^LinkError: cannot link the component: import a:b\/log@1.0.0#write: the types differ\n/,
    );
  });

  it('in an exported function', () => {
    const run =
      '(func $run (param "times" u64) (result (result $item (error string))) (canon lift (core func $i "long") (memory $mem)))';
    expect(linkError(componentOf({ run }))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: export run: the types differ
       expected func(times: u32) -> result<record { id: u32, name: string }, string>
       found    func(times: u64) -> result<record { id: u32, name: string }, string>"
    `);
  });

  it('in an exported function that returns another resource', () => {
    const store =
      '(instance $store (export "bucket" (type $bucket)) (export "crate" (type $other)) (export "open" (func $open-other)) (export "take-thing" (func $take)))';
    expect(linkError(componentOf({ store }))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: export a:b/store@1.0.0#open: the types differ
       expected func(name: string) -> own<bucket>
       found    func(name: string) -> own<crate>"
    `);
  });

  it('in an exported function that takes its own resource instead of an imported one', () => {
    const store =
      '(instance $store (export "bucket" (type $bucket)) (export "open" (func $open)) (export "take-thing" (func $take-bucket)))';
    expect(linkError(componentOf({ store }))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: export a:b/store@1.0.0#take-thing: the types differ
       expected func(thing: own<thing>)
       found    func(thing: own<bucket>)"
    `);
  });

  it('in what an export is', () => {
    const store = `(instance $store (export "open" (type $bucket)) (export "bucket" (func $open)) (export "take-thing" (func $take)))`;
    expect(linkError(componentOf({ store }))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - export a:b/store@1.0.0#bucket: expected a resource, found a func
     - export a:b/store@1.0.0#open: expected a func, found a resource"
    `);
  });

  it('in everything, which is all in one error', () => {
    const component = componentOf({
      log: '(import "a:b/log@2.0.0" (instance (export "write" (func (param "line" string)))))',
      now: '(import "now" (func $now (result (tuple u32 (list u8)))))',
      things:
        '(import "a:b/things@1.0.0" (instance $things (export "thing" (type $r (sub resource))) (export "[method]thing.id" (func (param "self" (borrow $r)) (result string)))))',
      run: '(func $run (param "times" u32) (result u32) (canon lift (core func $i "one")))',
      store: '(instance $store (export "crate" (type $bucket)) (export "open" (func $open)))',
    });
    expect(linkError(component)).toMatchInlineSnapshot(`
     "LinkError: cannot link the component:
     - import a:b/log@2.0.0: nothing is provided, an instance with write is needed; there is a:b/log@1.0.0, which is not compatible
     - import a:b/things@1.0.0#[method]thing.id: the types differ
       expected func(self: borrow<thing>) -> u32
       found    func(self: borrow<thing>) -> string
     - import now: the types differ
       expected func() -> u64
       found    func() -> tuple<u32, list<u8>>
     - export run: the types differ
       expected func(times: u32) -> result<record { id: u32, name: string }, string>
       found    func(times: u32) -> u32
     - export a:b/store@1.0.0#bucket: the component does not export this, a resource is expected
     - export a:b/store@1.0.0#open: the types differ
       expected func(name: string) -> own<bucket>
       found    func(name: string) -> own<crate>
     - export a:b/store@1.0.0#take-thing: the component does not export this, func(thing: own<thing>) is expected"
    `);
  });

  it('in the version of an exported interface', () => {
    const component = compileText(`(component
      (type $t u8) (instance $store (export "t" (type $t)))
      (export "a:b/store@2.1.0" (instance $store)))`);
    const store = world({ imports: {}, exports: { 'a:b/store@1.0.0': instance({ size: func({}, u32) }) } });
    expect(errorOf(() => instantiatePre(new Linker(), component, store))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: export a:b/store@1.0.0: the component does not export this, an instance is expected; there is a:b/store@2.1.0, which is not compatible"`,
    );
  });
});

describe('types are compared', () => {
  it('by structure, and each pair once, however often they are shared', () => {
    // Written out, each of these types has 2^18 parts.
    let type = tuple(u32, u32);
    for (let i = 0; i < 17; i++) type = tuple(type, type);
    const types = Array.from({ length: 17 }, (_, i) => `(type $t${i + 1} (tuple $t${i} $t${i}))`);
    const component = (first: string) =>
      compileText(`(component (type $t0 (tuple ${first})) ${types.join('\n')}
        (import "f" (func (param "a" $t17))))`);
    const shared = world({ imports: { f: func({ a: type }) }, exports: {} });
    const linker = new Linker();
    defineImports(linker, shared, { f: () => undefined });
    expect(instantiatePre(linker, component('u32 u32'), shared).component.type.imports.size).toBe(1);
    const error = errorOf(() => instantiatePre(linker, component('u32 u64'), shared));
    expect(error).toMatch(/^LinkError: cannot link the component: import f: the types differ\n/);
    expect(error.length).toBeLessThan(3000);
  });

  it('with the difference between a list and one of a fixed length', () => {
    const component = Component.compileSync(
      encodeComponent('(component (import "f" (func (param "a" (list u32 4)))))'),
      { features: { fixedLengthLists: true } },
    );
    const plain = world({ imports: { f: func({ a: list(u32) }) }, exports: {} });
    const linker = new Linker();
    defineImports(linker, plain, { f: () => undefined });
    expect(errorOf(() => instantiatePre(linker, component, plain))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: import f: the types differ
       expected func(a: list<u32>)
       found    func(a: list<u32, 4>)"
    `);
  });
});

describe('functions defined through generated code', () => {
  it('are refused where the linker has them already', () => {
    const linker = new Linker();
    defineImports(linker, expected, imports);
    expect(errorOf(() => defineImports(linker, expected, imports))).toMatchInlineSnapshot(
      `"LinkError: cannot link the component: now: this is defined already"`,
    );
  });

  it('are the ones that are called', () => {
    const component = compileText(`(component
      (import "now" (func $now (result u64)))
      (export "then" (func $now)))`);
    const clock = world({ imports: { now: func({}, u64) }, exports: { then: func({}, u64) } });
    expect(call(link(component, clock).instantiateSync(), 'then')).toBe(7n);
  });
});

function link(component: Component, type: ComponentType = expected) {
  const linker = new Linker();
  defineImports(linker, type, imports);
  return instantiatePre(linker, component, type);
}

function linkError(component: Component): string {
  return errorOf(() => link(component));
}
