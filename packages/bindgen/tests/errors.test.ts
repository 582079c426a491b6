import { describe, expect, it } from '@jest/globals';
import { BindgenError } from 'wit-bindgen-ts';
import { generateWit } from './generate-wit.js';

async function refused(wit: string): Promise<BindgenError> {
  try {
    await generateWit(wit);
  } catch (error) {
    if (error instanceof BindgenError) return error;
    throw error;
  }
  throw new Error('the WIT was not refused');
}

describe('async', () => {
  it('is refused with one error that names every item and its place', async () => {
    const { message, problems } = await refused(`package t:t@1.0.0;

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
    expect(message).toMatchInlineSnapshot(`
     "cannot generate bindings for the world \`w\`:
     - test.wit:4:8: t:t/events@1.0.0 › bytes: a stream is not supported yet
     - test.wit:5:10: t:t/events@1.0.0 › job: a future is not supported yet
     - test.wit:7:5: t:t/events@1.0.0 › socket.read: a future is not supported yet, as the result needs it
     - test.wit:8:5: t:t/events@1.0.0 › socket.close: an async function is not supported yet
     - test.wit:10:13: t:t/events@1.0.0 › log: an error-context is not supported yet, as the parameter \`why\` needs it
     - test.wit:17:10: run: an async function is not supported yet
     - test.wit:17:26: run: a stream is not supported yet, as the parameter \`input\` needs it"
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
    const { message } = await refused(`package t:t;

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
    expect(message).toMatchInlineSnapshot(`
     "cannot generate bindings for the world \`w\`:
     - test.wit:4:23: t:t/i › r: \`a-1\` and \`a1\` are both \`a1\` in JavaScript
     - test.wit:5:17: t:t/i › f: \`x2\` and \`x-2\` are both \`x2\` in JavaScript
     - test.wit:8:5: t:t/i › s: \`m-1\` and \`m1\` are both \`m1\` in JavaScript
     - test.wit:10:5: t:t/i › s: \`s-1\` and \`s1\` are both \`s1\` in JavaScript
     - test.wit:11:5: t:t/i › s: a class in JavaScript has a \`prototype\` of its own
     - test.wit:14:3: t:t/i: \`f-1\` and \`f1\` are both \`f1\` in JavaScript
     - test.wit:20:10: world w: \`g-1\` and \`g1\` are both \`g1\` in JavaScript"
    `);
  });
});
