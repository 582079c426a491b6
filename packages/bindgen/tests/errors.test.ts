import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { BindgenError, generate } from 'wit-bindgen-ts';
import { generateWit } from './generate-wit.js';

async function refused(wit: string): Promise<BindgenError> {
  return await errorOf(generateWit(wit));
}

async function errorOf(generated: Promise<unknown>): Promise<BindgenError> {
  try {
    await generated;
  } catch (error) {
    if (error instanceof BindgenError) return error;
    throw error;
  }
  throw new Error('the WIT was not refused');
}

function placesOf(diagnostics: BindgenError['diagnostics']): string[] {
  return diagnostics.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

describe('a list of the fixed length 0', () => {
  it('is refused: no component can have it', async () => {
    const wit = `package t:t;
interface i {
  type none = list<u8, 0>;
  f: func(x: option<list<u8, 0>>, y: none);
}
world w { import i; export g: func() -> list<u8, 1>; }
`;
    expect(placesOf((await refused(wit)).diagnostics)).toEqual([
      '3:8: a list of the fixed length 0 can stand in no component',
      '4:3: a list of the fixed length 0 can stand in no component',
    ]);
  });
});

describe('an error', () => {
  const wit = 'package t:t;\n\nworld w {\n  import a: func() -> list<u8, 0>;\n}\n';

  it('shows the places of its problems', async () => {
    expect((await refused(wit)).message).toBe(`cannot generate bindings for the world \`w\`:

test.wit:4:10: error[empty-list]: a list of the fixed length 0 can stand in no component
  3 | world w {
  4 |   import a: func() -> list<u8, 0>;
    |          ^
  5 | }`);
  });

  it('names the items where it does not know the files', async () => {
    const { resolve, package: main } = parseWit(wit);
    const error = await errorOf(generate({ resolve, world: selectWorld(resolve, main) }));
    expect(error.message).toBe(`cannot generate bindings for the world \`w\`:
- a: a list of the fixed length 0 can stand in no component`);
    expect(error.diagnostics).toEqual([]);
  });

  it('shows fifty problems at most, and has all of them', async () => {
    const items = Array.from({ length: 60 }, (_, index) => `import run${index}: func() -> list<u8, 0>;\n`);
    const { problems, diagnostics, omitted, message } = await refused(
      `package t:t; world w { ${items.join('')} }`,
    );
    expect([problems.length, diagnostics.length, omitted]).toEqual([60, 50, 10]);
    expect(message.split('\n').at(-1)).toBe('and 10 more');
  });
});
