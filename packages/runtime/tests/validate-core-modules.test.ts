import { describe, expect, it } from '@jest/globals';
import type { CoreModuleType } from '../src/types/item-type.js';
import { problemOf, validateText } from './validate-text.js';

/** The type of a core module that stands in a component. */
function typeOf(fields: string): CoreModuleType {
  const [definition] = validateText(`(component (core module ${fields}))`).definitions;
  if (definition?.kind !== 'core-module') throw new Error('this does not begin with a core module');
  return definition.type;
}

describe('the type of a core module', () => {
  it('has what it imports, by module', () => {
    const { imports } = typeOf(`
      (import "a" "f" (func (param i32)))
      (import "b" "m" (memory 1 2))
      (import "a" "g" (global (mut externref)))`);
    expect(imports).toEqual(
      new Map([
        [
          'a',
          new Map<string, unknown>([
            ['f', { kind: 'func', params: ['i32'], results: [] }],
            ['g', { kind: 'global', type: 'externref', mutable: true, shared: false }],
          ]),
        ],
        [
          'b',
          new Map([
            [
              'm',
              {
                kind: 'memory',
                limits: { min: '1', max: '2', address: 'i32' },
                shared: false,
                pageSize: 16,
              },
            ],
          ]),
        ],
      ]),
    );
  });

  it('has what it exports, imported before defined', () => {
    const { exports } = typeOf(`
      (import "a" "f" (func (result i64)))
      (import "a" "t" (tag (param f32)))
      (func)
      (tag (param f64))
      (table 3 funcref)
      (memory i64 1)
      (global i32 (i32.const 0))
      (export "imported" (func 0)) (export "defined" (func 1))
      (export "imported-tag" (tag 0)) (export "defined-tag" (tag 1))
      (export "table" (table 0)) (export "memory" (memory 0)) (export "global" (global 0))`);
    expect(Object.fromEntries(exports)).toEqual({
      imported: { kind: 'func', params: [], results: ['i64'] },
      defined: { kind: 'func', params: [], results: [] },
      'imported-tag': { kind: 'tag', params: ['f32'] },
      'defined-tag': { kind: 'tag', params: ['f64'] },
      table: {
        kind: 'table',
        element: 'funcref',
        limits: { min: '3', max: null, address: 'i32' },
        shared: false,
      },
      memory: {
        kind: 'memory',
        limits: { min: '1', max: null, address: 'i64' },
        shared: false,
        pageSize: 16,
      },
      global: { kind: 'global', type: 'i32', mutable: false, shared: false },
    });
  });

  it('numbers defined types, the same where they are the same', () => {
    const { exports } = typeOf(`
      (type (struct)) (type (array i8)) (rec (type (struct)) (type (struct))) (type (struct))
      (func (export "a") (param (ref 0))) (func (export "b") (param (ref null 1)))
      (func (export "c") (param (ref 2) (ref 3) (ref 4)))`);
    expect([...exports.values()].map((type) => (type.kind === 'func' ? type.params : type))).toEqual([
      ['(ref 0)'],
      ['(ref null 1)'],
      ['(ref 2)', '(ref 3)', '(ref 0)'],
    ]);
  });

  it('follows types that refer to each other, however many they are', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => `(type (struct (field (ref ${i}))))`).join('');
    const { exports } = typeOf(`(type (struct)) ${chain} (func (export "f") (param (ref 20000)))`);
    expect(exports.get('f')).toEqual({ kind: 'func', params: ['(ref 20000)'], results: [] });
  });

  it('leaves types alone that nothing outside needs', () => {
    expect(
      problemOf('(component (core module (type (func)) (type (sub 9 (func))) (func (export "f"))))'),
    ).toBe('valid');
  });
});

describe('a core module', () => {
  it.each([
    [
      'that imports a name twice',
      '(import "a" "b" (func)) (import "a" "b" (func))',
      'duplicate-import: a core module imports `b` of `a` twice',
    ],
    [
      'that exports a name twice',
      '(func) (export "a" (func 0)) (export "a" (func 0))',
      'name-conflict: a core module exports `a` twice',
    ],
    [
      'that exports what it does not have',
      '(func) (export "a" (func 1))',
      'unknown-index: a core module exports `a`, but has no func 1',
    ],
    [
      'that exports a function without a type',
      '(func (type 1)) (export "a" (func 0))',
      'unknown-index: there is no core type 1: 0 are defined so far',
    ],
    [
      'that exports too large a memory',
      '(memory 65537) (export "a" (memory 0))',
      'memory-limits: a core memory has 65537 pages: 65536 are the most',
    ],
  ])('%s', (_, fields, problem) => {
    expect(problemOf(`(component (core module ${fields}))`)).toBe(problem);
  });
});

describe('a core instance', () => {
  const modules = `
    (core module $lib (func (export "f")) (memory (export "m") 1))
    (core module $user (import "lib" "f" (func)) (import "lib" "m" (memory 1)))
    (core instance $lib (instantiate $lib))`;

  it.each([
    ['that is given all', '(core instance (instantiate $user (with "lib" (instance $lib))))', 'valid'],
    [
      'that is given more',
      '(core instance (instantiate $user (with "lib" (instance $lib)) (with "other" (instance $lib))))',
      'valid',
    ],
    [
      'that is given nothing',
      '(core instance (instantiate $user))',
      'core-missing-argument: a core module imports from `lib`, but is given no such argument',
    ],
    [
      'that is given too little',
      '(core instance (instantiate $user (with "lib" (instance (export "f" (func $lib "f"))))))',
      'core-missing-argument: the argument `lib` of a core module does not export `m`',
    ],
    [
      'that is given something else by that name',
      '(core instance (instantiate $user (with "lib" (instance (export "f" (memory $lib "m"))))))',
      'core-argument-type: the argument `lib` of a core module does not fit, in `f`: expected func, found memory',
    ],
    [
      'that is given an argument twice',
      '(core instance (instantiate $user (with "lib" (instance $lib)) (with "lib" (instance $lib))))',
      'duplicate-argument: a core module is given the argument `lib` twice',
    ],
    [
      'of a module that is not there',
      '(core instance (instantiate 2))',
      'unknown-index: there is no core module 2: 2 are defined so far',
    ],
    [
      'that is given an instance that is not there',
      '(core instance (instantiate $user (with "lib" (instance 1))))',
      'unknown-index: there is no core instance 1: 1 are defined so far',
    ],
    [
      'made of a name twice',
      '(core instance (export "a" (func $lib "f")) (export "a" (memory $lib "m")))',
      'name-conflict: a core instance exports `a` twice',
    ],
    [
      'made of what is not there',
      '(core instance (export "a" (global 0)))',
      'unknown-index: there is no core global 0: 0 are defined so far',
    ],
  ])('%s', (_, instance, problem) => {
    expect(problemOf(`(component ${modules} ${instance})`)).toBe(problem);
  });

  it.each([
    ['of an export', '(alias core export $lib "f" (core func))', 'valid'],
    [
      'of an export that is not there',
      '(alias core export $lib "g" (core func))',
      'unknown-export: core instance 0 does not export `g`',
    ],
    [
      'of an export that is something else',
      '(alias core export $lib "m" (core table))',
      'unknown-export: the export `m` of core instance 0 is a memory, not a table',
    ],
    [
      'of an instance that is not there',
      '(alias core export 1 "f" (core func))',
      'unknown-index: there is no core instance 1: 1 are defined so far',
    ],
  ])('has an alias %s', (_, alias, problem) => {
    expect(problemOf(`(component ${modules} ${alias})`)).toBe(problem);
  });
});
