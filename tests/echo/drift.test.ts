import { describe, expect, it } from '@jest/globals';
import { findDrift } from './drift.js';

describe('Func.call and generated code', () => {
  /** `npm run echo -- --drift` makes more of them. */
  it('say the same of values that are wrong somewhere, and go on after it', async () => {
    const { calls, refused, differences } = await findDrift({ seed: 4, worlds: 2, calls: 12 });
    expect(differences).toEqual([]);
    expect(calls).toBe(480);
    expect(refused).toBeGreaterThan(340);
  }, 120_000);
});
