import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate, type BindgenOptions } from 'wit-bindgen-ts';
import { typeCheck } from './type-check.js';

const folder = fileURLToPath(new URL('generated-in-memory/', import.meta.url));

const shop = `package t:shop;

interface carts {
  variant problem { missing, price(u32), named(string) }
  record item { id: u32, note: option<string> }
  resource cart {
    constructor(owner: string);
    add: func(item: item) -> result<u32, problem>;
    merge: static func(other: cart) -> cart;
  }
  open: func(owner: string) -> cart;
}

interface log {
  write: func(message: string);
  flush: func() -> result;
}

world shop {
  import log;
  import carts;
  export carts;
}
`;

/** What the compiler says about a module that uses the code of the shop; its last import is from there. */
async function errorsIn(module: string, options: BindgenOptions = {}): Promise<string[]> {
  const { resolve, package: main } = parseWit(shop);
  const generated = await generate({ ...options, resolve, world: selectWorld(resolve, main) });
  const files = new Map(generated.map(({ path, text }) => [join(folder, path), text]));
  files.set(join(folder, 'user.ts'), module);
  return typeCheck([...files.keys()], files).map(withoutPlace);
}

const carts = `
  class Cart implements CartOfHost {
    static #count = 0;
    readonly owner: string;
    #items: Item[] = [];
    private readonly secret = 1;
    constructor(owner: string) {
      Cart.#count += this.secret;
      this.owner = owner;
    }
    add(item: Item): number {
      return this.#items.push(item) + Cart.#count;
    }
    static merge(other: Cart): Cart {
      return new Cart(other.owner);
    }
    static helper(): void {}
  }
`;

const host = (members: { log?: string; carts?: string; more?: string }): string => `
  import type { ShopImports } from './shop.js';
  import type { Cart as CartOfHost, Item } from './imports/t-shop/carts.js';
  ${carts}
  export const imports = {
    't:shop/log': { ${members.log ?? 'write(message: string) { void message.length; }, flush() {},'} },
    't:shop/carts': { ${members.carts ?? 'Cart, open: (owner) => new Cart(owner),'} },
    ${members.more ?? ''}
  } satisfies ShopImports;
`;

/** The file stays. */
function withoutPlace(error: string): string {
  return error.replace(/^.*generated-in-memory\/(.*?):\d+:\d+/, '$1');
}

describe('what the host provides', () => {
  it('compiles if it is what the world imports, with classes as the user writes them', async () => {
    expect(await errorsIn(host({}))).toEqual([]);
  });

  it('does not compile without a function', async () => {
    expect(await errorsIn(host({ log: 'write() {},' }))).toEqual([
      "user.ts: Property 'flush' is missing in type '{ write(): void; }' but required in type 'Log'.",
    ]);
  });

  it('does not compile with a function too many, or an interface', async () => {
    expect(await errorsIn(host({ log: 'write() {}, flush() {}, wirte() {},' }))).toEqual([
      "user.ts: Object literal may only specify known properties, but 'wirte' does not exist in type 'Log'. Did you mean to write 'write'?",
    ]);
    expect(await errorsIn(host({ more: "'t:shop/clock': {}," }))).toEqual([
      "user.ts: Object literal may only specify known properties, and ''t:shop/clock'' does not exist in type 'ShopImports'.",
    ]);
  });

  it('does not compile with a class that lacks a method, or has another constructor', async () => {
    const errors = await errorsIn(
      host({
        carts:
          'Cart: class { constructor(owner: number) { void owner; } static merge = Cart.merge }, open: (owner) => new Cart(owner),',
      }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('is not assignable to type');
  });

  it('returns results as values where the options say so', async () => {
    const log = (flush: string): string => `
      import type { ShopImports } from './shop.js';
      export const log = {
        write() {},
        flush() { ${flush} },
      } satisfies ShopImports['t:shop/log'];
    `;
    const options = { results: 'value' } as const;
    expect(await errorsIn(log("return { tag: 'ok' } as const;"), options)).toEqual([]);
    expect(await errorsIn(log("return { tag: 'err', val: undefined } as const;"), options)).toEqual([]);
    expect(await errorsIn(log("return { tag: 'fine' } as const;"), options)).toHaveLength(1);
    expect(await errorsIn(log(''), options)).toHaveLength(1);
  });
});

describe('a class of the user', () => {
  const withCart = { with: { 't:shop/carts.cart': './cart.js#Cart' } };
  const user = `
    import type { ShopImports } from './shop.js';
    import { Cart } from './cart.js';
    export const imports: ShopImports['t:shop/carts'] = { Cart, open: (owner) => new Cart(owner) };
  `;

  async function errorsWith(cart: string): Promise<string[]> {
    const { resolve, package: main } = parseWit(shop);
    const generated = await generate({ ...withCart, resolve, world: selectWorld(resolve, main) });
    const files = new Map(generated.map(({ path, text }) => [join(folder, path), text]));
    files.set(join(folder, 'cart.ts'), cart);
    files.set(join(folder, 'user.ts'), user);
    return typeCheck([...files.keys()], files).map(withoutPlace);
  }

  const cartModule = `
    import type { Item } from './imports/t-shop/carts.js';
    export ${carts.trim().replace('implements CartOfHost ', '')}
  `;

  it('is what functions get, with its private members', async () => {
    expect(await errorsWith(cartModule)).toEqual([]);
  });

  it('must have the methods of the resource', async () => {
    const errors = await errorsWith(cartModule.replace('add(item', 'put(item'));
    expect(errors).toEqual([expect.stringContaining("Property 'add' does not exist on type 'Cart'")]);
  });
});

describe('a module of the user', () => {
  it('that exports what the file of an interface would takes its place', async () => {
    const { resolve, package: main } = parseWit(shop);
    const world = selectWorld(resolve, main);
    const files = new Map<string, string>();
    for (const { path, text } of await generate({ resolve, world })) {
      if (path === 'imports/t-shop/carts.ts') files.set(join(folder, 'mine/sub/carts.ts'), text);
    }
    const module = './mine/sub/carts.js';
    for (const { path, text } of await generate({ resolve, world, with: { 't:shop/carts': module } })) {
      files.set(join(folder, path), text);
    }
    expect([...files.keys()].map((path) => path.slice(folder.length))).toEqual([
      'mine/sub/carts.ts',
      'shop.ts',
      'imports/t-shop/log.ts',
      'exports/t-shop/carts.ts',
    ]);
    expect(typeCheck([...files.keys()], files)).toEqual([]);
  });

  it('has the types that other interfaces use', async () => {
    const wit = `package t:t;
      interface a { record r { x: u8, y: list<string> } resource s; f: func() -> r; }
      interface b { use a.{r, s}; g: func(r: r, s: s) -> list<r>; }
      world w { import a; import b; export b; }`;
    const { resolve, package: main } = parseWit(wit);
    const world = selectWorld(resolve, main);
    const files = new Map<string, string>();
    for (const { path, text } of await generate({ resolve, world })) {
      if (path === 'imports/t-t/a.ts') files.set(join(folder, 'imports/b/a.ts'), text);
    }
    for (const { path, text } of await generate({ resolve, world, with: { 't:t/a': './imports/b/a.js' } })) {
      files.set(join(folder, path), text);
    }
    expect(typeCheck([...files.keys()], files)).toEqual([]);
  });
});

describe('a variant', () => {
  it('is exhausted by a switch over its cases', async () => {
    const describing = (cases: string): string => `
      import type { Problem } from './exports/t-shop/carts.js';
      export function describe(problem: Problem): string {
        switch (problem.tag) {
          ${cases}
          default: {
            const rest: never = problem;
            return rest;
          }
        }
      }
    `;
    const cases = [
      "case 'missing': return problem.tag;",
      "case 'price': return problem.val.toFixed();",
      "case 'named': return problem.val;",
    ];
    expect(await errorsIn(describing(cases.join('\n')))).toEqual([]);
    expect(await errorsIn(describing(cases.slice(0, 2).join('\n')))).toEqual([
      `user.ts: Type '{ tag: "named"; val: string; }' is not assignable to type 'never'.`,
    ]);
  });
});

describe('a result', () => {
  it('tells its cases apart as a value', async () => {
    const module = `
      import type { Cart, Item } from './exports/t-shop/carts.js';
      export function add(cart: Cart, item: Item): number | undefined {
        const result = cart.add(item);
        if (result.tag === 'ok') return result.val;
        const problem = result.val;
        return problem.tag === 'price' ? problem.val : undefined;
      }
    `;
    expect(await errorsIn(module, { results: 'value' })).toEqual([]);
    expect(await errorsIn(module)).not.toEqual([]);
  });
});
