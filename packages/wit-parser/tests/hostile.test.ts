import { describe, expect, it } from '@jest/globals';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { errorOf } from './errors.js';

const many = 100_000;

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

describe('hostile WIT', () => {
  it('cannot exhaust the stack with nested types', () => {
    const depth = 10_000;
    const text = `package a:b; interface i { type t = ${'list<'.repeat(depth)}u8${'>'.repeat(depth)}; }`;
    expect(errorOf(text).diagnostics[0]?.message).toBe('types may be nested 100 deep at most');
  });

  it('cannot exhaust the stack with nested packages', () => {
    const text = 'package a:b {'.repeat(10_000);
    expect(errorOf(text).diagnostics[0]?.message).toBe('packages may be nested 100 deep at most');
  });

  it('cannot exhaust the stack with long chains', () => {
    const aliases = Array.from({ length: many / 10 }, (_, index) => `type t${index + 1}-x = t${index}-x;`);
    const records = aliases.map((alias) => alias.replace(/type (\S+) = (\S+);/, 'record $1 { f: $2 }'));
    const world = (name: string, items: readonly string[]) =>
      `world ${name} { type t0-x = u8; ${items.join('\n')} }`;
    const text = `package a:b; ${world('a', aliases)} ${world('b', records)} world c { include b; }`;
    expect(parseWit(text).resolve.worlds).toHaveLength(3);
  });

  // Each takes a few hundred milliseconds; were one quadratic, it would take minutes.
  it.each([
    ['comments that never end', '/*'.repeat(many)],
    ['nested comments', '/*'.repeat(many) + '*/'.repeat(many)],
    ['strings that never end', '\\"'.repeat(many)],
    ['comments before an item', '// a comment\n'.repeat(many) + 'world w {}'],
    [
      'unknown names',
      `interface i { ${Array.from({ length: 5000 }, (_, i) => `type name${i} = mane${i};`).join('')} }`,
    ],
  ])('takes little time for %s', (_, text) => {
    const duration = timed(() => {
      try {
        parseWit(`package a:b; ${text}`);
      } catch (error) {
        expect(error).toHaveProperty('name', 'WitError');
      }
    });
    expect(duration).toBeLessThan(10_000);
  });
});
