import { describe, expect, it } from '@jest/globals';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { dynamicDriver } from './dynamic-driver.js';
import { randomWorld, runEcho } from './echo-run.js';
import { failureLines } from './report.js';
import { witText } from './wit-text.js';

/** `npm run echo` makes more of them. */
const options = { driver: dynamicDriver, seed: 2, count: 300, calls: 2 };

describe('values of random types', () => {
  it('pass through guests to the host and back', async () => {
    const { functions, calls, chained, failures } = await runEcho(options);
    expect(failures.map((failure) => failureLines(failure, options).join('\n'))).toEqual([]);
    expect([functions, calls]).toEqual([300, 600]);
    expect(chained).toBeGreaterThan(50);
  }, 120_000);

  it('are of types that can be written as WIT', () => {
    for (let number = 0; number < 30; number++) {
      expect(() => parseWit(witText(randomWorld(2, number)))).not.toThrow();
    }
  });
});
