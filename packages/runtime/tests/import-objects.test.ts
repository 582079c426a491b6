import { describe, expect, it } from '@jest/globals';
import { Linker, type Component, type ImportObject } from '@wit-bindgen-ts/runtime';
import { call, compileText, errorOf, instantiate } from './components.js';

const caller = callerOf('f');

describe('an import object', () => {
  it('can have functions of the world beside its interfaces', () => {
    const component = compileText(`(component
      (import "count-all" (func $f (result u32)))
      (export "g" (func $f)))`);
    expect(call(instantiate(component, { countAll: one }), 'g')).toBe(1);
  });

  it('calls functions with `this`, of a class or of a literal', () => {
    class Counter {
      #count = 40;
      f() {
        return ++this.#count;
      }
    }
    class Derived extends Counter {}
    const counter = new Derived();
    const instance = instantiate(caller, { i: counter });
    expect(call(instance, 'f')).toBe(41);
    expect(counter.f()).toBe(42);
    const literal = {
      count: 7,
      f(): number {
        return this.count;
      },
    };
    expect(call(instantiate(caller, { i: literal }), 'f')).toBe(7);
  });

  it('gives functions of the linker no `this`', () => {
    const seen: unknown[] = [];
    const linker = new Linker();
    linker.instance('i').func('f', function (this: unknown) {
      seen.push(this);
      return 1;
    });
    call(linker.instantiatePre(caller).instantiateSync(), 'f');
    expect(seen).toEqual([undefined]);
  });

  it.each(['my-iface', 'myIface'])('can name an interface of the world %s', (key) => {
    const component = compileText(`(component
      (import "my-iface" (instance $i (export "do-it" (func (result u32)))))
      (export "f" (func $i "do-it")))`);
    expect(call(instantiate(component, { [key]: { doIt: one } }), 'f')).toBe(1);
  });

  it('can have an object with no prototype', () => {
    const members: ImportObject = Object.assign(Object.create(null) as object, { f: one });
    expect(call(instantiate(caller, { i: members }), 'f')).toBe(1);
  });

  it('leaves alone what no component asks for', () => {
    expect(call(instantiate(caller, { i: { f: one, default: 5 }, j: null, k: 'text' }), 'f')).toBe(1);
  });
});

describe('a name that every object has', () => {
  const names = [
    'to-string',
    'value-of',
    'constructor',
    'has-own-property',
    'name',
    'length',
    'arguments',
    'caller',
    'apply',
    'prototype',
    'then',
  ];

  it.each(names)('%s is missing unless it is defined', (name) => {
    const wanted = `import i#${name}: nothing is provided, func() -> u32 is needed`;
    expect(linkError(callerOf(name), { i: {} })).toBe(`LinkError: cannot link the component: ${wanted}`);
    expect(linkError(callerOf(name), { i: new (class {})() })).toBe(
      `LinkError: cannot link the component: ${wanted}`,
    );
  });

  it.each(names)('%s is found in an object', (name) => {
    expect(call(instantiate(callerOf(name), { i: { [camel(name)]: one } }), name)).toBe(1);
  });

  it.each(names.filter((name) => name !== 'constructor'))('%s is found in the class of an object', (name) => {
    class Host {}
    Object.defineProperty(Host.prototype, camel(name), { value: one });
    expect(call(instantiate(callerOf(name), { i: new Host() }), name)).toBe(1);
  });

  it.each(names.flatMap((name) => [`[method]thing.${name}`, `[static]thing.${name}`]))(
    '%s is not found in a class unless it is defined',
    (name) => {
      const params = name.startsWith('[method]') ? ' (param "self" (borrow $thing))' : '';
      const component = compileText(`(component (import "i" (instance
        (export "thing" (type $thing (sub resource)))
        (export "${name}" (func${params})))))`);
      const needed = params === '' ? 'func()' : 'func(self: borrow<thing>)';
      expect(linkError(component, { i: { Thing: class {} } })).toBe(
        `LinkError: cannot link the component: import i#${name}: nothing is provided, ${needed} is needed`,
      );
    },
  );

  it.each(['to-string', 'hash'])('%s is no resource', (name) => {
    const component = compileText(
      `(component (import "i" (instance (export "${name}" (type (sub resource))))))`,
    );
    expect(linkError(component, { i: {} })).toBe(
      `LinkError: cannot link the component: import i#${name}: nothing is provided, a resource is needed`,
    );
  });
});

function one(): number {
  return 1;
}

function callerOf(name: string): Component {
  return compileText(`(component
    (import "i" (instance $i (export "${name}" (func (result u32)))))
    (export "${name}" (func $i "${name}")))`);
}

function camel(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function linkError(component: Component, imports: ImportObject): string {
  return errorOf(() => new Linker().define(imports).instantiatePre(component));
}
