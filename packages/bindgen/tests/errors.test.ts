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

describe('async', () => {
  it('is refused with one error that names every item and its place', async () => {
    const { problems, diagnostics } = await refused(`package t:t@1.0.0;

interface events {
  type bytes = stream<u8>;
  record job { name: string, done: future<result<_, string>> }
  resource socket {
    read: func() -> tuple<bytes, future>;
    close: async func();
  }
  log: func(why: option<error-context>);
  fine: func(bytes: bytes, job: job);
}

world w {
  import events;
  export events;
  export run: async func(input: list<stream<string>>);
}
`);
    expect(problems.map(({ where, message }) => `${where}: ${message}`)).toMatchInlineSnapshot(`
     [
       "t:t/events@1.0.0 › bytes: a stream is not supported yet",
       "t:t/events@1.0.0 › job: a future is not supported yet",
       "t:t/events@1.0.0 › socket.read: a future is not supported yet, as the result needs it",
       "t:t/events@1.0.0 › socket.close: an async function is not supported yet",
       "t:t/events@1.0.0 › log: an error-context is not supported yet, as the parameter \`why\` needs it",
       "run: an async function is not supported yet",
       "run: a stream is not supported yet, as the parameter \`input\` needs it",
     ]
    `);
    expect(placesOf(diagnostics)).toMatchInlineSnapshot(`
     [
       "4:8: a stream is not supported yet",
       "5:10: a future is not supported yet",
       "7:5: a future is not supported yet, as the result needs it",
       "8:5: an async function is not supported yet",
       "10:13: an error-context is not supported yet, as the parameter \`why\` needs it",
       "17:10: an async function is not supported yet",
       "17:26: a stream is not supported yet, as the parameter \`input\` needs it",
     ]
    `);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['async-unsupported']));
  });

  it('is no matter in an interface that the world has nothing of', async () => {
    const wit = `package t:t; interface async-one { f: async func(); } interface i { f: func(); } world w { export i; }`;
    expect([...(await generateWit(wit)).keys()]).toEqual(['w.ts', 'exports/t-t/i.ts']);
  });
});

describe('members that JavaScript cannot tell apart', () => {
  it('are refused with one error that names all of them', async () => {
    const { diagnostics } = await refused(`package t:t;

interface i {
  record r { a-1: u8, a1: u8 }
  flags f { x2, x-2, y }
  resource s {
    m-1: func();
    m1: func();
    s-1: static func();
    s1: static func();
    prototype: static func();
  }
  f-1: func();
  f1: func();
}

world w {
  import i;
  import g-1: func();
  import g1: func();
}
`);
    expect(placesOf(diagnostics)).toMatchInlineSnapshot(`
     [
       "4:23: \`a-1\` and \`a1\` are both \`a1\` in JavaScript",
       "5:17: \`x2\` and \`x-2\` are both \`x2\` in JavaScript",
       "8:5: \`m-1\` and \`m1\` are both \`m1\` in JavaScript",
       "10:5: \`s-1\` and \`s1\` are both \`s1\` in JavaScript",
       "11:5: a class in JavaScript has a \`prototype\` of its own",
       "14:3: \`f-1\` and \`f1\` are both \`f1\` in JavaScript",
       "20:10: \`g-1\` and \`g1\` are both \`g1\` in JavaScript",
     ]
    `);
  });
});

describe('an error', () => {
  const wit = 'package t:t;\n\nworld w {\n  import a-1: func();\n  import a1: func();\n}\n';

  it('shows the places of its problems', async () => {
    expect((await refused(wit)).message).toBe(`cannot generate bindings for the world \`w\`:

test.wit:5:10: error[member-collision]: \`a-1\` and \`a1\` are both \`a1\` in JavaScript
  3 | world w {
  4 |   import a-1: func();
  5 |   import a1: func();
    |          ^^
  6 | }
test.wit:4:10: note: \`a-1\` is defined here
  3 | world w {
  4 |   import a-1: func();
    |          ^^^
  5 |   import a1: func();`);
  });

  it('names the items where it does not know the files', async () => {
    const { resolve, package: main } = parseWit(wit);
    const error = await errorOf(generate({ resolve, world: selectWorld(resolve, main) }));
    expect(error.message).toBe(`cannot generate bindings for the world \`w\`:
- world w: \`a-1\` and \`a1\` are both \`a1\` in JavaScript`);
    expect(error.diagnostics).toEqual([]);
  });

  it('shows fifty problems at most, and has all of them', async () => {
    const items = Array.from({ length: 60 }, (_, index) => `import run${index}: async func();\n`);
    const { problems, diagnostics, omitted, message } = await refused(
      `package t:t; world w { ${items.join('')} }`,
    );
    expect([problems.length, diagnostics.length, omitted]).toEqual([60, 50, 10]);
    expect(message.split('\n').at(-1)).toBe('and 10 more');
  });
});
