import { describe, expect, it } from '@jest/globals';
import { generateFile } from './generate-wit.js';

/** The members of an exported interface or class. */
function membersOf(file: string, name: string): string[] {
  const body =
    new RegExp(`^export (?:interface|class) ${name}\\b[^{]*\\{\\n(.*?)^\\}$`, 'ms').exec(file)?.[1] ?? '';
  return body.split('\n').flatMap((line) => (/^ {2}\w.*;$/.test(line) ? line.trim() : []));
}

describe('async functions', () => {
  const wit = `package t:t;
    interface i {
      resource job {
        wait: async func() -> result<u32, string>;
        stop: static async func();
      }
      run: async func(name: string);
      now: func() -> u32;
    }
    world w { import i; export i; import tick: async func(); export main: async func() -> list<u8>; }`;

  it('return promises, on either side', async () => {
    const imported = await generateFile(wit, 'imports/t-t/i.ts');
    const exported = await generateFile(wit, 'exports/t-t/i.ts');
    for (const file of [imported, exported]) {
      expect(membersOf(file, 'Job')).toEqual(['wait(): Promise<number>;']);
      expect(file).toContain('stop(): Promise<void>;');
      expect(membersOf(file, 'I')).toEqual([
        'readonly Job: JobClass;',
        'run(name: string): Promise<void>;',
        'now(): number;',
      ]);
      expect(file).toContain("'[method]job.wait': asyncFunc({ self: borrow(Job) }, result(u32, string)),");
      expect(file).toContain('run: asyncFunc({ name: string }),');
      expect(file).toContain('now: func({}, u32),');
    }
    const world = await generateFile(wit, 'w.ts');
    expect(membersOf(world, 'WImports')).toContain('tick(): Promise<void>;');
    expect(world).toContain('main(): Promise<Uint8Array> {\n    return this.#main();');
    expect(world).toContain('tick: asyncFunc({}),');
  });

  it('return their promise in classes, too, where it is one of nothing', async () => {
    const file = await generateFile(wit, 'exports/t-t/i.ts');
    expect(file).toContain('static stop(): Promise<void> {\n      return BoundJob.#stop();');
  });
});

describe('streams, futures and error contexts', () => {
  async function mapped(type: string, others = ''): Promise<{ given: string; returned: string }> {
    const text = `package t:t; interface i { ${others} f: func(x: ${type}) -> ${type}; } world w { export i; }`;
    const [member = ''] = membersOf(await generateFile(text, 'exports/t-t/i.ts'), 'I');
    const [, given = '', returned = ''] = /^f\(x: (.*)\): (.*);$/.exec(member) ?? [];
    return { given, returned };
  }

  it.each([
    ['stream<string>', 'AsyncIterable<string>', 'StreamReader<string>'],
    ['stream<u8>', 'AsyncIterable<Uint8Array>', 'StreamReader<Uint8Array>'],
    ['stream<f64>', 'AsyncIterable<Float64Array>', 'StreamReader<Float64Array>'],
    ['stream', 'AsyncIterable<void>', 'StreamReader<void>'],
    ['future<u8>', 'PromiseLike<number>', 'FutureReader<number>'],
    ['future', 'PromiseLike<void>', 'FutureReader<void>'],
    ['error-context', 'ErrorContext', 'ErrorContext'],
    ['list<future<string>>', 'PromiseLike<string>[]', 'FutureReader<string>[]'],
    ['future<list<u8>>', 'PromiseLike<Uint8Array | ArrayLike<number>>', 'FutureReader<Uint8Array>'],
    [
      'tuple<stream<stream<u16>>>',
      '[AsyncIterable<AsyncIterable<Uint16Array>>]',
      '[StreamReader<StreamReader<Uint16Array>>]',
    ],
  ])('%s is given as %s and returned as %s', async (type, given, returned) => {
    expect(await mapped(type)).toEqual({ given, returned });
  });

  it('see a number behind its name', async () => {
    expect(await mapped('stream<id>', 'type id = u32;')).toEqual({
      given: 'AsyncIterable<Uint32Array>',
      returned: 'StreamReader<Uint32Array>',
    });
  });

  it('have descriptors, and names', async () => {
    const text = `package t:t;
      interface i {
        type bytes = stream<u8>;
        record reply { body: bytes, trailers: future<result<u32, error-context>>, done: future }
        send: func(body: bytes, reply: reply) -> stream;
      }
      world w { import i; }`;
    const file = await generateFile(text, 'imports/t-t/i.ts');
    expect(file).toContain('export type Bytes = StreamReader<Uint8Array>;\nexport const Bytes = stream(u8);');
    expect(file).toContain(
      "trailers: FutureReader<{ tag: 'ok'; val: number } | { tag: 'err'; val: ErrorContext }>;",
    );
    expect(file).toContain('trailers: future(result(u32, errorContext)),');
    expect(file).toContain('done: future(),');
    expect(file).toContain('send(body: Bytes, reply: Reply): AsyncIterable<void>;');
    expect(file).toMatch(/type ErrorContext,[\s\S]*type FutureReader,[\s\S]*type StreamReader/);
  });
});
