import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

const tooLarge = 'type-too-large: a type comes to 1000000 types or more';
const tooOften =
  'type-too-large: imports and instantiations take the component through more than 1000000 types';
const tooDeep = 'type-too-deep: a type is nested more than 100 deep';

/** Definitions that each refer to the one before. */
function chain(length: number, first: string, next: (before: string, i: number) => string): string {
  const definitions = [`(type $t0 ${first})`];
  for (let i = 1; i <= length; i += 1) definitions.push(`(type $t${i} ${next(`$t${i - 1}`, i)})`);
  return definitions.join('\n');
}

describe('types that double with each definition', () => {
  it.each([
    ['tuples', chain(40, '(tuple u8)', (t) => `(tuple ${t} ${t})`)],
    ['results', chain(40, '(list u8)', (t) => `(result ${t} (error ${t}))`)],
    [
      'instances',
      chain(
        40,
        '(instance)',
        (t) => `(instance (alias outer 1 ${t} (type $t))
          (export "a" (instance (type $t))) (export "b" (instance (type $t))))`,
      ),
    ],
    [
      'components',
      chain(
        40,
        '(component (export "r" (type (sub resource))))',
        (t) => `(component (alias outer 1 ${t} (type $t))
          (import "a" (component (type $t))) (export "b" (component (type $t))))`,
      ),
    ],
  ])('are refused before they cost anything: %s', (_, types) => {
    expect(problemOf(`(component ${types})`)).toBe(tooLarge);
  });

  it('are refused sooner where each has resources of its own', () => {
    const types = chain(
      40,
      '(instance (export "r" (type (sub resource))))',
      (t) => `(instance (alias outer 1 ${t} (type $t))
        (export "a" (instance (type $t))) (export "b" (instance (type $t))))`,
    );
    expect(problemOf(`(component ${types})`)).toBe(tooOften);
  });

  it('are refused as instances made of each other', () => {
    const instances = ['(instance $i0)'];
    for (let i = 1; i < 40; i += 1) {
      instances.push(
        `(instance $i${i} (export "a" (instance $i${i - 1})) (export "b" (instance $i${i - 1})))`,
      );
    }
    expect(problemOf(`(component ${instances.join('\n')})`)).toBe(tooLarge);
  });

  it('are refused as components that instantiate each other', () => {
    let component = '(component $c0 (type $r (resource (rep i32))) (export "r" (type $r)))';
    for (let i = 1; i < 30; i += 1) {
      component = `(component $c${i} ${component}
        (instance $a (instantiate $c${i - 1})) (instance $b (instantiate $c${i - 1}))
        (export "a" (instance $a)) (export "b" (instance $b)))`;
    }
    expect(problemOf(`(component ${component})`)).toBe(tooOften);
  });
});

describe('types that are nested', () => {
  it.each([
    ['lists', chain(99, '(list u8)', (t) => `(list ${t})`), '(list $t98)'],
    [
      'instances',
      chain(
        99,
        '(instance)',
        (t) => `(instance (alias outer 1 ${t} (type $t)) (export "a" (instance (type $t))))`,
      ),
      '(instance (alias outer 1 $t99 (type $t)) (export "a" (instance (type $t))))',
    ],
  ])('are so 100 deep at most: %s', (_, types, next) => {
    expect(problemOf(`(component ${types.split('\n').slice(0, -1).join('\n')})`)).toBe('valid');
    expect(problemOf(`(component ${types} (type ${next}) (type (list $t99)))`)).toBe(tooDeep);
  });
});

describe('the number', () => {
  it('of instances of a component is limited', () => {
    const instances = (count: number) => `(component ${'(instance)'.repeat(count)})`;
    expect(problemOf(instances(1000))).toBe('valid');
    expect(problemOf(instances(1001))).toBe('too-many-instances: there are more than 1000 instances');
  });

  it('of core instances counts among them', () => {
    expect(problemOf(`(component ${'(core instance)'.repeat(1000)} (instance))`)).toBe(
      'too-many-instances: there are more than 1000 instances',
    );
  });

  it('of components and core modules is limited', () => {
    expect(problemOf(`(component ${'(component)'.repeat(1001)})`)).toBe(
      'too-many-definitions: there are more than 1000 components',
    );
    expect(problemOf(`(component ${'(core module)'.repeat(1001)})`)).toBe(
      'too-many-definitions: there are more than 1000 core modules',
    );
  });
});

describe('imports that make resources over and over', () => {
  it('are refused once that is too much', () => {
    const resources = Array.from({ length: 2000 }, (_, i) => `(export "r${i}" (type (sub resource)))`);
    const imports = Array.from({ length: 300 }, (_, i) => `(import "i${i}" (instance (type $t)))`);
    expect(problemOf(`(component (type $t (instance ${resources.join('')})) ${imports.join('')})`)).toBe(
      tooOften,
    );
  });
});

describe('names of names of a type', () => {
  it('are followed without end', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `(export $t${i + 1} "t${i + 1}" (type $t${i}))`);
    expect(
      problemOf(`(component
        (component $c
          (component $e
            (type $r (resource (rep i32))) (export $s "r" (type $r))
            (type $t0 (own $s)) ${names.join('\n')})
          (instance $i (instantiate $e))
          (alias export $i "r" (type $r))
          (alias export $i "t20000" (type $last))
          (instance $bag (export "r" (type $r)))
          (export "i" (instance $bag))
          (export "last" (type $last)))
        (instance (instantiate $c)))`),
    ).toBe('valid');
  });
});
