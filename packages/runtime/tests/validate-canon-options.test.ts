import { describe, expect, it } from '@jest/globals';
import type { FeatureName } from '../src/validate/features.js';
import { problemOf } from './validate-text.js';

/** A core module with what canonical options need, and with what they do not. */
const lib = `
  (core module $lib
    (memory (export "mem") 1)
    (memory (export "wide") i64 1)
    (memory (export "shared") 1 1 shared)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "realloc64") (param i64 i64 i64 i64) (result i64) unreachable)
    (func (export "callback") (param i32 i32 i32) (result i32) unreachable)
    (func (export "nothing"))
    (func (export "take") (param i32))
    (func (export "give") (result i32) unreachable)
    (func (export "take2") (param i32 i32)))
  (core instance $lib (instantiate $lib))`;

const mem = '(memory (core memory $lib "mem"))';
const realloc = '(realloc (core func $lib "realloc"))';
const callback = '(callback (core func $lib "callback"))';

/** What is wrong with a function that is lifted with these options. */
function lifted(func: string, core: string, options: string, ...on: FeatureName[]): string {
  const text = `(component ${lib} (type $f (func ${func}))
    (func (type $f) (canon lift (core func $lib "${core}") ${options})))`;
  return problemOf(text, ...on);
}

/** What is wrong with a function that is lowered with these options. */
function lowered(func: string, options: string, ...on: FeatureName[]): string {
  return problemOf(
    `(component ${lib} (import "f" (func $f ${func}))
    (core func (canon lower (func $f) ${options})))`,
    ...on,
  );
}

describe('canonical options', () => {
  it.each([
    ['utf8', 'string-encoding=utf8', 'valid'],
    [
      'two encodings',
      'string-encoding=utf8 string-encoding=latin1+utf16',
      'option-conflict: the canonical option `string-encoding` is both `utf8` and `latin1+utf16`',
    ],
    [
      'one encoding twice',
      'string-encoding=utf16 string-encoding=utf16',
      'option-conflict: the canonical option `string-encoding` is both `utf16` and `utf16`',
    ],
    ['a memory twice', `${mem} ${mem}`, 'duplicate-option: the canonical option `memory` is given twice'],
    [
      'a realloc twice',
      `${mem} ${realloc} ${realloc}`,
      'duplicate-option: the canonical option `realloc` is given twice',
    ],
    [
      'a realloc without a memory',
      realloc,
      'missing-option: the canonical option `realloc` is given without `memory`',
    ],
    [
      'a realloc of another type',
      `${mem} (realloc (core func $lib "nothing"))`,
      'option-signature: the canonical option `realloc` takes a core function of type [i32 i32 i32 i32] -> [i32], not [] -> []',
    ],
    [
      'a memory that is shared',
      '(memory (core memory $lib "shared"))',
      'option-signature: core memory 0 is shared: values cannot be passed through it',
    ],
    [
      'a memory with 64-bit addresses',
      '(memory (core memory $lib "wide"))',
      'gated-feature: passing values through a memory with 64-bit addresses needs a feature that is off: `CompileOptions.features.memory64` turns it on',
    ],
    [
      'a memory that is not there',
      '(memory 7)',
      'unknown-index: there is no core memory 7: 0 are defined so far',
    ],
    [
      'a post-return',
      '(post-return (core func $lib "nothing"))',
      'misplaced-option: the canonical option `post-return` is given to a lowered function',
    ],
    [
      'a callback alone',
      callback,
      'misplaced-option: the canonical option `callback` is given without `async`',
    ],
    [
      'a callback',
      `async ${callback}`,
      'misplaced-option: the canonical option `callback` is given to a lowered function',
    ],
    ['async twice', 'async async', 'duplicate-option: the canonical option `async` is given twice'],
    [
      'async',
      'async',
      'async-option: the canonical option `async` is given for a function whose type is not `async`',
    ],
  ])('to lower a function: %s', (_, options, problem) => {
    expect(lowered('', options)).toBe(problem);
  });

  it('ask for a realloc with the addresses of the memory', () => {
    const wide = '(memory (core memory $lib "wide"))';
    const realloc64 = '(realloc (core func $lib "realloc64"))';
    expect(lowered('(result string)', `${wide} ${realloc64}`, 'memory64')).toBe('valid');
    expect(lowered('(result string)', `${wide} ${realloc}`, 'memory64')).toBe(
      'option-signature: the canonical option `realloc` takes a core function of type [i64 i64 i64 i64] -> [i64], not [i32 i32 i32 i32] -> [i32]',
    );
  });

  it.each([
    ['a post-return', 'give', '(post-return (core func $lib "take"))', 'valid'],
    [
      'a post-return that takes something else',
      'give',
      '(post-return (core func $lib "nothing"))',
      'option-signature: the canonical option `post-return` takes a core function of type [i32] -> [], not [] -> []',
    ],
    [
      'a callback of another type',
      'give',
      'async (callback (core func $lib "take"))',
      'option-signature: the canonical option `callback` takes a core function of type [i32 i32 i32] -> [i32], not [i32] -> []',
    ],
    [
      'a post-return with async',
      'give',
      `async ${callback} (post-return (core func $lib "take"))`,
      'misplaced-option: the canonical option `post-return` is given together with `async`',
    ],
    [
      'async without a callback',
      'nothing',
      'async',
      'gated-feature: the canonical option `async` without `callback` needs a feature that is off: `CompileOptions.features.asyncStackful` turns it on',
    ],
    ['async with a callback', 'give', `async ${callback}`, 'valid'],
  ])('to lift an asynchronous function: %s', (_, core, options, problem) => {
    expect(lifted('async (result u32)', core, options)).toBe(problem);
  });

  it('to lift a function whose type is not async: async', () => {
    expect(lifted('(result u32)', 'give', `async ${callback}`)).toBe(
      'async-option: the canonical option `async` is given for a function whose type is not `async`',
    );
  });
});

describe('memory and realloc', () => {
  const needsMemory = 'missing-option: the canonical option `memory` is required';
  const needsRealloc = 'missing-option: the canonical option `realloc` is required';
  const many = (count: number): string =>
    Array.from({ length: count }, (_, i) => `(param "p${i}" u32)`).join(' ');

  it.each([
    ['nothing', '(param "p" u32)', 'take', '', 'valid'],
    ['a parameter in memory', '(param "p" string)', 'take2', '', needsMemory],
    ['a parameter in memory', '(param "p" string)', 'take2', mem, needsRealloc],
    ['a parameter in memory', '(param "p" string)', 'take2', `${mem} ${realloc}`, 'valid'],
    ['a parameter that holds a list', '(param "p" (option (list u8)))', 'take2', mem, needsRealloc],
    ['too many parameters', many(17), 'take', mem, needsRealloc],
    ['too many parameters', many(17), 'take', `${mem} ${realloc}`, 'valid'],
    ['a result in memory', '(result string)', 'give', '', needsMemory],
    ['a result in memory', '(result string)', 'give', mem, 'valid'],
    ['too large a result', '(result (tuple u8 u8))', 'give', '', needsMemory],
    ['an asynchronous result', 'async (result (tuple u8 u8))', 'give', `async ${callback}`, 'valid'],
    ['an asynchronous result in memory', 'async (result string)', 'give', `async ${callback}`, needsMemory],
  ])('to lift a function with %s (%#)', (_, func, core, options, problem) => {
    expect(lifted(func, core, options)).toBe(problem);
  });

  it.each([
    ['nothing', '(param "p" u32)', '', 'valid'],
    ['a parameter in memory', '(param "p" (list u8))', '', needsMemory],
    ['a parameter in memory', '(param "p" (list u8))', mem, 'valid'],
    ['16 parameters', many(16), '', 'valid'],
    ['17 parameters', many(17), '', needsMemory],
    ['a result in memory', '(result (list u8))', mem, needsRealloc],
    ['a result in memory', '(result (list u8))', `${mem} ${realloc}`, 'valid'],
    ['too large a result', '(result (tuple u8 u8))', '', needsMemory],
    ['too large a result', '(result (tuple u8 u8))', mem, 'valid'],
    ['4 asynchronous parameters', `async ${many(4)}`, 'async', 'valid'],
    ['5 asynchronous parameters', `async ${many(5)}`, 'async', needsMemory],
    ['5 parameters of an asynchronous function, waited for', `async ${many(5)}`, '', 'valid'],
    ['an asynchronous result', 'async (result u8)', 'async', needsMemory],
  ])('to lower a function with %s (%#)', (_, func, options, problem) => {
    expect(lowered(func, options)).toBe(problem);
  });
});
