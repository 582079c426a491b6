import { describe, expect, it } from '@jest/globals';
import { Component, Linker, type ComponentExportIndex, type ComponentItem } from '@wit-bindgen-ts/runtime';
import { checkExports, Guest, world } from '@wit-bindgen-ts/runtime/codegen/v1';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { compileText, errorOf, instantiate } from './components.js';

const shop = Component.compileSync(guestFile('shop/shop.wasm'));
const log = { 'example:shop/log@1.2.0': { write: () => undefined } };

describe('the type of a component', () => {
  it('says what it imports', () => {
    expect([...shop.type.imports.keys()]).toEqual(['example:shop/log@1.2.0']);
    expect(itemAt(shop.type.imports, 'example:shop/log@1.2.0', 'write')).toEqual({
      kind: 'func',
      async: false,
      params: [
        { name: 'level', type: { kind: 'enum', names: ['debug', 'info', 'warn'] } },
        { name: 'message', type: { kind: 'string' } },
      ],
    });
  });

  it('says what it exports, in the order of the binary', () => {
    expect([...shop.type.exports.keys()]).toEqual(['version', 'example:shop/inventory@1.2.0']);
    const inventory = shop.type.exports.get('example:shop/inventory@1.2.0');
    expect(inventory?.kind === 'instance' && [...inventory.exports.keys()]).toEqual([
      'item',
      'find-error',
      'cart',
      '[constructor]cart',
      '[method]cart.add',
      '[method]cart.contents',
      '[method]cart.total',
      '[static]cart.merge',
      'find',
      'items',
    ]);
  });

  it('can be walked to the last of its parts', () => {
    const found = itemAt(shop.type.exports, 'example:shop/inventory@1.2.0', 'find');
    const item = {
      kind: 'record',
      fields: [
        { name: 'id', type: { kind: 'u32' } },
        { name: 'name', type: { kind: 'string' } },
        { name: 'price', type: { kind: 'u64' } },
        { name: 'tags', type: { kind: 'list', element: { kind: 'string' } } },
        { name: 'note', type: { kind: 'option', some: { kind: 'string' } } },
      ],
    };
    expect(found).toEqual({
      kind: 'func',
      async: false,
      params: [{ name: 'name', type: { kind: 'string' } }],
      result: {
        kind: 'result',
        ok: item,
        err: {
          kind: 'variant',
          cases: [
            { name: 'unknown-name', type: { kind: 'string' } },
            { name: 'ambiguous', type: { kind: 'list', element: { kind: 'string' } } },
            { name: 'closed' },
          ],
        },
      },
    });
  });

  it('has one object for a resource, wherever it is spoken of', () => {
    const cart = itemAt(shop.type.exports, 'example:shop/inventory@1.2.0', 'cart');
    const total = itemAt(shop.type.exports, 'example:shop/inventory@1.2.0', '[method]cart.total');
    expect(cart).toMatchObject({ kind: 'resource', name: 'cart' });
    const self = total?.kind === 'func' ? total.params[0]?.type : undefined;
    expect(self?.kind === 'borrow' && self.resource === cart).toBe(true);
  });

  it('tells core modules by their imports and exports', () => {
    const component = compileText(`(component
      (core module $m (import "env" "f" (func)) (import "env" "g" (global i32)) (memory (export "mem") 1) (table (export "t") 1 funcref))
      (export "m" (core module $m))
      (import "n" (core module (import "a" "b" (memory 1)) (export "c" (func)))))`);
    const limits = { min: '1', max: null, address: 'i32' };
    const memory = { kind: 'memory', limits, shared: false, pageSize: 16 };
    const func = { kind: 'func', params: [], results: [] };
    expect(component.type.exports.get('m')).toEqual({
      kind: 'module',
      imports: new Map([
        [
          'env',
          new Map<string, object>([
            ['f', func],
            ['g', { kind: 'global', type: 'i32', mutable: false, shared: false }],
          ]),
        ],
      ]),
      exports: new Map<string, object>([
        ['mem', memory],
        ['t', { kind: 'table', element: 'funcref', limits, shared: false }],
      ]),
    });
    expect(component.type.imports.get('n')).toEqual({
      kind: 'module',
      imports: new Map([['a', new Map([['b', memory]])]]),
      exports: new Map([['c', func]]),
    });
  });

  it('tells components by their imports and exports', () => {
    const component = compileText(`(component
      (type $u8 u8)
      (import "c" (component (import "f" (func (param "a" u8))) (export "r" (type (sub resource)))))
      (component $d (import "g" (func)) (type $t u8) (export "t" (type $t)))
      (export "d" (component $d))
      (type $make (func (result u8)))
      (export "make" (type $make)))`);
    const u8 = { kind: 'u8' };
    expect(component.type.imports.get('c')).toEqual({
      kind: 'component',
      imports: new Map([['f', { kind: 'func', async: false, params: [{ name: 'a', type: u8 }] }]]),
      exports: new Map([['r', expect.objectContaining({ kind: 'resource', name: 'r' })]]),
    });
    expect(component.type.exports.get('d')).toEqual({
      kind: 'component',
      imports: new Map([['g', { kind: 'func', async: false, params: [] }]]),
      exports: new Map([['t', { kind: 'type', type: u8 }]]),
    });
    expect(component.type.exports.get('make')).toEqual({
      kind: 'type',
      type: { kind: 'func', async: false, params: [], result: u8 },
    });
  });

  it('gives a type that is exported by name', () => {
    const component = compileText('(component (type $t (record (field "a" u8))) (export "t" (type $t)))');
    expect(component.type.exports.get('t')).toEqual({
      kind: 'type',
      type: { kind: 'record', fields: [{ name: 'a', type: { kind: 'u8' } }] },
    });
  });
});

describe('an export is found', () => {
  const instance = instantiate(shop, log);

  it('by its name', () => {
    const found = shop.getExport('version');
    expect(found?.item).toBe(shop.type.exports.get('version'));
    expect(found && instance.getFunc(found.index)?.type).toBe(found?.item);
    expect(instance.getFunc('version')?.type).toBe(found?.item);
  });

  it('in an exported instance', () => {
    const inventory = shop.getExportIndex('example:shop/inventory@1.2.0');
    expect(shop.getExport('find', inventory)?.item).toBe(
      itemAt(shop.type.exports, 'example:shop/inventory@1.2.0', 'find'),
    );
    expect(shop.getExport('find')).toBeUndefined();
    expect(shop.getExport('version', inventory)).toBeUndefined();
  });

  it('in instances of instances', () => {
    const nested = compileText(`(component
      (component $c (type $t u8) (export "t" (type $t)))
      (instance $i (instantiate $c))
      (instance $j (export "inner" (instance $i)))
      (export "outer" (instance $j)))`);
    const inner = nested.getExportIndex('inner', nested.getExportIndex('outer'));
    expect(nested.getExport('t', inner)?.item).toEqual({ kind: 'type', type: { kind: 'u8' } });
    expect(nested.getExport('t', nested.getExportIndex('outer'))).toBeUndefined();
  });

  it('by the name of a compatible version', () => {
    const index = shop.getExportIndex('example:shop/inventory@1.9.9');
    expect(shop.getExport('items', index)?.item.kind).toBe('func');
    expect(instance.getExport('example:shop/inventory@1.0.0')?.item.kind).toBe('instance');
    expect(shop.getExportIndex('example:shop/inventory@2.0.0')).toBeUndefined();
    expect(shop.getExportIndex('example:shop/inventory')).toBeUndefined();
  });

  it('only as what it is', () => {
    expect(instance.getFunc('example:shop/inventory@1.2.0')).toBeUndefined();
    expect(instance.getModule('version')).toBeUndefined();
    expect(instance.getResource('version')).toBeUndefined();
    expect(shop.getExport('x', shop.getExportIndex('version'))).toBeUndefined();
  });

  it.each(['', 'nothing', '__proto__', 'constructor', 'toString'])('not by the name %p', (name) => {
    expect(shop.getExport(name)).toBeUndefined();
    expect(instance.getFunc(name)).toBeUndefined();
  });
});

describe('the index of another component', () => {
  // The same bytes, so that every place is there in both.
  const other = Component.compileSync(guestFile('shop/shop.wasm'));
  const instance = instantiate(shop, log);
  const foreign = indexOf(other, 'example:shop/inventory@1.2.0');
  const foreignFunc = indexOf(other, 'version');
  const foreignCart = indexOf(other, 'cart', foreign);

  it('finds nothing in a component', () => {
    expect(shop.getExport('find', foreign)).toBeUndefined();
    expect(shop.getExportIndex('find', foreign)).toBeUndefined();
    expect(other.getExportIndex('find', foreign)).toBeDefined();
  });

  it('finds nothing in an instance', () => {
    expect(instance.getFunc(foreignFunc)).toBeUndefined();
    expect(instance.getModule(foreignFunc)).toBeUndefined();
    expect(instance.getResource(foreignCart)).toBeUndefined();
    expect(instance.getExport('find', foreign)).toBeUndefined();
    expect(instance.getExportIndex('find', foreign)).toBeUndefined();
  });

  it('is an error of the generated code that uses it', () => {
    const guest = new Guest(instance);
    const message = 'TypeError: this is the index of an export of another component';
    expect(errorOf(() => guest.func(foreignFunc))).toBe(message);
    expect(errorOf(() => guest.bindResource(foreignCart, class {}))).toBe(message);
  });

  it('is good for every instance of its own', () => {
    const pre = new Linker().define(log).instantiatePre(shop);
    const version = indexOf(shop, 'version');
    expect(pre.instantiateSync().getFunc(version)?.call()).toBe('1.2.0');
    expect(pre.instantiateSync().getFunc(version)?.call()).toBe('1.2.0');
  });
});

describe('the lookup of generated code', () => {
  it('says when the world has no such export', () => {
    const lookup = checkExports(shop, world({ imports: {}, exports: {} }));
    expect(errorOf(() => lookup.index('nothing'))).toBe(
      'Error: the world has no export `nothing`: generate its bindings again',
    );
  });
});

function itemAt(
  items: ReadonlyMap<string, ComponentItem>,
  name: string,
  inner: string,
): ComponentItem | undefined {
  const instance = items.get(name);
  return instance?.kind === 'instance' ? instance.exports.get(inner) : undefined;
}

function indexOf(component: Component, name: string, parent?: ComponentExportIndex): ComponentExportIndex {
  const index = component.getExportIndex(name, parent);
  if (index === undefined) throw new Error(`there is no export ${name}`);
  return index;
}
