import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';

/** How long the code is of a world with so many functions of the same types, on both sides. */
async function lengthWith(functions: number): Promise<number> {
  const names = Array.from({ length: functions }, (_, index) => `use${index + 10}`);
  const { resolve, package: main } = parseWit(`package test:growth;
    interface items {
      record item { id: u32, tags: list<string>, parts: list<tuple<string, option<u64>>> }
      variant failure { lost, named(string) }
      ${names.map((name) => `${name}: func(items: list<item>) -> result<option<item>, failure>;`).join('\n')}
    }
    world growth { import items; export items; }`);
  const files = await generate({ resolve, world: selectWorld(resolve, main) });
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

describe('the code of a world', () => {
  it('grows with each function by as much, and by less than a kilobyte on each side', async () => {
    const lengths = await Promise.all([10, 20, 30].map(lengthWith));
    const [first = 0, second = 0] = lengths.slice(1).map((length, index) => length - (lengths[index] ?? 0));
    expect(second).toBe(first);
    expect(first / 10).toBeGreaterThan(500);
    expect(first / 10).toBeLessThan(2000);
  });
});
