import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

/** Gives an import of one type where another is expected. */
function problemOfGiving(found: string, expected: string): string {
  const problem = problemOf(`(component
    (import "found" ${found})
    (component $c (import "x" ${expected}))
    (instance (instantiate $c (with "x" ${withSort(found)}))))`);
  return problem.replace('what is given for the import `x` does not fit: ', '');
}

/** The same of a value type that is exported. */
function problemOfType(found: string, expected: string): string {
  const exporting = (type: string) => `(instance (type $t ${type}) (export "t" (type (eq $t))))`;
  return problemOfGiving(exporting(found), exporting(expected)).replace('argument-type: export `t`: ', '');
}

function withSort(item: string): string {
  const sort = /^\((core module|\w+)/.exec(item)?.[1] ?? '';
  return `(${sort} 0)`;
}

describe('value types', () => {
  it.each([
    ['u32', 's32', 'expected s32, found u32'],
    ['(list u8)', 'u8', 'expected u8, found list'],
    ['(list u8)', '(list (list u8))', 'list element: expected list, found u8'],
    ['(option u8)', '(option u16)', 'option: expected u16, found u8'],
    ['(map u8 u8)', '(map u16 u8)', 'map key: expected u16, found u8'],
    ['(map u8 u8)', '(map u8 u16)', 'map value: expected u16, found u8'],
    ['(flags "a" "b")', '(flags "a")', 'expected 1 flags, found 2'],
    ['(flags "b" "a")', '(flags "a" "b")', 'expected flag `a`, found `b`'],
    ['(enum "a")', '(enum "a" "b")', 'expected 2 cases, found 1'],
    ['(enum "b")', '(enum "a")', 'expected case `a`, found `b`'],
    ['(variant (case "a" u8))', '(variant (case "a" u16))', 'case `a`: expected u16, found u8'],
    ['(variant (case "a" u8))', '(variant (case "a"))', 'expected case `a` to have no type, found u8'],
    ['(variant (case "a"))', '(variant (case "a" u8))', 'expected case `a` to have a type, found none'],
    ['(record (field "a" u8))', '(record (field "a" u16))', 'record field `a`: expected u16, found u8'],
    ['(record (field "a" u8))', '(record (field "b" u8))', 'expected field `b`, found `a`'],
    ['(tuple u8 u8)', '(tuple u8)', 'expected 1 types, found 2'],
    ['(tuple u8 u8)', '(tuple u8 u16)', 'tuple field 1: expected u16, found u8'],
    ['(result u8)', '(result)', 'expected ok to have no type, found u8'],
    ['(result)', '(result (error u8))', 'expected err to have a type, found none'],
    ['(result u8 (error u8))', '(result u8 (error u16))', 'err: expected u16, found u8'],
    ['(stream u8)', '(stream u16)', 'stream: expected u16, found u8'],
    ['(stream u8)', '(stream)', 'expected stream to have no type, found u8'],
    ['(future)', '(future u8)', 'expected future to have a type, found none'],
    ['(stream u8)', '(future u8)', 'expected future, found stream'],
  ])('%s where %s is expected', (found, expected, difference) => {
    expect(problemOfType(found, expected)).toBe(difference);
    expect(problemOfType(expected, expected)).toBe('valid');
  });
});

describe('functions', () => {
  it.each([
    ['(func)', '(func (param "a" u8))', 'expected 1 parameters, found 0'],
    ['(func (param "b" u8))', '(func (param "a" u8))', 'expected parameter `a`, found `b`'],
    ['(func (param "a" s8))', '(func (param "a" u8))', 'function parameter `a`: expected u8, found s8'],
    ['(func)', '(func (result u8))', 'expected a result, found none'],
    ['(func (result u8))', '(func)', 'expected no result, found one'],
    ['(func (result u8))', '(func (result string))', 'result: expected string, found u8'],
    ['(func async)', '(func)', 'expected a function that is not async, found an async function'],
    ['(func)', '(func async)', 'expected an async function, found a function that is not async'],
    ['(func)', '(instance)', 'expected an instance, found a function'],
    ['(core module)', '(func)', 'expected a function, found a core module'],
  ])('%s where %s is expected', (found, expected, difference) => {
    expect(problemOfGiving(found, expected)).toBe(`argument-type: ${difference}`);
  });
});

describe('instances', () => {
  it('may export more', () => {
    expect(
      problemOfGiving('(instance (export "f" (func)) (export "g" (func)))', '(instance (export "g" (func)))'),
    ).toBe('valid');
  });

  it('may not export less, in any depth', () => {
    expect(problemOfGiving('(instance)', '(instance (export "g" (func)))')).toBe(
      'missing-export: there is no export `g`',
    );
    expect(
      problemOfGiving(
        '(instance (export "i" (instance)))',
        '(instance (export "i" (instance (export "g" (func)))))',
      ),
    ).toBe('missing-export: export `i`: there is no export `g`');
  });
});

describe('components', () => {
  it('may import less and export more', () => {
    expect(
      problemOfGiving(
        '(component (import "a" (func)) (export "b" (func)) (export "c" (func)))',
        '(component (import "a" (func)) (import "z" (func)) (export "b" (func)))',
      ),
    ).toBe('valid');
  });

  it('may not import more', () => {
    expect(problemOfGiving('(component (import "a" (func)))', '(component)')).toBe(
      'argument-type: it imports `a`, which nothing is given for',
    );
  });

  it('turn subtyping around for what they import', () => {
    const importing = (instance: string) => `(component (import "i" ${instance}))`;
    const small = '(instance (export "f" (func)))';
    const large = '(instance (export "f" (func)) (export "g" (func)))';
    expect(problemOfGiving(importing(small), importing(large))).toBe('valid');
    expect(problemOfGiving(importing(large), importing(small))).toBe(
      'missing-export: import `i`: there is no export `g`',
    );
    expect(
      problemOfGiving(
        `(component (import "c" ${importing(large)}))`,
        `(component (import "c" ${importing(small)}))`,
      ),
    ).toBe('valid');
  });

  it('bind the resources that they import and export where they declare them', () => {
    const passing = (from: string, to: string) => `(component
      (import "a" (type $a (sub resource)))
      (import "b" (type $b (sub resource)))
      (export "r" (type $r (sub resource)))
      (export "f" (func (param "x" (own ${from})) (result (own ${to})))))`;
    expect(problemOfGiving(passing('$a', '$r'), passing('$a', '$r'))).toBe('valid');
    expect(problemOfGiving(passing('$a', '$r'), passing('$b', '$r'))).toBe(
      'argument-type: export `f`: function parameter `x`: resource types are not the same',
    );
    expect(problemOfGiving(passing('$a', '$a'), passing('$a', '$r'))).toBe(
      'argument-type: export `f`: result: resource types are not the same',
    );
  });

  it('may take one resource for two', () => {
    expect(
      problemOf(`(component
        (import "r" (type $r (sub resource)))
        (import "f" (func $f (param "x" (own $r)) (param "y" (own $r))))
        (component $c
          (import "a" (type $a (sub resource)))
          (import "b" (type $b (sub resource)))
          (import "f" (func (param "x" (own $a)) (param "y" (own $b)))))
        (instance (instantiate $c (with "a" (type $r)) (with "b" (type $r)) (with "f" (func $f)))))`),
    ).toBe('valid');
  });
});
