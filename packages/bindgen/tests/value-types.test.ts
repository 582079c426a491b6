import { describe, expect, it } from '@jest/globals';
import { declarations, generateFile } from './generate-wit.js';

/** A function that takes and returns a type, as the caller of an export sees it, and as the host of an import does. */
async function mapped(type: string, others = ''): Promise<{ exported: string; imported: string }> {
  const wit = `package t:t;
    interface i { ${others} f: func(x: ${type}, last: bool) -> tuple<${type}>; }
    world w { import i; export i; }`;
  return {
    exported: onlyMember(await generateFile(wit, 'exports/t-t/i.ts')),
    imported: onlyMember(await generateFile(wit, 'imports/t-t/i.ts')),
  };
}

/** The member of the interface `I`, on one line. */
function onlyMember(file: string): string {
  const [, body = ''] = /^export interface I \{\n  f(.*?);\n\}$/ms.exec(file) ?? [];
  return body
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([([]) /g, '$1')
    .replaceAll(/,? ([)\]])/g, '$1');
}

describe('value types', () => {
  it.each([
    ['bool', '(x: boolean, last: boolean): [boolean]'],
    ['u8', '(x: number, last: boolean): [number]'],
    ['s32', '(x: number, last: boolean): [number]'],
    ['f32', '(x: number, last: boolean): [number]'],
    ['u64', '(x: bigint, last: boolean): [bigint]'],
    ['s64', '(x: bigint, last: boolean): [bigint]'],
    ['char', '(x: string, last: boolean): [string]'],
    ['string', '(x: string, last: boolean): [string]'],
    ['list<string>', '(x: string[], last: boolean): [string[]]'],
    ['list<option<string>>', '(x: (string | undefined)[], last: boolean): [(string | undefined)[]]'],
    ['tuple<u8, string>', '(x: [number, string], last: boolean): [[number, string]]'],
    ['list<string, 3>', '(x: [string, string, string], last: boolean): [[string, string, string]]'],
    ['list<u8, 2>', '(x: [number, number], last: boolean): [[number, number]]'],
    ['list<u8, 32>', '(x: number[], last: boolean): [number[]]'],
    ['map<string, u32>', '(x: Map<string, number>, last: boolean): [Map<string, number>]'],
    ['option<u32>', '(x: number | undefined, last: boolean): [number | undefined]'],
  ])('maps %s', async (type, expected) => {
    expect(await mapped(type)).toEqual({ exported: expected, imported: expected });
  });

  it.each([
    ['u8', 'Uint8Array', 'number'],
    ['s8', 'Int8Array', 'number'],
    ['u16', 'Uint16Array', 'number'],
    ['s16', 'Int16Array', 'number'],
    ['u32', 'Uint32Array', 'number'],
    ['s32', 'Int32Array', 'number'],
    ['u64', 'BigUint64Array', 'bigint'],
    ['s64', 'BigInt64Array', 'bigint'],
    ['f32', 'Float32Array', 'number'],
    ['f64', 'Float64Array', 'number'],
  ])('lifts a list of %s as %s, and lowers anything like an array', async (type, array, element) => {
    expect(await mapped(`list<${type}>`)).toEqual({
      exported: `(x: ${array} | ArrayLike<${element}>, last: boolean): [${array}]`,
      imported: `(x: ${array}, last: boolean): [${array} | ArrayLike<${element}>]`,
    });
  });

  it('sees a number behind its name', async () => {
    expect(await mapped('list<id>', 'type id = u32;')).toEqual({
      exported: '(x: Uint32Array | ArrayLike<number>, last: boolean): [Uint32Array]',
      imported: '(x: Uint32Array, last: boolean): [Uint32Array | ArrayLike<number>]',
    });
  });

  it('tags an option in an option, also behind a name', async () => {
    const tagged = `{ tag: 'some'; val: number | undefined } | { tag: 'none' }`;
    const named = `{ tag: 'some'; val: Maybe } | { tag: 'none' }`;
    const direct = await mapped('option<option<u32>>');
    const behindName = await mapped('option<maybe>', 'type maybe = option<u32>;');
    expect(direct.exported).toContain(`[${tagged}]`);
    expect(behindName.exported).toContain(`[${named}]`);
  });

  it('declares each kind of named type, with its descriptor below', async () => {
    const wit = `package t:t;
      interface i {
        record r { a-b: u8, o: option<string>, n: option<option<u8>> }
        variant v { a, b-c(r) }
        enum e { one, two-three }
        flags f { x, y-z }
        type alias = list<r>;
        type bytes = list<u8>;
        use-all: func(v: v, e: e, f: f, a: alias, b: bytes);
      }
      world w { export i; }`;
    expect(declarations(await generateFile(wit, 'exports/t-t/i.ts'))).toMatchInlineSnapshot(`
     "export interface R {
       aB: number;
       o?: string | undefined;
       n: { tag: 'some'; val: number | undefined } | { tag: 'none' };
     }
     export const R = record({ 'a-b': u8, o: option(string), n: option(option(u8)) });

     export type V = { tag: 'a' } | { tag: 'b-c'; val: R };
     export const V = variant({ a: null, 'b-c': R });

     export type E = 'one' | 'two-three';
     export const E = enumOf('one', 'two-three');

     export interface F {
       x?: boolean;
       yZ?: boolean;
     }
     export const F = flags('x', 'y-z');

     export type Alias = R[];
     export const Alias = list(R);

     export type Bytes = Uint8Array;
     export const Bytes = list(u8);

     export interface I {
       useAll(v: V, e: E, f: F, a: Alias, b: Bytes): void;
     }
     export const I = instance({
       'use-all': func({ v: V, e: E, f: F, a: Alias, b: Bytes }),
     });

     "
    `);
  });

  it('lets an option be left out only where nothing that is required follows', async () => {
    const wit = `package t:t;
      interface i {
        f: func(a: option<u8>, b: u8, c: option<u8>, d: option<list<u8>>);
        g: func(a: option<option<u8>>);
      }
      world w { export i; }`;
    const file = await generateFile(wit, 'exports/t-t/i.ts');
    expect(file).toContain(
      'f(a: number | undefined, b: number, c?: number, d?: Uint8Array | ArrayLike<number>): void;',
    );
    expect(file).toContain("g(a: { tag: 'some'; val: number | undefined } | { tag: 'none' }): void;");
  });
});
