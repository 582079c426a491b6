import { describe, expect, it } from '@jest/globals';
import { CompileError, Component, type CompileOptions } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import type { FeatureName } from '../src/validate/features.js';
import { thrownBy } from './components.js';
import { problemOf } from './validate-text.js';

describe('the attribute', () => {
  it.each<[string, ...FeatureName[]]>([
    ['(import "a" (implements "a:b/c") (instance))'],
    ['(import "a" (implements "a:b/c@1.0.0") (external-id "any text: ☃") (instance))'],
    ['(import "a:b/c" (external-id "") (func))'],
    [
      '(type (component (import "a" (implements "a:b/c") (instance)) (export "a" (implements "a:b/c") (instance))))',
    ],
    ['(instance $i) (instance (export "a" (implements "a:b/c") (instance $i)))'],
    ['(import "a:b/c@1" (versionsuffix ".2.3-rc") (instance))', 'canonicalInterfaceNames'],
    ['(import "a:b/c@0.0.3" (versionsuffix "") (instance))', 'canonicalInterfaceNames'],
    ['(import "a" (implements "a:b:c/d") (instance))', 'nestedNames'],
  ])('can be %s', (text, ...features) => {
    expect(problemOf(`(component ${text})`, ...features)).toBe('valid');
  });

  it.each([
    ['(import "a" (implements "a:b/c") (func))', '`a` cannot have `implements`: only instances can'],
    [
      '(import "a:b/c" (implements "a:b/c") (instance))',
      '`a:b/c` cannot have `implements`: only plain names can',
    ],
    [
      '(import "a" (implements "b") (instance))',
      '`implements` needs the name of an interface: `b` has no `:` between a namespace and a package',
    ],
    [
      '(import "a" (implements "") (instance))',
      '`implements` needs the name of an interface: `` is not in kebab case',
    ],
    [
      '(import "a" (implements "url=<a>") (instance))',
      '`implements` needs the name of an interface: `url=<a>` is not in kebab case',
    ],
    [
      '(import "a" (implements "a:b/c@1.0") (instance))',
      '`implements` needs the name of an interface: `1.0` in the name `a:b/c@1.0` is not a semantic version',
    ],
    [
      '(import "a:b/c@1" (versionsuffix "2.3") (instance))',
      '`12.3`, the whole version of `a:b/c@1`, is not a semantic version',
    ],
    [
      '(import "a:b/c@1.2.3" (versionsuffix "-rc") (instance))',
      '`a:b/c@1.2.3` cannot have `versionsuffix`: its own version would have to be short, as in `@1`',
    ],
    [
      '(import "a" (versionsuffix ".2.3") (instance))',
      '`a` cannot have `versionsuffix`: its own version would have to be short, as in `@1`',
    ],
    [
      '(import "a:b/c@1" (versionsuffix ".2.3") (func))',
      '`a:b/c@1` cannot have `versionsuffix`: only instances can',
    ],
  ])('cannot be %s', (text, message) => {
    expect(problemOf(`(component ${text})`, 'canonicalInterfaceNames')).toBe(`attribute: ${message}`);
  });

  it.each([
    ['implements', 0x00, 'a', 'a:b/c'],
    ['versionsuffix', 0x01, 'a:b/c@1', '.2.3'],
    ['external-id', 0x02, 'a', 'any text'],
  ])('%s cannot be there twice', (attribute, kind, name, value) => {
    // The text format has no words for it.
    const instance = [0x05, 0x00];
    const twice = [0x02, kind, ...withSize(value), kind, ...withSize(value)];
    const imports = [0x01, 0x02, ...withSize(name), ...twice, ...instance];
    const types = encodeComponent('(component (type (instance)))');
    expect(compileProblem([...types, 0x0a, imports.length, ...imports])).toEqual({
      code: 'attribute',
      message: `\`${name}\` has \`${attribute}\` twice`,
      where: `0x${(types.length + 3).toString(16)}`,
    });
  });

  it('is gated', () => {
    const off = '`CompileOptions.features.canonicalInterfaceNames` turns it on';
    expect(problemOf('(component (import "a:b/c@0.0.3" (versionsuffix "") (instance)))')).toBe(
      `gated-feature: the attribute \`versionsuffix\` needs a feature that is off: ${off}`,
    );
    const bytes = encodeComponent('(component (import "a" (external-id "x") (func)))');
    expect(compileProblem(bytes, { implements: false })?.message).toBe(
      'the attribute `external-id` needs a feature that is off: `CompileOptions.features.implements` turns it on',
    );
  });

  it('makes no difference to whether two names are alike', () => {
    const text = '(component (import "a" (external-id "x") (func)) (import "A" (external-id "y") (func)))';
    expect(problemOf(text)).toBe('name-conflict: import name `A` conflicts with previous name `a`');
  });
});

/** The first problem of a component in bytes. */
function compileProblem(
  bytes: Iterable<number>,
  features: CompileOptions['features'] = { canonicalInterfaceNames: true },
) {
  const error = thrownBy(() => Component.compileSync(Uint8Array.from(bytes), { features }));
  if (!(error instanceof CompileError)) throw error;
  return error.problems[0];
}

/** A string as the binary has it. */
function withSize(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}
