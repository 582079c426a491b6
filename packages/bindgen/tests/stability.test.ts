import { describe, expect, it } from '@jest/globals';
import { generateWit } from './generate-wit.js';

const shop = `package example:shop@1.2.0;

interface goods {
  record item {
    id: u32,
    name: string,
  }
  resource cart {
    constructor(owner: string);
    total: func() -> u64;
  }
  record box-2 {
    item: item,
  }
  find: func(name: string) -> option<item>;
  find-2: func() -> box-2;
}

interface network {
  connect: func();
}

world shop {
  import log: func(message: string);
  import network;
  export version: func() -> string;
  export goods;
}
`;

/** The lines of a text that are gone in another, in order. */
function linesLost(before: string, after: string): string[] {
  const left = after.split('\n');
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** The lines that an addition to the shop's WIT removes or changes, in any file. */
async function linesTouched(after: string, addition: string): Promise<string[]> {
  const changed = shop.replace(after, `${after}\n  ${addition}`);
  expect(changed).not.toBe(shop);
  const [before, now] = [await generateWit(shop), await generateWit(changed)];
  return [...before].flatMap(([path, text]) => linesLost(text, now.get(path) ?? ''));
}

describe('adding an item to WIT changes no line of another', () => {
  it.each([
    ['a function', 'interface goods {', 'items: func() -> list<item>;'],
    ['a function that has a name of a type', '-> option<item>;', 'new-cart: func();'],
    ['a record', 'interface goods {', 'record box { width: u32 }'],
    ['a type with the name of the interface', 'interface goods {', 'enum goods { one }'],
    [
      'a type with a name that is derived from another',
      'interface goods {',
      'record goods-indices { id: u32 }',
    ],
    ['a resource with the name of its interface', 'interface network {', 'resource network;'],
    ['a method', 'total: func() -> u64;', 'clear: func();'],
    ['a method with the name of a reserved key', 'total: func() -> u64;', '%type: func() -> string;'],
    [
      'a function with types that have no names',
      'interface goods {',
      'pairs: func(x: list<tuple<u32, string>>) -> result<option<item>, string>;',
    ],
    ['an async function', 'interface goods {', 'wait: async func(x: stream<u8>) -> future<string>;'],
    ['a function with the name of another in camelCase', 'find-2: func() -> box-2;', 'find2: func();'],
    ['a type with the name of another in PascalCase', 'find-2: func() -> box-2;', 'record box2 { x: u8 }'],
    ['an interface under another name', 'export goods;', 'import mine: network;'],
    ['another implementation of an interface', 'export goods;', 'export mine: goods;'],
    ['an imported function', 'import log: func(message: string);', 'import now: func() -> u64;'],
    ['an exported function', 'export goods;', 'export goods-2: func();'],
    ['an interface', 'export goods;', 'export log: interface { tail: func() -> string; }'],
    ['an import of what is exported', 'export goods;', 'import goods;'],
    ['a type of the world', 'export goods;', 'record network { x: u32 }'],
  ])('%s', async (_what, after, addition) => {
    const touched = await linesTouched(after, addition);
    // What a line of imports or a descriptor on one line gains, it gains in place.
    expect(touched.filter((line) => !/^import |^} from /.test(line))).toEqual([]);
  });
});

describe('the output depends on the WIT alone', () => {
  it('whatever its line ends', async () => {
    const documented = shop.replace('record item', '/// Two\n  /// lines.\n  record item');
    const expected = await generateWit(documented);
    expect(await generateWit(documented.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect([...expected.values()].join('')).not.toContain('\r');
  });

  it('and is the same each time', async () => {
    expect(await generateWit(shop)).toEqual(await generateWit(shop));
  });
});
