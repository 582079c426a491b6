import { describe, expect, it } from '@jest/globals';
import { Component, ComponentError, Linker, LinkError, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../harness/guest-file.js';

// The shop through the dynamic API, by names of version 1.2.0 whatever version the guest has.
const inventory = 'example:shop/inventory@1.2.0';
const tea = { id: 1, name: 'tea', price: 450n, tags: ['drink', 'leaf'], note: 'Picked in spring.' };
const kettle = { id: 3, name: 'kettle', price: 3500n, tags: ['kitchen', 'steel'], note: 'Whistles in C♯.' };

describe.each(['shop.wasm', 'shop-1.2.3.wasm'])('the guest %s', (file) => {
  const component = Component.compileSync(guestFile(`shop/${file}`));

  it('finds items by name or by its beginning', () => {
    const { call } = open(component);
    expect(call('find', 'tea')).toEqual(tea);
    expect(call('find', 'k')).toEqual(kettle);
    expect(call('items')).toEqual([tea, expect.anything(), kettle, expect.anything()]);
  });

  it('says why an item was not found', () => {
    const { call } = open(component);
    expect(payloadOf(() => call('find', 'coffee'))).toEqual({ tag: 'unknown-name', val: 'coffee' });
    expect(payloadOf(() => call('find', 'te'))).toEqual({ tag: 'ambiguous', val: ['tea', 'teapot'] });
    expect(payloadOf(() => call('find', 'closing time'))).toEqual({ tag: 'closed' });
    expect(payloadOf(() => call('find', 'tea'))).toEqual({ tag: 'closed' });
  });

  it('fills and merges carts', () => {
    const { call } = open(component);
    const [ada, bob] = [call('[constructor]cart', 'Ada'), call('[constructor]cart', 'Bob')];
    expect(call('[method]cart.add', ada, tea, 2)).toBe(2);
    expect(call('[method]cart.add', ada, kettle, 1)).toBe(1);
    expect(call('[method]cart.add', bob, tea, 1)).toBe(1);
    expect(payloadOf(() => call('[method]cart.add', ada, { ...tea, id: 9 }, 1))).toBe(
      'the shop has no item 9',
    );
    expect(call('[method]cart.total', ada)).toBe(4400n);
    const merged = call('[static]cart.merge', ada, bob);
    expect(call('[method]cart.contents', merged)).toEqual([
      [tea, 3],
      [kettle, 1],
    ]);
  });

  it('tells what it does', () => {
    const { call, log } = open(component);
    call('find', 'tea');
    const cart = call('[constructor]cart', 'Ada');
    call('[method]cart.add', cart, tea, 2);
    payloadOf(() => call('[method]cart.add', cart, tea, 98));
    expect(log).toEqual([
      'info: find: tea',
      'info: cart of Ada: 2 x tea',
      'warn: cart of Ada: a cart holds 99 of an item at most',
    ]);
  });

  it('shares nothing between two instances', () => {
    const [closed, other] = [open(component), open(component)];
    payloadOf(() => closed.call('find', 'closing time'));
    expect(other.call('find', 'tea')).toEqual(tea);
    expect(other.log).toEqual(['info: find: tea']);
  });
});

describe('the guest shop-2.0.0.wasm', () => {
  it('fits no host of version 1', () => {
    const component = Component.compileSync(guestFile('shop/shop-2.0.0.wasm'));
    expect(() => open(component)).toThrow(LinkError);
    expect(component.getExportIndex(inventory)).toBeUndefined();
  });
});

interface OpenShop {
  call(name: string, ...args: unknown[]): unknown;
  readonly log: readonly string[];
}

function open(component: Component): OpenShop {
  const log: string[] = [];
  const write = (level: string, message: string) => void log.push(`${level}: ${message}`);
  const linker = new Linker().define({ 'example:shop/log@1.2.0': { write } });
  const instance = linker.instantiatePre(component).instantiateSync();
  return { log, call: (name, ...args) => callInventory(instance, name, args) };
}

function callInventory(instance: Instance, name: string, args: unknown[]): unknown {
  const index = instance.getExportIndex(name, instance.getExportIndex(inventory));
  const func = index && instance.getFunc(index);
  if (!func) throw new Error(`the guest has no function ${name}`);
  return func.call(...args);
}

function payloadOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    if (error instanceof ComponentError) return error.payload;
    throw error;
  }
  throw new Error('no error was returned');
}
