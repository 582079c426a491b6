import { describe, expect, it } from '@jest/globals';
import { rejectionCodes } from './rejection-reasons.js';

describe('rejectionCodes', () => {
  it.each([
    ['type index out of bounds', ['unknown-index']],
    ['unknown tag 0: tag index out of bounds', ['unknown-index']],
    ['type mismatch', ['core-module', 'core-argument-type']],
    ['type mismatch in record field `x`', ['argument-type']],
    ['expected primitive, found record', ['argument-type']],
    ['expected global, found func', ['core-argument-type']],
    ['export name `a` conflicts with previous name `A`', ['name-conflict']],
    ['instantiation argument `a` conflicts with previous argument `a`', ['duplicate-argument']],
    ['canonical encoding option `utf8` conflicts with option `utf16`', ['option-conflict']],
    ['type index 0 is not a function type', ['not-a-func-type']],
  ])('%s', (words, codes) => {
    expect(rejectionCodes(words)).toEqual(codes);
  });

  it('has none for words that it does not know', () => {
    expect(rejectionCodes('the moon is full')).toEqual([]);
  });
});
