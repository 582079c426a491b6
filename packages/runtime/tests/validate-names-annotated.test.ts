import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

const resources = `
  (import "r" (type $r (sub resource)))
  (import "s" (type $s (sub resource)))`;

describe('a constructor', () => {
  it.each([
    ['(func (result (own $r)))'],
    ['(func (result (result (own $r))))'],
    ['(func (result (result (own $r) (error string))))'],
    ['(func (param "a" u8) (param "self" (borrow $s)) (result (own $r)))'],
  ])('can be %s', (func) => {
    expect(problemOf(`(component ${resources} (import "[constructor]r" ${func}))`)).toBe('valid');
  });

  it.each([
    ['(instance)', 'is not a function'],
    ['(func)', 'returns nothing, not `own<r>` or a result of it'],
    ['(func (result u32))', 'returns `u32`, not `own<r>` or a result of it'],
    ['(func (result (option (own $r))))', 'returns `option<own<r>>`, not `own<r>` or a result of it'],
    ['(func (result (result string)))', 'returns `result<string>`, not `own<r>` or a result of it'],
    [
      '(func (result (result (error (own $r)))))',
      'returns `result<_, own<r>>`, not `own<r>` or a result of it',
    ],
    [
      '(func (result (result (result (own $r)))))',
      'returns `result<result<own<r>>>`, not `own<r>` or a result of it',
    ],
    ['(func (result (own $s)))', 'returns another resource than `r`'],
    ['(func async (result (own $r)))', 'is a constructor and cannot be async'],
  ])('cannot be %s', (item, message) => {
    expect(problemOf(`(component ${resources} (import "[constructor]r" ${item}))`)).toBe(
      `annotated-name: import \`[constructor]r\` ${message}`,
    );
  });
});

describe('a method', () => {
  it.each([
    ['(func (param "self" (borrow $r)))'],
    ['(func async (param "self" (borrow $r)) (param "other" (own $s)) (result string))'],
  ])('can be %s', (func) => {
    expect(problemOf(`(component ${resources} (import "[method]r.f" ${func}))`)).toBe('valid');
  });

  it.each([
    ['(component)', 'is not a function'],
    ['(func)', 'has no parameter, not `self: borrow<r>`'],
    ['(func (param "x" u32))', 'has `x: u32` as its first parameter, not `self: borrow<r>`'],
    [
      '(func (param "this" (borrow $r)))',
      'has `this: borrow<r>` as its first parameter, not `self: borrow<r>`',
    ],
    ['(func (param "self" (own $r)))', 'has `self: own<r>` as its first parameter, not `self: borrow<r>`'],
    [
      '(func (param "x" u8) (param "self" (borrow $r)))',
      'has `x: u8` as its first parameter, not `self: borrow<r>`',
    ],
    ['(func (param "self" (borrow $s)))', 'takes another resource than `r`'],
  ])('cannot be %s', (item, message) => {
    expect(problemOf(`(component ${resources} (import "[method]r.f" ${item}))`)).toBe(
      `annotated-name: import \`[method]r.f\` ${message}`,
    );
  });
});

describe('a static function', () => {
  it.each([['(func)'], ['(func async (param "x" u32) (result string))']])('can be %s', (func) => {
    expect(problemOf(`(component ${resources} (import "[static]r.f" ${func}))`)).toBe('valid');
  });

  it('is a function', () => {
    expect(problemOf(`(component ${resources} (import "[static]r.f" (type (eq $r))))`)).toBe(
      'annotated-name: import `[static]r.f` is not a function',
    );
  });
});

describe('the resource of a function', () => {
  const missing = (kind: 'import' | 'export', name: string, resource: string) =>
    `annotated-name: ${kind} \`${name}\` needs a resource \`${resource}\` that is ${kind}ed before it`;

  it.each([
    ['[constructor]q', 'q', '(func (result (own $r)))'],
    ['[constructor]R', 'R', '(func (result (own $r)))'],
    ['[method]q.f', 'q', '(func (param "self" (borrow $r)))'],
    ['[static]q.f', 'q', '(func)'],
  ])('has its name before it: %s needs %s', (name, resource, func) => {
    expect(problemOf(`(component ${resources} (import "${name}" ${func}))`)).toBe(
      missing('import', name, resource),
    );
  });

  it('is a resource', () => {
    expect(
      problemOf('(component (type $u u8) (import "r" (type (eq $u))) (import "[static]r.f" (func)))'),
    ).toBe(missing('import', '[static]r.f', 'r'));
  });

  it('is imported for imports, exported for exports', () => {
    const method = '(func (param "self" (borrow $r)))';
    const text = (exports: string) => `(component
      (import "r" (type $r (sub resource)))
      (import "f" (func $f (param "self" (borrow $r))))
      ${exports})`;
    expect(problemOf(text(`(export "[method]r.f" (func $f))`))).toBe(missing('export', '[method]r.f', 'r'));
    expect(problemOf(text(`(export $e "r" (type $r)) (export "[method]r.f" (func $f))`))).toBe(
      'annotated-name: export `[method]r.f` takes `r` by another of its names',
    );
    const ascribed = method.replace('$r', '$e');
    expect(problemOf(text(`(export $e "r" (type $r)) (export "[method]r.f" (func $f) ${ascribed})`))).toBe(
      'valid',
    );
  });

  it('has the name that the function refers to it by', () => {
    const text = (name: string) => `(component
      (import "a" (type $a (sub resource)))
      (import "b" (type $b (eq $a)))
      (import "[method]a.f" (func (param "self" (borrow $a))))
      (import "[method]b.f" (func (param "self" (borrow ${name})))))`;
    expect(problemOf(text('$b'))).toBe('valid');
    expect(problemOf(text('$a'))).toBe(
      'annotated-name: import `[method]b.f` takes `b` by another of its names',
    );
  });

  it('is named where the function is, not in an instance beside it', () => {
    expect(
      problemOf(`(component
        (import "i" (instance $i (export "t" (type (sub resource)))))
        (alias export $i "t" (type $t))
        (import "[method]t.f" (func (param "self" (borrow $t)))))`),
    ).toBe(missing('import', '[method]t.f', 't'));
    expect(
      problemOf(`(component
        (import "r" (type $r (sub resource)))
        (import "f" (func $f))
        (instance (export "r" (type $r)) (export "[static]r.f" (func $f))))`),
    ).toBe(missing('export', '[static]r.f', 'r'));
  });

  it('is asked for in types too', () => {
    const type = (name: string) => `(component (type (instance
      (export "r" (type $r (sub resource)))
      (export "${name}" (func (param "self" (borrow $r)))))))`;
    expect(problemOf(type('[method]r.f'))).toBe('valid');
    expect(problemOf(type('[method]q.f'))).toBe(missing('export', '[method]q.f', 'q'));
  });
});

describe('beside a resource `r` there', () => {
  const self = '(func (param "self" (borrow $r)))';

  it.each([
    [
      ['[constructor]r', '(func (result (own $r)))'],
      ['[method]r.f', self],
      ['[static]r.g', '(func)'],
      ['f', '(func)'],
    ],
  ])('can be its functions', (...functions) => {
    const imports = functions.map(([name, type]) => `(import "${name}" ${type})`);
    expect(problemOf(`(component (import "r" (type $r (sub resource))) ${imports.join(' ')})`)).toBe('valid');
  });

  it.each([
    ['[method]r.r', self, 'r'],
    ['[static]r.r', '(func)', 'r'],
    ['[static]r.F', '(func)', '[method]r.f'],
    ['[method]r.f', self, '[method]r.f'],
  ])('cannot be %s', (name, type, previous) => {
    const text = `(component
      (import "r" (type $r (sub resource)))
      (import "[method]r.f" ${self})
      (import "${name}" ${type}))`;
    expect(problemOf(text)).toBe(
      `name-conflict: import name \`${name}\` conflicts with previous name \`${previous}\``,
    );
  });
});
