import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { corpusRoot } from '../../../tests/conformance/wit/command.js';
import { readCases } from '../../../tests/conformance/wit/corpus.js';
import { skippedCases } from '../../../tests/conformance/wit/known-failures.js';
import { differingPrint, roundTripped } from './print-round-trip.js';

/** Packages made by others, and the features that each is parsed with. */
const corpora = new Map<string, readonly (readonly string[] | 'all')[]>([
  ['wit/accept', [['active'], 'all']],
  ['wit-codegen', [[], 'all']],
  ['wasi', [[], 'all']],
]);

for (const [corpus, selections] of corpora) {
  const inputs = readCases(join(corpusRoot, corpus)).flatMap(({ name, path, input }) =>
    input === undefined || skippedCases.has(name) ? [] : [{ path, input }],
  );

  describe(`printing ${corpus}`, () => {
    if (inputs.length === 0) {
      it.skip(`is not possible: ../shared/conformance/${corpus} is missing`, () => {});
      return;
    }

    it.each(inputs)('gives $path back', async ({ input }) => {
      for (const features of selections) {
        const { resolve } = await loadWit(input, { features });
        expect(differingPrint(resolve, { features })).toBe('equal');
      }
    });
  });
}

describe('printing gives back', () => {
  it.each([
    [
      'functions that stand before a resource',
      'interface i { f: func() -> list<u8>; resource r { m: func() -> list<u16>; } g: func() -> list<u8>; type t = u8; }',
    ],
    [
      'imports and exports whose types come to be in turn',
      `world w {
        export e: func() -> list<u32>;
        import f: func() -> list<u8>;
        import i: interface { type t = list<u16>; g: func() -> list<u8>; }
        resource r { m: func(x: r) -> list<s8>; }
        export j: interface { g: func() -> list<s16>; }
        import k: func(x: r) -> list<s32>;
      }`,
    ],
    [
      'handles in the order of their functions',
      'world w { import f: func(x: b); resource a { m: func(x: a); } resource b; import g: func(x: a); }',
    ],
    [
      'gates of types without a name',
      `interface i {
        @since(version = 1.0.0) type t = list<list<u8>>;
        f: func() -> list<list<u8>>;
      }
      world w {
        @since(version = 1.0.0) export i: interface { @since(version = 1.0.0) type t = option<list<u16>>; }
        export f: func() -> list<u16>;
      }`,
    ],
    [
      'gates of interfaces that are included',
      `interface a { type t = u8; }
      interface b { use a.{t}; }
      world v { @unstable(feature = on) import a; import p: func(); }
      world w { import b; include v; }`,
    ],
    [
      'a world that is included several times',
      `world v { type t = list<u8>; import f: func(x: t); export g: interface { type u = list<u8>; } }
      world w { include v with { t as t1, f as f1, g as g1 } type o = list<u8>; include v; }
      world x { include w with { t as t3, f as f3, g as g3 } include v with { t as t4, f as f4, g as g4, } }`,
    ],
    [
      'interfaces that come after what is included',
      `interface a { } interface b { }
      world p { import x: a; type t = u8; }
      world q { import b; }
      world w { include p; include q; }`,
    ],
    [
      'packages that name each other no more',
      `package z:z { @unstable(feature = off) interface i {} }
      package m:m { @unstable(feature = off) interface i { @unstable(feature = off) use z:z/i.{}; } interface j {} }
      interface j { @unstable(feature = off) use m:m/i.{}; }`,
    ],
    [
      'what is left of items that are left out',
      `@unstable(feature = off) interface i { f: func(x: list<u8>, y: tuple<list<u16>, list<u8>>); }
      interface j {
        resource r { @unstable(feature = off) m: func(); constructor(x: option<u8>); @unstable(feature = off) n: func() -> list<r>; }
        @unstable(feature = off) f: func(x: option<u16>);
        g: func(x: option<u32>) -> option<u16>;
      }
      @unstable(feature = off) world v { import i: interface { type t = list<u32>; f: func() -> list<s8>; } }
      world w {
        type t = list<u64>;
        @unstable(feature = off) import f: func(x: list<t>);
        export g: interface { f: func() -> list<s16>; }
        @unstable(feature = off) export h: func(x: list<s32>);
      }`,
    ],
    [
      'external ids',
      '@external-id("a") interface i {} world w { @external-id("\\u{202e}\\u{a0}\\t\\r\\n\\\\\\"\\u{1f37a}") import i; }',
    ],
  ])('%s', (_, items) => {
    for (const features of [[], ['on'], 'all'] as const) {
      expect(roundTripped(`package a:b@1.0.0; ${items}`, { features })).toBe('equal');
    }
  });
});
