import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

describe('a map', () => {
  it.each(['bool', 's8', 'u8', 's16', 'u16', 's32', 'u32', 's64', 'u64', 'char', 'string'])(
    'can have keys of type %s',
    (key) => {
      expect(problemOf(`(component (type (map ${key} (list u8))))`)).toBe('valid');
    },
  );

  it.each([
    ['f32', 'f32'],
    ['f64', 'f64'],
    ['(list u8)', 'list'],
    ['(tuple u8)', 'tuple'],
    ['(option string)', 'option'],
    ['(enum "a")', 'enum'],
  ])('cannot have keys of type %s', (key, kind) => {
    expect(problemOf(`(component (type $k ${key}) (type (map $k u8)))`)).toBe(
      `map-key: the keys of a map are of type ${kind}, which they cannot be`,
    );
  });
});

describe('borrow handles', () => {
  const resource = '(import "r" (type $r (sub resource)))';

  it.each(['stream', 'future'])('cannot be carried by a %s', (kind) => {
    const message = `stream-element: a ${kind} cannot carry borrow handles`;
    expect(problemOf(`(component ${resource} (type (${kind} (borrow $r))))`)).toBe(message);
    expect(
      problemOf(`(component ${resource} (type $o (option (tuple u8 (borrow $r)))) (type (${kind} $o)))`),
    ).toBe(message);
    expect(problemOf(`(component ${resource} (type (${kind} (own $r))))`)).toBe('valid');
  });

  it('cannot be in a result, however deep', () => {
    expect(
      problemOf(`(component ${resource}
        (type $a (record (field "x" (borrow $r))))
        (type $b (variant (case "none") (case "some" $a)))
        (type (func (result (list $b)))))`),
    ).toBe('borrow-result: the result of a function holds a borrow handle');
  });
});

describe('a gated type', () => {
  it.each([
    ['(list u8 4)', 'a list of fixed length', 'fixedLengthLists'],
    ['error-context', '`error-context`', 'errorContext'],
    ['(list error-context)', '`error-context`', 'errorContext'],
    ['(func (param "x" error-context))', '`error-context`', 'errorContext'],
  ] as const)('%s is refused unless its feature is on', (type, what, feature) => {
    expect(problemOf(`(component (type ${type}))`)).toBe(
      `gated-feature: ${what} needs a feature that is off: \`CompileOptions.features.${feature}\` turns it on`,
    );
    expect(problemOf(`(component (type ${type}))`, feature)).toBe('valid');
  });

  it('with a feature that is on by default is valid', () => {
    expect(problemOf('(component (type (map u8 u8)) (type (stream u8)) (type (func async)))')).toBe('valid');
  });
});

describe('the size of a value', () => {
  it('is less than 256 MiB, with 64-bit addresses', () => {
    const strings = (count: number) => `(component (type (list string ${count})))`;
    expect(problemOf(strings(2 ** 24 - 1), 'fixedLengthLists')).toBe('valid');
    expect(problemOf(strings(2 ** 24), 'fixedLengthLists')).toBe(
      'value-too-large: a value of this type takes 256 MiB of memory or more',
    );
  });

  it('cannot be made small by going beyond what numbers can count', () => {
    const lists = ['(type $t0 (list u8 268435455))'];
    for (let i = 1; i < 40; i += 1) lists.push(`(type $t${i} (list $t${i - 1} 268435455))`);
    expect(problemOf(`(component ${lists.join('\n')})`, 'fixedLengthLists')).toBe(
      'value-too-large: a value of this type takes 256 MiB of memory or more',
    );
  });
});

describe('what a type refers to', () => {
  it.each([
    ['(type (func))', '(type (list 0))', 'not-a-value-type: type 0 is not the type of a value'],
    ['(type (instance))', '(type (option 0))', 'not-a-value-type: type 0 is not the type of a value'],
    ['(type (component))', '(type (tuple 0))', 'not-a-value-type: type 0 is not the type of a value'],
    [
      '(type (resource (rep i32)))',
      '(type (func (result 0)))',
      'not-a-value-type: type 0 is not the type of a value',
    ],
    ['(type u8)', '(type (own 0))', 'not-a-resource: type 0 is not a resource'],
    ['(type (list u8))', '(type (borrow 0))', 'not-a-resource: type 0 is not a resource'],
    ['(type u8)', '(import "f" (func (type 0)))', 'not-a-func-type: type 0 is not that of a function'],
    [
      '(type (func))',
      '(import "i" (instance (type 0)))',
      'not-an-instance-type: type 0 is not that of an instance',
    ],
    [
      '(type (instance))',
      '(import "c" (component (type 0)))',
      'not-a-component-type: type 0 is not that of a component',
    ],
    [
      '(core type (func))',
      '(import "m" (core module (type 0)))',
      'not-a-module-type: core type 0 is not that of a module',
    ],
  ])('has to fit: %s %s', (type, use, problem) => {
    expect(problemOf(`(component ${type} ${use})`)).toBe(problem);
  });
});

describe('a resource', () => {
  it('is represented by i32, or by i64 where memories can be that large', () => {
    expect(problemOf('(component (type (resource (rep i64))))', 'memory64')).toBe('valid');
    expect(problemOf('(component (type (resource (rep i64))))')).toBe(
      'gated-feature: a resource represented by `i64` needs a feature that is off: `CompileOptions.features.memory64` turns it on',
    );
    expect(problemOf('(component (type (resource (rep f32))))')).toBe(
      'resource-rep: a resource is represented by another type than `i32`',
    );
  });

  it('has a destructor that takes what represents it', () => {
    const withDestructor = (type: string, rep: string) => `(component
      (core module $m (func (export "f") ${type}))
      (core instance $i (instantiate $m))
      (type (resource (rep ${rep}) (dtor (core func $i "f")))))`;
    expect(problemOf(withDestructor('(param i32)', 'i32'))).toBe('valid');
    expect(problemOf(withDestructor('(param i64)', 'i64'), 'memory64')).toBe('valid');
    expect(problemOf(withDestructor('(param i32)', 'i64'), 'memory64')).toBe(
      'dtor-signature: core function 0 cannot be a destructor, which takes one `i64` and gives nothing',
    );
    expect(problemOf(withDestructor('(param i32 i32)', 'i32'))).toBe(
      'dtor-signature: core function 0 cannot be a destructor, which takes one `i32` and gives nothing',
    );
  });
});
