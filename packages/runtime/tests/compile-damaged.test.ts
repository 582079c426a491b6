import { describe, expect, it } from '@jest/globals';
import { CompileError, Component, LinkError, Linker, Trap } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { thrownBy } from './components.js';

const shop = guestFile('shop/shop.wasm');

describe('a component that was cut off', () => {
  it('is refused with an offset, wherever it ends', () => {
    const boundaries = new Set(sections(shop).map(({ start }) => start));
    for (let length = 0; length < shop.length; length++) {
      if (boundaries.has(length)) continue;
      const error = thrownBy(() => Component.compileSync(shop.subarray(0, length)));
      if (!(error instanceof CompileError)) throw error;
      expect(error.problems).toEqual([
        {
          code: 'unexpected-end',
          where: expect.stringMatching(/^0x[0-9a-f]+$/),
          message: expect.any(String),
        },
      ]);
      expect(Number(error.problems[0]?.where)).toBeLessThanOrEqual(length);
    }
  });

  it('is a smaller component where it ends with a section', () => {
    const boundaries = sections(shop).map(({ start }) => start);
    expect(boundaries.length).toBeGreaterThan(10);
    for (const length of boundaries) expect(works(shop.subarray(0, length))).toBe(true);
  });

  it.each([
    [0, '0x0: the binary ends in the middle of the magic number'],
    [6, '0x4: the binary ends in the middle of the version'],
    [9, '0x9: the binary ends in the middle of the size of the type section'],
    [100, '0x4c: the binary ends in the middle of the import section'],
    [5000, '0x6a: the binary ends in the middle of the core module section'],
  ])('after %d bytes says: %s', (length, message) => {
    expect(thrownBy(() => Component.compileSync(shop.subarray(0, length)))).toHaveProperty(
      'message',
      `cannot compile the component: ${message}`,
    );
  });
});

describe('a component with a flipped bit', () => {
  it.each(['shop/shop.wasm', 'allocations/allocations.wasm', 'traps/traps.wasm'])(
    'made of %s ends in one of our errors, or works',
    (file) => {
      const bytes = guestFile(file);
      let refused = 0;
      const flips = flipsOf(bytes);
      for (const { at, bit } of flips) {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (bytes[at] ?? 0) ^ bit;
        if (!works(flipped)) refused += 1;
      }
      expect(flips.length).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(flips.length / 4);
      expect(refused).toBeLessThan(flips.length);
    },
  );
});

/** Compiles, links and instantiates; no guest here has a start function, so that none of its code runs. */
function works(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    const component = Component.compileSync(bytes);
    const linker = new Linker().define({ 'example:shop/log@1.2.0': { write: () => undefined } });
    const instance = linker
      .defineUnknownImportsAsTraps(component)
      .instantiatePre(component)
      .instantiateSync();
    return typeof instance.exports === 'object';
  } catch (error) {
    if (error instanceof CompileError || error instanceof LinkError || error instanceof Trap) return false;
    throw error;
  }
}

interface Flip {
  readonly at: number;
  readonly bit: number;
}

/** Two bits of every third byte outside of core modules, and one of a few inside, which the engine decodes. */
function flipsOf(bytes: Uint8Array): Flip[] {
  const core = sections(bytes).filter(({ id }) => id === 1);
  return Array.from(bytes.keys()).flatMap((at) => {
    const inCore = core.some(({ start, end }) => at >= start && at < end);
    if (at % (inCore ? 41 : 3) !== 0) return [];
    const first = { at, bit: 1 << (at % 8) };
    return inCore ? [first] : [first, { at, bit: 1 << ((at + 3) % 8) }];
  });
}

interface Section {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** The sections of a component, each from its id to its end. */
function sections(bytes: Uint8Array): Section[] {
  const found: Section[] = [];
  for (let start = 8; start < bytes.length;) {
    let at = start + 1;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7, at++) {
      const byte = bytes[at] ?? 0;
      size += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    found.push({ id: bytes[start] ?? 0, start, end: at + size });
    start = at + size;
  }
  return found;
}
