import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

/** Gives what one core module exports to another that imports it. Both know the same types. */
function given(exported: string, imported: string, types = ''): string {
  const problem = problemOf(
    `(component
    (core type $from (module ${types} (export "x" ${exported})))
    (core type $to (module ${types} (import "from" "x" ${imported})))
    (import "from" (core module $from (type $from)))
    (import "to" (core module $to (type $to)))
    (core instance $from (instantiate $from))
    (core instance (instantiate $to (with "from" (instance $from)))))`,
    'sharedEverythingThreads',
  );
  return problem.replace(
    'core-argument-type: the argument `from` of a core module does not fit, in `x`: ',
    '',
  );
}

describe('a core module is given a function', () => {
  it.each([
    ['(func)', '(func)', 'valid'],
    ['(func (param i32) (result f64))', '(func (param i32) (result f64))', 'valid'],
    ['(func (param i32))', '(func)', 'expected a function of type [] -> [], found [i32] -> []'],
    [
      '(func (result i64))',
      '(func (result i32))',
      'expected a function of type [] -> [i32], found [] -> [i64]',
    ],
    ['(memory 1)', '(func)', 'expected func, found memory'],
  ])('%s for %s', (exported, imported, result) => {
    expect(given(exported, imported)).toBe(result);
  });

  it.each([
    ['of the same open type', '(type $f (sub (func)))', '$f', '$f', 'valid'],
    ['of a declared subtype', '(type $f (sub (func))) (type $g (sub $f (func)))', '$g', '$f', 'valid'],
    [
      'of a declared supertype',
      '(type $f (sub (func))) (type $g (sub $f (func)))',
      '$f',
      '$g',
      'expected a function of type [] -> [], found one of another type that is written the same',
    ],
    [
      'that is final where an open type is asked for',
      '(type $f (sub (func))) (type $g (func))',
      '$g',
      '$f',
      'expected a function of type [] -> [], found one of another type that is written the same',
    ],
    [
      'that is one of a group where one by itself is asked for',
      '(rec (type $f (func)) (type (struct))) (type $g (func))',
      '$f',
      '$g',
      'expected a function of type [] -> [], found one of another type that is written the same',
    ],
    [
      'that is the same member of an equal group',
      '(rec (type $a (func (param (ref $b)))) (type $b (func (result (ref $a))))) (rec (type $c (func (param (ref $d)))) (type $d (func (result (ref $c)))))',
      '$a',
      '$c',
      'valid',
    ],
    [
      'that is another member of an equal group',
      '(rec (type $a (func)) (type $b (func)))',
      '$a',
      '$b',
      'expected a function of type [] -> [], found one of another type that is written the same',
    ],
    [
      'that is not shared where one is asked for that is',
      '(type $f (func)) (type $g (shared (func)))',
      '$f',
      '$g',
      'expected a function of type [] -> [], found one of another type that is written the same',
    ],
    [
      'with references to equal types',
      '(type $s (struct (field i8))) (type $t (struct (field i8))) (type $f (func (param (ref $s)))) (type $g (func (param (ref $t))))',
      '$f',
      '$g',
      'valid',
    ],
    [
      'with references to other types',
      '(type $s (struct (field i8))) (type $t (struct (field i16))) (type $f (func (param (ref $s)))) (type $g (func (param (ref $t))))',
      '$f',
      '$g',
      'expected a function of type [(ref 1)] -> [], found [(ref 0)] -> []',
    ],
  ])('%s', (_, types, exported, imported, result) => {
    expect(given(`(func (type ${exported}))`, `(func (type ${imported}))`, types)).toBe(result);
  });
});

describe('a core module is given a table', () => {
  it.each([
    ['(table 2 3 funcref)', '(table 1 4 funcref)', 'valid'],
    ['(table 2 funcref)', '(table 1 funcref)', 'valid'],
    ['(table 1 externref)', '(table 1 funcref)', 'expected table element type funcref, found externref'],
    [
      '(table 1 (ref null nofunc))',
      '(table 1 funcref)',
      'expected table element type funcref, found nullfuncref',
    ],
    ['(table 1 funcref)', '(table 2 funcref)', 'mismatch in table limits'],
    ['(table 1 funcref)', '(table 1 2 funcref)', 'mismatch in table limits'],
    ['(table 1 3 funcref)', '(table 1 2 funcref)', 'mismatch in table limits'],
    ['(table i64 1 funcref)', '(table 1 funcref)', 'mismatch in index type used for tables'],
    [
      '(table shared 1 2 (ref null (shared func)))',
      '(table 1 2 (ref null (shared func)))',
      'mismatch in the shared flag for tables',
    ],
  ])('%s for %s', (exported, imported, result) => {
    expect(given(exported, imported)).toBe(result);
  });
});

describe('a core module is given a memory', () => {
  it.each([
    ['(memory 2 3)', '(memory 1 4)', 'valid'],
    ['(memory 1 2 shared)', '(memory 1 2 shared)', 'valid'],
    ['(memory 0)', '(memory 1)', 'mismatch in memory limits'],
    ['(memory 1)', '(memory 1 2)', 'mismatch in memory limits'],
    ['(memory 1 2)', '(memory 1 2 shared)', 'mismatch in the shared flag for memories'],
    ['(memory i64 1)', '(memory 1)', 'mismatch in index type used for memories'],
    ['(memory 1 (pagesize 1))', '(memory 1)', 'mismatch in page size for memories'],
    ['(memory 1 (pagesize 65536))', '(memory 1)', 'valid'],
  ])('%s for %s', (exported, imported, result) => {
    expect(given(exported, imported)).toBe(result);
  });
});

describe('a core module is given a global', () => {
  it.each([
    ['(global i32)', '(global i32)', 'valid'],
    ['(global i64)', '(global i32)', 'expected global type i32, found i64'],
    ['(global (mut i32))', '(global i32)', 'mismatch in the mutability of globals'],
    ['(global (ref func))', '(global funcref)', 'valid'],
    ['(global funcref)', '(global (ref func))', 'expected global type (ref func), found funcref'],
    ['(global nullref)', '(global (ref null i31))', 'valid'],
    ['(global (ref 0))', '(global (ref struct))', 'valid'],
    ['(global (ref 1))', '(global (ref 0))', 'valid'],
    ['(global (ref 0))', '(global (ref 1))', 'expected global type (ref 1), found (ref 0)'],
    ['(global (ref null none))', '(global (ref null 1))', 'valid'],
    ['(global (ref 2))', '(global (ref any))', 'expected global type (ref any), found (ref 2)'],
    ['(global (mut (ref func)))', '(global (mut funcref))', 'expected global type funcref, found (ref func)'],
    ['(func)', '(global i32)', 'expected global, found func'],
  ])('%s for %s', (exported, imported, result) => {
    const types = '(type $s (sub (struct))) (type $t (sub $s (struct (field i32)))) (type $f (func))';
    expect(given(exported, imported, types)).toBe(result);
  });
});

describe('a core module is given a tag', () => {
  it.each([
    ['(tag (param i32))', '(tag (param i32))', 'valid'],
    ['(tag (param i32))', '(tag)', 'expected a tag with [], found one with [i32]'],
    ['(func)', '(tag)', 'expected tag, found func'],
  ])('%s for %s', (exported, imported, result) => {
    expect(given(exported, imported)).toBe(result);
  });
});
