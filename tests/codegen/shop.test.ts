import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Component } from '@wit-bindgen-ts/runtime';
import { checkExports, Guest, Linker, world } from '@wit-bindgen-ts/runtime/codegen/v1';
import {
  Inventory,
  inventoryIndices,
  loadInventory,
} from '../../snapshots/shop/exports/example-shop/inventory.js';
import { findOrExplain, Journal, merge, open, priceOfEverything } from './hosts/shop.js';

async function openShop(
  guest = 'shop.wasm',
): Promise<{ shop: Awaited<ReturnType<typeof open>>; journal: Journal }> {
  const journal = new Journal();
  return { shop: await open(await compileGuest(guest), journal), journal };
}

function compileGuest(guest: string): Promise<Component> {
  return Component.compile(readFileSync(new URL(`../guests/shop/${guest}`, import.meta.url)));
}

describe('the generated shop', () => {
  it('calls functions of the world and of its interface', async () => {
    const { shop, journal } = await openShop();
    expect(shop.version()).toBe('1.2.0');
    expect(findOrExplain(shop, 'kettle')).toEqual({
      id: 3,
      name: 'kettle',
      price: 3500n,
      tags: ['kitchen', 'steel'],
      note: 'Whistles in C♯.',
    });
    expect(journal.lines).toEqual(['info: find: kettle']);
  });

  it('throws the error of a result with its payload', async () => {
    const { shop } = await openShop();
    expect(findOrExplain(shop, 'coffee')).toBe('there is no coffee');
    expect(findOrExplain(shop, 'te')).toBe('which of tea, teapot?');
  });

  it('has a class for a resource, whose objects the guest keeps', async () => {
    const { shop } = await openShop();
    expect(priceOfEverything(shop)).toBe(7170n);
    expect(merge(shop, ['me', 'you'])).toEqual([]);
    expect(new shop.inventory.Cart('me').constructor.name).toBe('Cart');
  });

  it('has a class of its own in each instance', async () => {
    const [{ shop: one }, { shop: other }] = [await openShop(), await openShop()];
    expect(one.inventory.Cart).not.toBe(other.inventory.Cart);
    expect(new one.inventory.Cart('me')).not.toBeInstanceOf(other.inventory.Cart);
  });
});

describe('bindings for example:shop/inventory@1.2.0', () => {
  it('run a guest that exports @1.2.3', async () => {
    const { shop } = await openShop('shop-1.2.3.wasm');
    expect(shop.version()).toBe('1.2.3');
    expect(shop.inventory.find('tea').price).toBe(450n);
  });

  it('refuse a guest that exports @2.0.0', async () => {
    await expect(openShop('shop-2.0.0.wasm')).rejects.toThrowErrorMatchingInlineSnapshot(`
     "cannot link the component:
     - import example:shop/log@2.0.0: nothing is provided, an instance with write is needed; there is example:shop/log@1.2.0, which is not compatible
     - export example:shop/inventory@1.2.0: the component does not export this, an instance is expected; there is example:shop/inventory@2.0.0, which is not compatible"
    `);
  });
});

describe('bindings for example:shop/inventory@1.2.3', () => {
  const newer = world({ imports: {}, exports: { 'example:shop/inventory@1.2.3': Inventory } });

  it('run a guest that exports @1.2.0', async () => {
    const component = await compileGuest('shop.wasm');
    const exports = checkExports(component, newer).instance('example:shop/inventory@1.2.3');
    const linker = new Linker().defineUnknownImportsAsTraps(component);
    const instance = linker.instantiatePre(component).instantiateSync();
    const inventory = loadInventory(new Guest(instance), inventoryIndices(exports));
    expect(inventory.items().map(({ name }) => name)).toEqual(['tea', 'teapot', 'kettle', 'biscuits']);
  });
});
