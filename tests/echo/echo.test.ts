import { describe, expect, it } from '@jest/globals';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { deferredDriver, dynamicDriver } from './dynamic-driver.js';
import { randomWorld, runEcho } from './echo-run.js';
import { failureLines } from './report.js';
import { witText } from './wit-text.js';

describe('values of random types', () => {
  /** `npm run echo` makes more of them. */
  it.each([
    { driver: dynamicDriver, seed: 2, count: 300, calls: 2 },
    { driver: deferredDriver, seed: 3, count: 100, calls: 2 },
  ])(
    'pass through guests to the host and back ($driver.name)',
    async (options) => {
      const { functions, calls, chained, failures } = await runEcho(options);
      expect(failures.map((failure) => failureLines(failure, options).join('\n'))).toEqual([]);
      expect([functions, calls]).toEqual([options.count, 2 * options.count]);
      expect(chained).toBeGreaterThan(options.count / 10);
    },
    120_000,
  );

  it('are of types that can be written as WIT', () => {
    for (let number = 0; number < 30; number++) {
      expect(() => parseWit(witText(randomWorld(2, number)))).not.toThrow();
    }
  });
});
