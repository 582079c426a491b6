import { ComponentError, type Component } from '@wit-bindgen-ts/runtime';
import type { FindError, Item } from '../../../snapshots/shop/exports/example-shop/inventory.js';
import type { Level } from '../../../snapshots/shop/imports/example-shop/log.js';
import { Shop, type ShopImports } from '../../../snapshots/shop/shop.js';

/** Keeps what the shop logs. */
export class Journal {
  readonly lines: string[] = [];

  write(level: Level, message: string): void {
    this.lines.push(`${level}: ${message}`);
  }
}

export function shopImports(journal: Journal): ShopImports {
  return { 'example:shop/log@1.2.0': journal };
}

/** Why the shop has no such item, in words; the item itself if it has. */
export function findOrExplain(shop: Shop, name: string): Item | string {
  try {
    return shop.inventory.find(name);
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error;
    return explain(error.payload as FindError);
  }
}

function explain(error: FindError): string {
  switch (error.tag) {
    case 'unknown-name':
      return `there is no ${error.val}`;
    case 'ambiguous':
      return `which of ${error.val.join(', ')}?`;
    case 'closed':
      return 'come back tomorrow';
  }
}

/** What a cart with one of each item costs, in cents; `note` can be left out of an item. */
export function priceOfEverything(shop: Shop): bigint {
  const cart = new shop.inventory.Cart('somebody');
  try {
    for (const { id, name, price, tags } of shop.inventory.items()) cart.add({ id, name, price, tags }, 1);
    return cart.total();
  } finally {
    cart[Symbol.dispose]();
  }
}

/** Carts are given away when they are merged. */
export function merge(shop: Shop, owners: readonly [string, string]): [Item, number][] {
  const { Cart } = shop.inventory;
  const merged = Cart.merge(new Cart(owners[0]), new Cart(owners[1]));
  return merged instanceof Cart ? merged.contents() : [];
}

export async function open(component: Component, journal: Journal): Promise<Shop> {
  return await Shop.pre(component, shopImports(journal)).instantiate();
}
