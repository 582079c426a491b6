import { describe, expect, it } from '@jest/globals';
import { parseWit, print, toJson } from '@wit-bindgen-ts/wit-parser';
import type { ParseOptions } from '@wit-bindgen-ts/wit-parser';
import { roundTripped } from './print-round-trip.js';

const rich = `/// What a shop sells.
/// And to whom.
package example:shop@1.2.0;

/// Things that are sold.
interface items {
  use example:base/types@0.1.0.{money, stamp as time-stamp};

  /// A kind.
  enum kind {
    /// Eaten.
    food,
    %list,
  }

  flags permissions {
    read,
    write,
  }

  record item {
    id: u32,
    /// In cents.
    price: money,
    %type: kind,
    pair: tuple<u8, option<result<_, string>>>,
  }

  variant found {
    none,
    one(item),
    several(list<item, 4>),
  }

  type ids = list<u32>;

  helper: func() -> result;

  /// Holds items.
  @since(version = 1.0.0)
  resource basket {
    constructor(size: u32);

    /// Adds one.
    @since(version = 1.1.0)
    @deprecated(version = 1.2.0)
    add: func(item: item, other: borrow<basket>) -> basket;

    load: static async func(path: string) -> result<basket, string>;

    @external-id("a\\"b\\\\c\\u{7}é")
    name: func() -> string;
  }

  type owned = own<basket>;

  resource fallible {
    constructor(x: map<string, u8>) -> result<fallible, string>;
  }

  resource plain;

  watch: async func(
    events: stream<u8>,
    first: future<string>,
    ended: future,
    problem: error-context,
    long-name-of-a-parameter: option<string>,
  );
}

interface other {
  use items.{basket as cart, kind};

  get: func(x: cart) -> tuple<>;
}

world base {
  record r {
    x: u8,
  }

  import i: func(x: list<r>);
}

/// Runs the shop.
@unstable(feature = fancy)
world shop {
  include base with { r as s, i as j }

  import example:base/types@0.1.0;
  import items;
  import primary: other;

  import inline: interface {
    type t = u8;

    f: func(x: list<u8>) -> t;
  }

  import other;

  resource top {
    m: func(x: list<s8>);
  }

  /// Says it aloud.
  import log: func(message: string);

  export run: async func(t: list<s64>);

  @unstable(feature = fancy)
  export other;
}

package example:base@0.1.0 {
  interface types {
    type money = u64;

    record stamp {
      seconds: u64,
    }
  }
}
`;

function printed(text: string, options: ParseOptions = {}): string {
  const { resolve, package: main } = parseWit(text, options);
  return print(resolve, { package: main });
}

describe('print', () => {
  it('writes what a person would write', () => {
    expect(printed(rich, { features: 'all' })).toBe(rich);
  });

  it('takes the last package for the main one', () => {
    const { resolve } = parseWit('package a:b; package c:d { interface i {} }');
    expect(print(resolve)).toBe('package c:d;\n\ninterface i {}\n\npackage a:b {}\n');
    expect(print(resolve, { package: 0 })).toBe('package a:b;\n\npackage c:d {\n  interface i {}\n}\n');
    expect(() => print(resolve, { package: 2 })).toThrow(new RangeError('no package 2'));
    expect(print({ worlds: [], interfaces: [], types: [], packages: [] })).toBe('');
  });

  it('puts a `%` before a name that is a keyword', () => {
    const words =
      'as async bool borrow char constructor enum error-context export f32 f64 flags from func future import ' +
      'include interface list map option own package record resource result s16 s32 s64 s8 static stream string ' +
      'tuple type u16 u32 u64 u8 use variant with world';
    const text = words
      .split(' ')
      .map(
        (word) => `interface %${word} {
  @unstable(feature = %${word})
  record %${word} { %${word}: u8 }
  use %${word}2.{%${word} as %${word}3};
}
interface %${word}2 { enum %${word} { %${word} } }`,
      )
      .join('\n');
    const file = `package %package:%world; ${text}`;
    expect(roundTripped(file, { features: 'all' })).toBe('equal');
    expect(printed('package %use:%from; world %world { import %async: func(%u8: u8); }')).toBe(
      'package %use:%from;\n\nworld %world {\n  import %async: func(%u8: u8);\n}\n',
    );
  });

  it('needs no call stack for what is deep', () => {
    const aliases = Array.from({ length: 20_000 }, (_, index) => `type t${index + 1} = t${index};`);
    const text = `package a:b; interface i { type t0 = u8; ${aliases.join('\n')} }`;
    expect(roundTripped(text)).toBe('equal');
    const nested = `${'option<'.repeat(99)}u8${'>'.repeat(99)}`;
    expect(roundTripped(`package a:b; interface i { f: func(x: ${nested}); }`)).toBe('equal');
  });
});

describe('printed documentation', () => {
  it.each([
    ['lines', '/// one\n/// two\n', '/// one\n/// two\n'],
    ['an empty line', '/// one\n///\n/// two\n', '/// one\n///\n/// two\n'],
    ['nothing', '///\n', '///\n'],
    ['an indented line', '/// one\n///   two\n', '/// one\n///   two\n'],
    ['a block', '/** one\n    two */\n', '/// one\n///     two\n'],
    ['what would end a block', '/// a */ b /* c\n', '/// a */ b /* c\n'],
    ['what is not ASCII', '/// naïve 名 🍺\n', '/// naïve 名 🍺\n'],
    ['more slashes', '/// //// x\n', '/// //// x\n'],
    ['white space at the end of a line', '/** one  \n  two */\n', '/** one  \n  two */\n'],
    ['a tab', '///\tone\n', '///\tone\n'],
    ['a line break first', '/**\n  one */\n', '/**\n  one */\n'],
    ['a carriage return', '/** one\r\r\ntwo */\n', '/** one\r\r\ntwo */\n'],
    ['nested blocks', '/** /* one\n two  \n three */ four */\n', '/** /* one\n two  \n three */ four */\n'],
  ])('can have %s', (_, docs, expected) => {
    const text = `package a:b;\n\n${docs}interface i {}`;
    expect(printed(text)).toBe(`package a:b;\n\n${expected}interface i {}\n`);
    expect(roundTripped(text)).toBe('equal');
  });

  it('stands on everything that can have some', () => {
    const text = `/// a
package a:b;

/// b
interface i {
  /// c
  record r {
    /// d
    x: u8,
  }

  /// e
  flags f {
    /// f
    y,
  }

  /// g
  resource s {
    /// h
    constructor();
  }

  /// i
  g: func();
}

/// j
world w {
  /// k
  import i;

  /// l
  import h: func();

  /// m
  export j: interface {
    /// n
    variant v {
      /// o
      z(u8),
    }
  }
}
`;
    expect(printed(text)).toBe(text);
  });
});

describe('what inactive features left out', () => {
  it('is marked, as far as something of it is still there', () => {
    const text = `package a:b;
interface i {
  resource r { @unstable(feature = off) m: func() -> list<r>; }
  f: func() -> list<u8>;
}`;
    expect(printed(text)).toBe(`package a:b;

interface i {
  resource r;

  /// A feature that is not active left a function out. Only its types are here.
  @unstable(feature = left-out)
  left-out-2: func(p1: borrow<r>, p2: list<r>);

  f: func() -> list<u8>;
}
`);
    expect(toJson(parseWit(printed(text)).resolve)).toEqual(toJson(parseWit(text).resolve));
  });

  it('is not there with all features', () => {
    const text = 'package a:b; interface i { @unstable(feature = off) f: func(x: list<u8>); }';
    expect(printed(text, { features: 'all' })).not.toContain('left-out');
  });
});
