import { describe, expect, it } from '@jest/globals';
import type { ComponentItem } from '../src/types/item-type.js';
import type { ValidDefinition } from '../src/validate/valid-component.js';
import { problemOf, validateText } from './validate-text.js';

function definitionsOf(text: string): readonly ValidDefinition[] {
  return validateText(text).definitions;
}

describe('what is left of a valid component', () => {
  it('is all but what only makes types', () => {
    const definitions = definitionsOf(`(component
      (type $t (record (field "x" u8)))
      (core type (func))
      (import "t" (type $u (eq $t)))
      (import "f" (func $f (param "x" $u)))
      (import "i" (instance $i (export "g" (func)) (export "h" (type (sub resource)))))
      (alias export $i "h" (type))
      (alias export $i "g" (func $g))
      (export "f" (func $f)))`);
    expect(definitions.map(({ kind }) => kind)).toEqual([
      'import',
      'import',
      'import',
      'alias-export',
      'export',
    ]);
  });

  it('gives types where the binary has indices', () => {
    const [resource, , exported] = definitionsOf(`(component
      (type $r (resource (rep i32)))
      (core func (canon resource.drop $r))
      (export "r" (type $r)))`);
    expect(resource?.kind === 'resource' && exported?.kind === 'export' && exported.item).toEqual({
      sort: 'type',
      type: resource?.kind === 'resource' ? resource.resource : undefined,
    });
  });

  it('gives a type that is exported a type of its own', () => {
    const { type } = validateText(`(component
      (type $t (enum "a")) (export $e "t" (type $t)) (export "u" (type $e)))`);
    const [t, u] = ['t', 'u'].map((name) => typeOf(type.exports.get(name)));
    expect(t).toEqual(u);
    expect(t).not.toBe(u);
  });

  it('gives a component its resources by where it declares them', () => {
    const { type } = validateText(`(component
      (import "i" (instance (export "a" (type (sub resource)))))
      (type $hidden (resource (rep i32)))
      (type $r (resource (rep i32)))
      (export "r" (type $r)))`);
    expect(type.resources?.imported.map(({ name }) => name)).toEqual(['a']);
    expect(type.resources?.exported).toEqual([type.exports.get('r')]);
  });

  it('has the exports of an instantiation in terms of its arguments', () => {
    const definitions = definitionsOf(`(component
      (import "r" (type $r (sub resource)))
      (component $c
        (import "a" (type $a (sub resource)))
        (type $s (resource (rep i32)))
        (export "same" (type $a)) (export "new" (type $s)))
      (instance (instantiate $c (with "a" (type $r)))))`);
    const [imported] = definitions;
    const instance = definitions.find((definition) => definition.kind === 'instance');
    const exports = instance?.type.exports;
    expect(exports?.get('same')).toBe(imported?.kind === 'import' ? imported.type : undefined);
    expect(exports?.get('new')).toEqual({ kind: 'resource', name: 'new', index: -1 });
  });

  it('keeps the attributes of names', () => {
    const { type } = validateText('(component (import "a" (implements "a:b/c") (instance)))');
    expect(type.attributes?.imports.get('a')).toEqual([{ kind: 'implements', value: 'a:b/c' }]);
  });
});

describe('a component that nothing instantiates', () => {
  it('is checked', () => {
    expect(problemOf('(component (component (component (alias outer 2 7 (type)))))')).toBe(
      'unknown-index: there is no type 7: 0 are defined so far',
    );
  });
});

describe('an index', () => {
  it.each([
    ['(export "f" (func 0))', 'function'],
    ['(export "i" (instance 0))', 'instance'],
    ['(export "c" (component 0))', 'component'],
    ['(export "t" (type 0))', 'type'],
    ['(export "m" (core module 0))', 'core module'],
    ['(instance (instantiate 0))', 'component'],
    ['(instance (export "f" (func 0)))', 'function'],
    ['(alias export 0 "f" (func))', 'instance'],
    ['(component (alias outer 1 0 (component)))', 'component'],
    ['(component (alias outer 1 0 (core module)))', 'core module'],
    ['(component (alias outer 1 0 (core type)))', 'core type'],
  ])('leads to what comes before: %s', (definition, what) => {
    expect(problemOf(`(component ${definition})`)).toBe(
      `unknown-index: there is no ${what} 0: 0 are defined so far`,
    );
  });
});

describe('arguments of an instantiation', () => {
  const component = '(component $c (import "f" (func)))';

  it('may be more than there are imports', () => {
    expect(
      problemOf(
        `(component ${component} (import "f" (func $f)) (instance (instantiate $c (with "f" (func $f)) (with "g" (func $f)))))`,
      ),
    ).toBe('valid');
  });

  it('are found by the exact name', () => {
    expect(
      problemOf(
        `(component ${component} (import "f" (func $f)) (instance (instantiate $c (with "F" (func $f)))))`,
      ),
    ).toBe('missing-argument: nothing is given for the import `f`');
  });

  it('are given once', () => {
    expect(
      problemOf(
        `(component ${component} (import "f" (func $f)) (instance (instantiate $c (with "f" (func $f)) (with "f" (func $f)))))`,
      ),
    ).toBe('duplicate-argument: two arguments are given for `f`');
  });
});

function typeOf(item: ComponentItem | undefined): unknown {
  return item?.kind === 'type' ? item.type : undefined;
}
