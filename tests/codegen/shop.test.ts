import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Component } from '@wit-bindgen-ts/runtime';
import { findOrExplain, Journal, merge, open, priceOfEverything } from './hosts/shop.js';

async function openShop(): Promise<{ shop: Awaited<ReturnType<typeof open>>; journal: Journal }> {
  const journal = new Journal();
  const bytes = readFileSync(new URL('../guests/shop/shop.wasm', import.meta.url));
  return { shop: await open(await Component.compile(bytes), journal), journal };
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
