import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

describe('a core type', () => {
  it.each([
    ['of a function', '(core type (func (param i32 v128) (result f64 externref)))', 'valid'],
    ['that is a struct', '(core type (struct (field i8) (field (mut i64))))', 'valid'],
    ['that refers to itself', '(core type (struct (field (ref null 0))))', 'valid'],
    [
      'that refers to others of its group',
      '(core rec (type (struct (field (ref 1)))) (type (array (ref 0))))',
      'valid',
    ],
    ['of a group of none', '(core rec)', 'valid'],
    [
      'that refers to one after it',
      '(core type (struct (field (ref 1)))) (core type (struct))',
      'unknown-index: there is no core type 1: 1 are defined so far',
    ],
    [
      'that refers to a module type',
      '(core type (module)) (core type (func (param (ref 0))))',
      'core-type: core type 0 is that of a module, where none can stand',
    ],
    [
      'that is shared',
      '(core type (shared (struct)))',
      'gated-feature: a shared core type needs a feature that is off: `CompileOptions.features.sharedEverythingThreads` turns it on',
    ],
  ])('%s', (_, types, problem) => {
    expect(problemOf(`(component ${types})`)).toBe(problem);
  });
});

describe('what is shared, which only memories may be', () => {
  it.each([
    ['a parameter', '(core type (func (param (ref (shared i31)))))', 'a shared core type'],
    ['a field', '(core type (struct (field (ref null (shared any)))))', 'a shared core type'],
    ['an element of an array', '(core type (array (ref null (shared any))))', 'a shared core type'],
    ['a table', importing('(table shared 1 funcref)'), 'a shared core table'],
    ['what a table holds', importing('(table 1 (ref null (shared any)))'), 'a shared core type'],
    ['a global', importing('(global (shared i32))'), 'a shared core global'],
    ['what a global holds', importing('(global (ref null (shared any)))'), 'a shared core type'],
  ])('%s', (_, types, what) => {
    const text = `(component ${types})`;
    expect(problemOf(text)).toBe(
      `gated-feature: ${what} needs a feature that is off: \`CompileOptions.features.sharedEverythingThreads\` turns it on`,
    );
    expect(problemOf(text, 'sharedEverythingThreads')).toBe('valid');
  });

  it('a memory', () => {
    expect(problemOf(`(component ${importing('(memory 1 2 shared)')})`)).toBe('valid');
  });

  function importing(item: string): string {
    return `(core type (module (import "" "" ${item})))`;
  }
});

describe('a core type below another', () => {
  const mismatch = 'core-type: a core type does not match its supertype';

  it.each([
    ['with more fields', '(struct (field i32))', '(struct (field i32) (field i64))', 'valid'],
    ['with fewer fields', '(struct (field i32))', '(struct)', mismatch],
    ['with a field of another type', '(struct (field i32))', '(struct (field i64))', mismatch],
    ['with a field of a subtype', '(struct (field anyref))', '(struct (field (ref i31)))', 'valid'],
    [
      'with a field of a subtype that can be written',
      '(struct (field (mut anyref)))',
      '(struct (field (mut eqref)))',
      mismatch,
    ],
    ['with a field that alone can be written', '(struct (field i8))', '(struct (field (mut i8)))', mismatch],
    ['with the same elements', '(array (mut i16))', '(array (mut i16))', 'valid'],
    ['of another kind', '(array i32)', '(struct (field i32))', mismatch],
    ['with wider parameters', '(func (param eqref))', '(func (param anyref))', 'valid'],
    ['with narrower parameters', '(func (param anyref))', '(func (param eqref))', mismatch],
    ['with narrower results', '(func (result anyref))', '(func (result nullref))', 'valid'],
    ['with fewer results', '(func (result i32))', '(func)', mismatch],
    ['that is a struct and no function', '(func)', '(struct)', mismatch],
  ])('%s', (_, above, below, problem) => {
    const text = `(component (core type (sub ${above})) (core type (sub 0 ${below})))`;
    expect(problemOf(text)).toBe(problem);
  });

  it('that is final', () => {
    const text = '(component (core type (struct)) (core type (sub 0 (struct))))';
    expect(problemOf(text)).toBe('core-type: the supertype of a core type is final');
  });

  it('with itself as a supertype', () => {
    const text = '(component (core type (sub 0 (struct))))';
    expect(problemOf(text)).toBe('unknown-index: the supertype of a core type, 0, is not defined before it');
  });

  it('with 63 and with 64 more above it', () => {
    const chain = (length: number): string =>
      Array.from({ length }, (_, i) => `(core type (sub ${i} (struct)))`).join('');
    const text = (length: number): string => `(component (core type (sub (struct))) ${chain(length)})`;
    expect(problemOf(text(63))).toBe('valid');
    expect(problemOf(text(64))).toBe('core-type: a core type has more than 63 supertypes above it');
  });

  it('whose fields have types of the same group', () => {
    expect(
      problemOf(`(component (core rec
        (type (sub (struct)))
        (type (sub 0 (struct)))
        (type (sub (struct (field (ref 0)))))
        (type (sub 2 (struct (field (ref 1)))))))`),
    ).toBe('valid');
  });
});

describe('a core module type', () => {
  it.each([
    ['that has types of its own', '(type (func)) (import "a" "b" (func (type 0)))', 'valid'],
    ['that takes a type from around it', '(alias outer 1 0 (type)) (export "a" (func (type 0)))', 'valid'],
    ['that takes a type from the component outside', '(alias outer 2 0 (type))', 'valid'],
    [
      'that goes out too far',
      '(alias outer 3 0 (type))',
      'unknown-scope: there are not 3 scopes around a core module type',
    ],
    [
      'that takes a module type from around it',
      '(alias outer 1 1 (type))',
      'core-type: core type 1 is that of a module, where none can stand',
    ],
    [
      'that takes what is not there',
      '(alias outer 1 2 (type))',
      'unknown-index: there is no core type 2: 2 are defined so far',
    ],
    [
      'that imports one name twice',
      '(import "a" "b" (func)) (import "a" "c" (func)) (import "a" "b" (memory 1))',
      'duplicate-import: a core module imports `b` of `a` twice',
    ],
    [
      'that exports one name twice',
      '(export "a" (func)) (export "a" (global i32))',
      'name-conflict: a core module exports `a` twice',
    ],
    [
      'with a function of a type that is none of functions',
      '(type (struct)) (export "a" (func (type 0)))',
      'not-a-core-func-type: core type 0 is not that of a function',
    ],
    [
      'with a tag that has results',
      '(type (func (result i32))) (export "a" (tag (type 0)))',
      'core-type: the function type of a core tag has results',
    ],
  ])('%s', (_, declarations, problem) => {
    const text = `(component (core type (struct)) (component
      (core type (func)) (core type (module)) (core type (module ${declarations}))))`;
    expect(problemOf(text)).toBe(problem);
  });
});

describe('the limits of', () => {
  it.each([
    ['(memory 65536 65536)', 'valid'],
    ['(memory 65537)', 'a core memory has 65537 pages: 65536 are the most'],
    ['(memory 1 65537)', 'a core memory has 65537 pages: 65536 are the most'],
    ['(memory 2 1)', 'a core memory has at least 2 pages and at most 1'],
    ['(memory i64 0x1000000000000)', 'valid'],
    ['(memory i64 0x1000000000001)', 'a core memory has 281474976710657 pages: 281474976710656 are the most'],
    ['(memory 0xffffffff (pagesize 1))', 'valid'],
    ['(memory 1 shared)', 'a shared core memory has no maximum'],
    ['(table 0xffffffff funcref)', 'valid'],
    ['(table 2 1 funcref)', 'a core table has at least 2 elements and at most 1'],
    ['(table i64 0xffffffffffffffff funcref)', 'valid'],
  ])('%s', (type, problem) => {
    const text = `(component (core type (module (export "a" ${type}))))`;
    expect(problemOf(text).replace('memory-limits: ', '')).toBe(problem);
  });

  it('pages of a size that is not allowed', () => {
    const text = '(component (core type (module (export "a" (memory 1 (pagesize 2))))))';
    expect(problemOf(text)).toBe(
      'core-type: the page size of a core memory is 2^1 bytes: it can be 1 or 64 KiB',
    );
  });
});
