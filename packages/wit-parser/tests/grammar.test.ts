import { Lexer } from 'chevrotain';
import { describe, expect, it } from '@jest/globals';
import { allTokens } from '../src/syntax/tokens.js';
import { WitGrammar } from '../src/syntax/wit-grammar.js';

// Both are made without these checks elsewhere: they take longer than parsing does.
describe('the grammar', () => {
  it('is one that chevrotain can parse', () => {
    expect(() => new WitGrammar({ skipValidations: false })).not.toThrow();
  });

  it('has tokens that chevrotain can tell apart by their first character', () => {
    const lexer = new Lexer(allTokens, { positionTracking: 'onlyOffset', ensureOptimizations: true });
    expect(lexer.lexerDefinitionErrors).toEqual([]);
  });
});
