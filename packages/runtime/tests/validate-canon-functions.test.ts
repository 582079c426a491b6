import { describe, expect, it } from '@jest/globals';
import type { FeatureName } from '../src/validate/features.js';
import { problemOf, validateText } from './validate-text.js';

const lib = `
  (core module $lib
    (memory (export "mem") 1)
    (memory (export "wide") i64 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "realloc64") (param i64 i64 i64 i64) (result i64) unreachable)
    (func (export "callback") (param i32 i32 i32) (result i32) unreachable))
  (core instance $lib (instantiate $lib))`;

const narrow = '(memory (core memory $lib "mem")) (realloc (core func $lib "realloc"))';
const wide = '(memory (core memory $lib "wide")) (realloc (core func $lib "realloc64"))';
const callback = '(callback (core func $lib "callback"))';

/** What is wrong where a function that is lowered is given to a core module that imports another. */
function lowered(func: string, options: string, imported: string, ...on: FeatureName[]): string {
  const problem = problemOf(
    `(component ${lib} (import "f" (func $f ${func}))
    (core func $g (canon lower (func $f) ${options}))
    (core module $user (import "" "g" (func ${imported})))
    (core instance (instantiate $user (with "" (instance (export "g" (func $g)))))))`,
    ...on,
  );
  return problem.replace('core-argument-type: the argument `` of a core module does not fit, in `g`: ', '');
}

/** What is wrong where a core function is lifted. */
function lifted(core: string, func: string, options: string, ...on: FeatureName[]): string {
  const problem = problemOf(
    `(component ${lib}
    (core type $t (module (export "f" (func ${core}))))
    (import "m" (core module $m (type $t)))
    (core instance $m (instantiate $m))
    (type $f (func ${func}))
    (func (type $f) (canon lift (core func $m "f") ${options})))`,
    ...on,
  );
  return problem.replace(/core-signature: core function \d+ cannot be lifted to function type \d+: /, '');
}

describe('a lowered function is a core function', () => {
  const many = Array.from({ length: 17 }, (_, i) => `(param "p${i}" u64)`).join(' ');

  it.each([
    ['(param "a" u8) (param "b" f64) (result s64)', '', '(param i32 f64) (result i64)'],
    ['(param "a" (result f32 (error s64)))', '', '(param i32 i64)'],
    ['(param "a" string) (result string)', narrow, '(param i32 i32 i32)'],
    [many, narrow, '(param i32)'],
  ])('%s', (func, options, imported) => {
    expect(lowered(func, options, imported)).toBe('valid');
  });

  it('with 64-bit addresses, where the memory has them', () => {
    const func = '(param "a" string) (result string)';
    expect(lowered(func, wide, '(param i64 i64 i64)', 'memory64')).toBe('valid');
    expect(lowered(func, wide, '(param i32 i32 i32)', 'memory64')).toBe(
      'expected a function of type [i32 i32 i32] -> [], found [i64 i64 i64] -> []',
    );
  });

  it.each([
    ['async', '(result i32)'],
    ['async (param "a" u32) (param "b" u32) (result u8)', '(param i32 i32 i32) (result i32)'],
    ['async (param "a" (tuple u8 u8 u8 u8 u8))', '(param i32) (result i32)'],
    ['async (param "a" (tuple u8 u8 u8 u8 u8)) (result string)', '(param i32 i32) (result i32)'],
  ])('that does not wait: %s', (func, imported) => {
    expect(lowered(func, `async ${narrow}`, imported)).toBe('valid');
  });
});

describe('a core function is lifted to', () => {
  it.each([
    ['(param i32 f64) (result i64)', '(param "a" u8) (param "b" f64) (result s64)', '', 'valid'],
    ['(param i32 i32) (result i32)', '(param "a" string) (result string)', narrow, 'valid'],
    ['(param i64)', '(param "a" u32)', '', 'expected a function of type [i32] -> [], found [i64] -> []'],
    [
      '(result i32 i32)',
      '(result (tuple u32 u32))',
      narrow,
      'expected a function of type [] -> [i32], found [] -> [i32 i32]',
    ],
    ['(param i32) (result i32)', 'async (param "a" u32) (result u64)', `async ${callback}`, 'valid'],
    [
      '(param i32) (result i64)',
      'async (param "a" u32) (result u64)',
      `async ${callback}`,
      'expected a function of type [i32] -> [i32], found [i32] -> [i64]',
    ],
    ['(param i32) (result i64)', 'async (param "a" u32) (result u64)', '', 'valid'],
  ])('from %s: %s', (core, func, options, problem) => {
    expect(lifted(core, func, options)).toBe(problem);
  });

  it('nothing from one that calls nobody back', () => {
    expect(lifted('(param i32)', 'async (param "a" u32) (result u64)', 'async', 'asyncStackful')).toBe(
      'valid',
    );
  });

  it('64-bit addresses, where the memory has them', () => {
    const func = '(param "a" string) (result string)';
    expect(lifted('(param i64 i64) (result i64)', func, wide, 'memory64')).toBe('valid');
  });

  it('no function from one that is open to subtypes', () => {
    const text = `(component
      (core module $m (type $f (sub (func))) (func (export "f") (type $f)))
      (core instance $m (instantiate $m))
      (func (canon lift (core func $m "f"))))`;
    expect(problemOf(text)).toBe(
      'core-signature: core function 0 cannot be lifted to function type 0: expected a function of type [] -> [], found one of another type that is written the same',
    );
  });

  it('no type but that of a function', () => {
    const text = `(component
      (core module $m (func (export "f"))) (core instance $m (instantiate $m))
      (type $t u32)
      (func (type $t) (canon lift (core func $m "f"))))`;
    expect(problemOf(text)).toBe('not-a-func-type: type 0 is not that of a function');
  });
});

describe('resources', () => {
  const use = (canon: string, type: string): string => `(component (type $own (resource (rep i32)))
    (import "r" (type $imported (sub resource))) (type $other u32) (core func (canon ${canon} ${type})))`;

  it.each([
    ['resource.new', '$own', 'valid'],
    ['resource.rep', '$own', 'valid'],
    ['resource.drop', '$own', 'valid'],
    ['resource.drop', '$imported', 'valid'],
    [
      'resource.new',
      '$imported',
      'not-a-local-resource: `resource.new` is only for resources that the component itself defines: type 1 is not one',
    ],
    [
      'resource.rep',
      '$imported',
      'not-a-local-resource: `resource.rep` is only for resources that the component itself defines: type 1 is not one',
    ],
    ['resource.drop', '$other', 'not-a-resource: type 2 is not a resource'],
    ['resource.new', '9', 'unknown-index: there is no type 9: 3 are defined so far'],
  ])('%s of %s', (canon, type, problem) => {
    expect(problemOf(use(canon, type))).toBe(problem);
  });

  it('are looked into as what they are represented by', () => {
    const text = `(component (type $r (resource (rep i64)))
      (core func $new (canon resource.new $r)) (core func $rep (canon resource.rep $r))
      (core module $m (import "" "new" (func (param i64) (result i32))) (import "" "rep" (func (param i32) (result i64))))
      (core instance (instantiate $m (with "" (instance (export "new" (func $new)) (export "rep" (func $rep)))))))`;
    expect(problemOf(text, 'memory64')).toBe('valid');
  });
});

describe('what is left of a canonical definition', () => {
  it('has its options by name', () => {
    const { definitions } = validateText(`(component ${lib} (import "f" (func $f (param "a" string)))
      (core func (canon lower (func $f) string-encoding=utf16 ${narrow})))`);
    expect(definitions.at(-1)).toMatchObject({
      kind: 'canon',
      canon: {
        kind: 'lower',
        func: 0,
        options: {
          stringEncoding: 'utf16',
          memory: 0,
          address: 'i32',
          realloc: 0,
          postReturn: undefined,
          async: false,
          callback: undefined,
        },
      },
    });
  });

  it('has the defaults of options that are not given', () => {
    const { definitions } = validateText(
      '(component (import "f" (func $f)) (core func (canon lower (func $f))))',
    );
    expect(definitions.at(-1)).toMatchObject({
      canon: { options: { stringEncoding: 'utf8', memory: undefined, address: 'i32', realloc: undefined } },
    });
  });
});
