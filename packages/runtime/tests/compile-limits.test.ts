import { describe, expect, it } from '@jest/globals';
import { CompileError, Component } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { compileText, errorOf, thrownBy } from './components.js';

const empty = encodeComponent('(component)');

describe('a component that is refused because it is too large', () => {
  it('nested more than 100 deep', () => {
    expect(Component.compileSync(nested(100))).toBeInstanceOf(Component);
    expect(errorOf(() => Component.compileSync(nested(101)))).toMatchInlineSnapshot(
      `"CompileError: cannot compile the component: 0x44b: components are nested more than 100 deep"`,
    );
  });

  it('a type of 10,000 types in each other', () => {
    const types = (depth: number) => `(type $t0 (list u8))
      ${each(depth - 1, (i) => `(type $t${i + 1} (list $t${i}))`)}`;
    expect(compileText(`(component ${types(99)})`)).toBeInstanceOf(Component);
    expect(problemOf(`(component ${types(10_000)})`)).toBe('a type is nested more than 100 deep');
  });

  it('an instance type of 5,000 instance types in each other', () => {
    const types = (depth: number) => `(type $t0 (instance))
      ${each(depth, (i) => `(type $t${i + 1} (instance (alias outer 1 $t${i} (type $o)) (export "a" (instance (type $o)))))`)}
      (import "i" (instance (type $t${depth})))`;
    expect(compileText(`(component ${types(99)})`)).toBeInstanceOf(Component);
    expect(problemOf(`(component ${types(5_000)})`)).toBe('a type is nested more than 100 deep');
  });

  it('an instance type that doubles 60 times', () => {
    const types = each(
      60,
      (i) => `(type $t${i + 1} (instance (alias outer 1 $t${i} (type $o))
      (export "a" (instance (type $o))) (export "b" (instance (type $o)))))`,
    );
    expect(problemOf(`(component (type $t0 (instance)) ${types} (import "i" (instance (type $t60))))`)).toBe(
      'a type comes to 1000000 types or more',
    );
  });

  it('components that double the instances they make, 60 times', () => {
    const components = each(
      60,
      (i) => `(component $c${i + 1}
      (alias outer 1 $c${i} (component $c)) (instance (instantiate $c)) (instance (instantiate $c)))`,
    );
    expect(problemOf(`(component (component $c0) ${components} (instance (instantiate $c60)))`)).toBe(
      'the component comes to more than 1000 instances',
    );
  });

  it('1,001 core instances', () => {
    const instances = each(1001, () => '(core instance (instantiate $m))');
    expect(problemOf(`(component (core module $m) ${instances})`)).toBe('there are more than 1000 instances');
  });

  it('instances that double in their exports, 60 times', () => {
    const bundles = each(
      60,
      (i) => `(instance $i${i + 1} (export "a" (instance $i${i})) (export "b" (instance $i${i})))`,
    );
    expect(problemOf(`(component (component $c) (instance $i0 (instantiate $c)) ${bundles})`)).toBe(
      'a type comes to 1000000 types or more',
    );
  });

  it('instances that are bundled in each other, 20,000 deep', () => {
    const bundles = each(20_000, (i) => `(instance $i${i + 1} (export "a" (instance $i${i})))`);
    expect(problemOf(`(component (component $c) (instance $i0 (instantiate $c)) ${bundles})`)).toBe(
      'a type is nested more than 100 deep',
    );
  });

  it('core module types in each other', () => {
    const bytes = [...empty, ...section(3, [1, ...repeated(20_000, [0x50, 1, 1]), 0x50, 0])];
    expect(errorOf(() => Component.compileSync(Uint8Array.from(bytes)))).toBe(
      'CompileError: cannot compile the component: 0x13: 0x50 does not stand for a core type',
    );
  });
});

describe('a component that is large, and within bounds', () => {
  it('a record of 100,000 fields', () => {
    const fields = Array.from({ length: 100_000 }, (_, i) => [...label(`f${i}`), 0x7d]).flat();
    const bytes = [...empty, ...section(7, [1, 0x72, ...leb128(100_000), ...fields])];
    expect(Component.compileSync(Uint8Array.from(bytes))).toBeInstanceOf(Component);
  });

  it('types that share their parts, as far as a million types', () => {
    const types = (doublings: number) => each(doublings, (i) => `(type $t${i + 1} (tuple $t${i} $t${i}))`);
    const imports = (doublings: number) => `(component (type $t0 (tuple u8 u8)) ${types(doublings)}
      (import "f" (func (param "a" $t${doublings}) (result $t${doublings}))) (export "g" (func 0)))`;
    const component = compileText(imports(15));
    expect(component.type.exports.get('g')).toMatchObject({ kind: 'func', params: [{ name: 'a' }] });
    expect(problemOf(imports(90))).toBe('a type comes to 1000000 types or more');
  });
});

/** What is wrong with a component, without the place. */
function problemOf(text: string): string | undefined {
  const error = thrownBy(() => compileText(text));
  if (!(error instanceof CompileError)) throw error;
  const [problem, ...others] = error.problems;
  expect(others).toEqual([]);
  expect(problem?.where).toMatch(/^0x[0-9a-f]+$/);
  return problem?.message;
}

function each(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}

/** A component with that many components in each other inside. */
function nested(depth: number): Uint8Array<ArrayBuffer> {
  let bytes = [...empty];
  for (let i = 0; i < depth; i++) bytes = [...empty, ...section(4, bytes)];
  return Uint8Array.from(bytes);
}

function section(id: number, body: readonly number[]): number[] {
  return [id, ...leb128(body.length)].concat(body);
}

function repeated(count: number, bytes: readonly number[]): number[] {
  return Array.from({ length: count }, () => bytes).flat();
}

function label(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [bytes.length, ...bytes];
}

function leb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)];
}
