import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';
import { typeCheck } from './type-check.js';

/** JavaScript, TypeScript or generated code has them for other things. */
const names = [
  'constructor',
  'then',
  'to-string',
  'value-of',
  'to-locale-string',
  'has-own-property',
  'is-prototype-of',
  'property-is-enumerable',
  'dispose',
  'symbol',
  'prototype',
  'name',
  'length',
  'caller',
  'arguments',
  'apply',
  'call',
  'bind',
  'promise',
  'object',
  'undefined',
  'guest',
  'linker',
  'class',
  'new',
  'await',
  'self',
  'cx',
  'host',
  'at',
  'result-of',
];

/** Items of every kind that have the name. */
function interfacesOf(name: string): string {
  return `package t:t;
    interface ${name} {
      record r { ${name}: option<u8>, b: string }
      flags g { ${name}, b }
      variant v { ${name}(r), b(g) }
      enum e { ${name} }
      resource s { constructor(${name}: u8); ${name}: func(x: string, r: r) -> e; }
      resource t { ${name}: static func(${name}: list<u8>) -> result<v, e>; }
      ${name}: func(${name}: s, t: borrow<t>) -> r;
    }
    interface types { record ${name} { x: string } f: func(${name}: ${name}) -> ${name}; }
    interface resources { resource ${name} { m: func(); } f: func() -> ${name}; }
    world w {
      import ${name}; import types; import resources;
      export ${name}; export types; export resources;
    }`;
}

function worldOf(name: string): string {
  return `package t:t; world ${name} {
    import ${name}: func(${name}: string) -> string;
    export ${name}: func(${name}: string) -> string;
    export other: interface { ${name}: func(); }
  }`;
}

/** What the compiler says about the code of all names, each in a folder of its own. */
async function typeErrors(witOf: (name: string) => string): Promise<string[]> {
  const files = new Map<string, string>();
  for (const name of names) {
    const { resolve, package: main } = parseWit(witOf(`%${name}`));
    const folder = fileURLToPath(new URL(`generated-in-memory/${name}/`, import.meta.url));
    for (const { path, text } of await generate({ resolve, world: selectWorld(resolve, main) })) {
      files.set(join(folder, path), text);
    }
  }
  return typeCheck([...files.keys()], files);
}

describe('a name that is taken elsewhere', () => {
  it('can be that of everything in an interface, and of the interface', async () => {
    expect(await typeErrors(interfacesOf)).toEqual([]);
  });

  it('can be that of a world and of its functions', async () => {
    expect(await typeErrors(worldOf)).toEqual([]);
  });
});
