import { describe, expect, it } from '@jest/globals';
import { BindgenError, type BindgenOptions } from 'wit-bindgen-ts';
import { generateFile, generateInterfacesOf, generateWit } from './generate-wit.js';

const shop = `package example:shop@1.2.0;

interface log {
  enum failure { full }
  write: func(message: string) -> result<u32, failure>;
  flush: func();
}

interface goods {
  resource cart {
    constructor(owner: string) -> result<cart, string>;
    add: func(count: u32) -> result<_, string>;
    merge: static func(other: borrow<cart>) -> cart;
  }
  find: func(name: string) -> result;
}

world shop {
  import log;
  import goods;
  import now: func() -> u64;
  export goods;
  export run: func() -> result<list<u8>, string>;
}
`;

const paths = {
  world: 'shop.ts',
  log: 'imports/example-shop/log.ts',
  goods: 'imports/example-shop/goods.ts',
  exported: 'exports/example-shop/goods.ts',
};

async function shopFiles(options: BindgenOptions): Promise<Record<keyof typeof paths, string>> {
  const files = await generateWit(shop, options);
  const text = (path: string): string => files.get(path) ?? '';
  return {
    world: text(paths.world),
    log: text(paths.log),
    goods: text(paths.goods),
    exported: text(paths.exported),
  };
}

describe('results as values', () => {
  it('are returned on either side, and no function says that it throws, but for constructors', async () => {
    const { world, log, goods, exported } = await shopFiles({ results: 'value' });
    expect(log).toContain('write(message: string): Result<number, Failure>;');
    expect(log).toContain('type Result,');
    expect(log).not.toContain('@throws');
    expect(log).toContain('flush(): void;');
    for (const file of [goods, exported]) {
      expect(file).toContain('add(count: number): Result<void, string>;');
      expect(file).toContain('find(name: string): Result<void, void>;');
      expect(file).toContain('/** @throws {ComponentError<string>} */\n  new (owner: string): Cart;');
    }
    expect(world).toContain('run(): Result<Uint8Array, string> {\n    return this.#run();');
    expect(world).toContain("new Guest(instance, { results: 'value' })");
    expect(world).toMatch(/defineImports\(linker, shopWorld, imports, [^;]*\{ results: 'value' \}\);/);
  });
});

describe('trappable functions', () => {
  it('say so, and the runtime is told', async () => {
    const options = { trappable: ['example:shop/log#write', 'example:shop/goods@1.2.0#cart.add', 'now'] };
    const { world, log, goods, exported } = await shopFiles(options);
    expect(log).toContain(
      '/** @throws {ComponentError<Failure>} What else it throws traps the guest. */\n  write(',
    );
    expect(log).toContain('\n  flush(): void;');
    expect(goods).toContain(
      '/** @throws {ComponentError<string>} What else it throws traps the guest. */\n  add(',
    );
    expect(exported).not.toContain('traps the guest');
    expect(world).toContain('/** @throws What it throws traps the guest. */\n  now(): bigint;');
    expect(world.replaceAll(/\s+/g, ' ')).toContain(
      "trappable: [ 'example:shop/log@1.2.0#write', 'example:shop/goods@1.2.0#[method]cart.add', 'now', ]",
    );
  });

  it('can be all of an interface, or all that there are', async () => {
    const some = await shopFiles({ trappable: ['example:shop/log'] });
    expect(some.log.match(/traps the guest/g)).toHaveLength(2);
    expect(some.goods).not.toContain('traps the guest');
    const all = await shopFiles({ trappable: true });
    expect(all.goods.match(/traps the guest/g)).toHaveLength(4);
    expect(all.world).toContain('traps the guest');
  });
});

describe('functions made async', () => {
  it('return promises on the side that is asked for', async () => {
    const options = {
      async: { imports: ['example:shop/log#write'], exports: ['example:shop/goods#cart.add', 'run'] },
    };
    const { world, log, goods, exported } = await shopFiles(options);
    expect(log).toContain('write(message: string): Promise<number>;');
    expect(log).toContain('write: func(');
    expect(goods).toContain('add(count: number): void;');
    expect(exported).toContain('add(count: number): Promise<void>;');
    expect(exported).toMatch(/static readonly #add = promised\(/);
    expect(exported).toContain('return BoundCart.#add(this, count);');
    expect(exported).toContain('find(name: string): void;');
    expect(world).toMatch(/this\.#run = promised\(/);
    expect(world).toContain("async: ['example:shop/log@1.2.0#write']");
  });

  it('can be all, but no constructor', async () => {
    const { world, log, goods, exported } = await shopFiles({ async: { imports: true, exports: true } });
    expect(log).toContain('flush(): Promise<void>;');
    expect(goods).toContain('merge(other: Cart): Promise<Cart>;');
    expect(exported).toContain('new (owner: string): Cart;');
    expect(world).toContain('now(): Promise<bigint>;');
  });
});

describe('modules of the user', () => {
  it('take the place of the files of interfaces', async () => {
    const wit = `package t:t@1.0.0;
      interface a { record r { x: u8 } f: func() -> r; }
      interface b { use a.{r}; g: func() -> r; }
      world w { import a; import b; }`;
    const files = await generateWit(wit, { with: { 't:t/a': './host/../mine/a.js' } });
    expect([...files.keys()]).toEqual(['w.ts', 'imports/t-t/b.ts']);
    expect(files.get('imports/t-t/b.ts')).toMatch(/import \{ R\b.*\} from '\.\.\/\.\.\/mine\/a\.js';/);
    expect(files.get('w.ts')).toMatch(/import \{ A\b.*\} from '\.\/mine\/a\.js';/);
    const bare = await generateWit(wit, { with: { 't:t/a@1.0.0': '@mine/a' } });
    expect(bare.get('imports/t-t/b.ts')).toMatch(/from '@mine\/a';/);
  });

  it('above the folder of the output are found', async () => {
    const wit = 'package t:t; interface a { f: func(); } world w { import a; }';
    const file = await generateFile(wit, 'w.ts', { with: { 't:t/a': '../src/a.js' } });
    expect(file).toContain("from '../src/a.js';");
  });

  it('have the classes of resources', async () => {
    const { goods } = await shopFiles({ with: { 'example:shop/goods.cart': './host/cart.js#Cart' } });
    expect(goods).toContain("import type { Cart as HostCart } from '../../host/cart.js';");
    expect(goods).toContain('export type Cart = HostCart;\nexport const Cart = resource');
    expect(goods).toContain('new (owner: string): Cart;');
  });

  it('have the classes of resources of the world', async () => {
    const wit = 'package t:t; world w { resource cart { total: func() -> u32; } import f: func(c: cart); }';
    const file = await generateFile(wit, 'w.ts', { with: { cart: './cart.js#MyCart' } });
    expect(file).toContain("import type { MyCart } from './cart.js';");
    expect(file).toContain('export type Cart = MyCart;');
  });
});

describe('an option that names nothing there is', () => {
  async function refused(options: BindgenOptions): Promise<string[]> {
    try {
      await generateWit(shop, options);
    } catch (error) {
      if (!(error instanceof BindgenError)) throw error;
      return error.diagnostics.map(
        ({ code, message, notes = [] }) =>
          `${code}: ${[message, ...notes.map((note) => note.message)].join('; ')}`,
      );
    }
    throw new Error('the options were not refused');
  }

  it.each<[BindgenOptions, string]>([
    [
      { trappable: ['example:shop/log#wirte'] },
      'option-unused: the option `trappable` names `example:shop/log#wirte`, which is no imported function; did you mean `example:shop/log#write`?',
    ],
    [
      { trappable: ['run'] },
      'option-unused: the option `trappable` names `run`, which is no imported function',
    ],
    [
      { async: { imports: ['example:shop/log@2.0.0#write'] } },
      'option-unused: the option `async.imports` names `example:shop/log@2.0.0#write`, which is no imported function; did you mean `example:shop/log@1.2.0#write`?',
    ],
    [
      { async: { exports: ['example:shop/log'] } },
      'option-unused: the option `async.exports` names `example:shop/log`, which is no exported function; did you mean `example:shop/goods`?',
    ],
    [
      { async: { exports: ['example:shop/goods#cart.constructor'] } },
      'option-invalid: the option `async.exports` names `example:shop/goods#cart.constructor`, and no constructor returns a promise',
    ],
    [
      { with: { 'example:shop/goods.card': './cart.js#Cart' } },
      'option-unused: the option `with` names `example:shop/goods.card`, which is no imported interface or resource; did you mean `example:shop/goods.cart`?',
    ],
    [
      { with: { 'example:shop/goods.cart': './cart.js' } },
      'option-invalid: the option `with` maps the resource `example:shop/goods.cart` to `./cart.js`, which is not of the form `module#Class`',
    ],
    [
      { with: { 'example:shop/goods.cart': "./cart.js#Cart } from 'x'; evil(" } },
      "option-invalid: the option `with` maps the resource `example:shop/goods.cart` to `./cart.js#Cart } from 'x'; evil(`, which is not of the form `module#Class`",
    ],
    [
      { with: { 'example:shop/goods.cart': './cart.js#class' } },
      'option-invalid: the option `with` maps the resource `example:shop/goods.cart` to `./cart.js#class`, which is not of the form `module#Class`',
    ],
    [
      { with: { 'example:shop/goods': './goods.js', 'example:shop/goods.cart': './cart.js#Cart' } },
      'option-unused: the option `with` names `example:shop/goods.cart`, for which another mapping counts',
    ],
    [
      { with: { 'example:shop/log': './log.js', 'example:shop/log@1.2.0': './other.js' } },
      'option-unused: the option `with` names `example:shop/log`, for which another mapping counts',
    ],
    [
      { with: { 'example:shop/log': './log.js#Log' } },
      'option-invalid: the option `with` maps the interface `example:shop/log` to `./log.js#Log`, which is no module',
    ],
  ])('is an error: %j', async (options, expected) => {
    expect(await refused(options)).toEqual([expected]);
  });

  it('is one of as many errors as there are', async () => {
    const options = { trappable: ['a', 'b'], async: { exports: ['c'] }, with: { d: './d.js' } };
    expect(await refused(options)).toHaveLength(4);
  });
});

describe('the interfaces of a package alone', () => {
  it('have files in both directions, and those that their types come from in one', async () => {
    const wit = `package t:t;
      package n:other { interface base { record r { x: u8 } } interface unused { f: func(); } }
      interface a { use n:other/base.{r}; resource s; f: func(r: r) -> s; }
      interface b { use a.{s}; g: func() -> s; }
      world w { import f: func(); }`;
    const files = await generateInterfacesOf(wit);
    expect([...files.keys()]).toEqual([
      'imports/n-other/base.ts',
      'imports/t-t/a.ts',
      'imports/t-t/b.ts',
      'exports/t-t/a.ts',
      'exports/t-t/b.ts',
    ]);
    expect(files.get('exports/t-t/b.ts')).toContain("from './a.js';");
    expect(files.get('exports/t-t/a.ts')).toContain("from '../../imports/n-other/base.js';");
  });

  it('are the same as those of a world that has all of them', async () => {
    const wit = (world: string): string => `package t:t;
      interface a { resource s; f: func() -> s; }
      interface b { use a.{s}; g: func() -> s; }
      ${world}`;
    const world = await generateWit(wit('world w { import a; import b; export a; export b; }'));
    world.delete('w.ts');
    expect(await generateInterfacesOf(wit(''))).toEqual(world);
  });

  it('take the same options', async () => {
    const wit = 'package t:t; interface a { f: func() -> result<u8>; }';
    const options = { results: 'value', trappable: ['t:t/a#f'] } as const;
    const files = await generateInterfacesOf(wit, options);
    expect(files.get('imports/t-t/a.ts')).toContain('f(): Result<number, void>;');
    await expect(generateInterfacesOf(wit, { trappable: ['t:t/a#g'] })).rejects.toThrow(
      'cannot generate bindings for the interfaces of the package `t:t`:\n\ntest.wit:1:24: error[option-unused]: the option `trappable` names `t:t/a#g`',
    );
  });
});
