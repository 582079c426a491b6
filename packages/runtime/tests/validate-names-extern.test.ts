import { describe, expect, it } from '@jest/globals';
import type { FeatureName } from '../src/validate/features.js';
import { problemOf } from './validate-text.js';

describe('the name of an import', () => {
  it.each([
    ['a'],
    ['a1'],
    ['a-1'],
    ['A'],
    ['A-B2-3'],
    ['get-URL-2x'],
    ['m1x3d-4CR0NYMS'],
    ['a11-B11-123-ABC-abc'],
    ['ns:pkg/iface'],
    ['ns-1:pkg-2/IFACE-3-c'],
    ['ns:pkg/iface@1.2.3'],
    ['ns:pkg/iface@123456.7890.488'],
    ['ns:pkg/iface@0.0.0-rc.1.x-y+20260821.sha-5114f85'],
    ['ns:pkg/iface@99999999999999999999.0.0'],
    ['url=<>'],
    ['url=<https://example.com/a?b@1>'],
    ['url=<a>,integrity=<sha256-abc/+=>'],
    ['integrity=<sha256-a>'],
    ['integrity=< sha384-a  sha512-b==?option >'],
    ['locked-dep=<ns:pkg>'],
    ['locked-dep=<ns:pkg/iface@1.2.3>,integrity=<sha256-a>'],
    ['unlocked-dep=<ns:pkg>'],
    ['unlocked-dep=<ns:pkg@*>'],
    ['unlocked-dep=<ns:pkg@{>=1.0.0}>'],
    ['unlocked-dep=<ns:pkg@{<2.0.0-rc}>'],
    ['unlocked-dep=<ns:pkg@{>=1.0.0 <2.0.0}>'],
  ])('can be %s', (name) => {
    expect(problemOf(component([name]))).toBe('valid');
  });

  it.each([
    ['', '`` is not in kebab case'],
    ['1', '`1` is not in kebab case'],
    ['1-a', '`1-a` is not in kebab case'],
    ['a-', '`a-` is not in kebab case'],
    ['a--b', '`a--b` is not in kebab case'],
    ['-a', '`-a` is not in kebab case'],
    ['aBc', '`aBc` is not in kebab case'],
    ['a-bC', '`a-bC` is not in kebab case'],
    ['a_b', '`a_b` is not in kebab case'],
    ['a b', '`a b` is not in kebab case'],
    ['é', '`é` is not in kebab case'],
    ['ns/iface', '`ns/iface` is not in kebab case'],
    ['[async]a', '`[async]a` is not in kebab case'],
    ['relative-url=<a>', '`relative-url=<a>` is not in kebab case'],
    ['toString=<a>', '`toString=<a>` is not in kebab case'],
    ['[constructor]', '`` in the name `[constructor]` is not in kebab case'],
    ['[method]a.', '`` in the name `[method]a.` is not in kebab case'],
    ['[static].a', '`` in the name `[static].a` is not in kebab case'],
    ['[method]a.b.c', '`b.c` in the name `[method]a.b.c` is not in kebab case'],
    [':/', '`` in the name `:/` is not in kebab case'],
    ['ns:', '`` in the name `ns:` is not in kebab case'],
    ['1:a/b', '`1` in the name `1:a/b` is not in kebab case'],
    ['ns:pkg/TyPe', '`TyPe` in the name `ns:pkg/TyPe` is not in kebab case'],
    ['locked-dep=<:a>', '`` in the name `locked-dep=<:a>` is not in kebab case'],
  ])('cannot be %j: %s', (name, message) => {
    expect(problemOf(component([name]))).toBe(`not-kebab-case: ${message}`);
  });

  it.each([
    ['[method]a', '`[method]a` names no function: a `.` stands between a resource and its function'],
    ['NS:pkg/iface', '`NS` in the name `NS:pkg/iface` names a namespace or package and is not lower-case'],
    [
      'ns:pkg-A/iface',
      '`pkg-A` in the name `ns:pkg-A/iface` names a namespace or package and is not lower-case',
    ],
    ['ns:pkg', '`ns:pkg` names no interface: a `/` and its name are missing'],
    ['ns:pkg@1.0.0', '`ns:pkg@1.0.0` names no interface: a `/` and its name are missing'],
    ['ns/a@1:2', '`ns/a@1:2` has no `:` between a namespace and a package'],
    ['a:b/c@', '`` in the name `a:b/c@` is not a semantic version'],
    ['a:b/c@1.', '`1.` in the name `a:b/c@1.` is not a semantic version'],
    ['a:b/c@1.0', '`1.0` in the name `a:b/c@1.0` is not a semantic version'],
    ['a:b/c@0.0', '`0.0` in the name `a:b/c@0.0` is not a semantic version'],
    ['a:b/c@v1.0.0', '`v1.0.0` in the name `a:b/c@v1.0.0` is not a semantic version'],
    ['a:b/c@01.0.0', '`01.0.0` in the name `a:b/c@01.0.0` is not a semantic version'],
    ['a:b/c@1.0.0-01', '`1.0.0-01` in the name `a:b/c@1.0.0-01` is not a semantic version'],
    ['a:b/c@1.0.0-a..b', '`1.0.0-a..b` in the name `a:b/c@1.0.0-a..b` is not a semantic version'],
    ['a:b/c@1.0.0+', '`1.0.0+` in the name `a:b/c@1.0.0+` is not a semantic version'],
    ['a:b/c@1.0.0 ', '`1.0.0 ` in the name `a:b/c@1.0.0 ` is not a semantic version'],
    ['url=a', '`url=a` does not have the form of a name with `url=`'],
    ['url=<<>', '`url=<<>` does not have the form of a name with `url=`'],
    ['url=<a>,b', '`url=<a>,b` does not have the form of a name with `url=`'],
    ['locked-dep=<a:b', '`locked-dep=<a:b` does not have the form of a name with `locked-dep=`'],
    ['locked-dep=<a:b@1>', '`1` in the name `locked-dep=<a:b@1>` is not a semantic version'],
    ['unlocked-dep=<a:b@1.0.0>', '`1.0.0` in the name `unlocked-dep=<a:b@1.0.0>` is not a range of versions'],
    ['unlocked-dep=<a:b@{}>', '`{}` in the name `unlocked-dep=<a:b@{}>` is not a range of versions'],
    ['unlocked-dep=<a:b@{<x}>', '`x` in the name `unlocked-dep=<a:b@{<x}>` is not a semantic version'],
    ['integrity=<>', '`integrity=<>` has an empty hash'],
    [
      'integrity=<md5-a>',
      '`md5-a` in the name `integrity=<md5-a>` is not a hash: `sha256-` and base64 would be one',
    ],
  ])('cannot be %j: %s', (name, message) => {
    expect(problemOf(component([name]))).toBe(`extern-name: ${message}`);
  });

  it.each<[string, FeatureName, string]>([
    ['a:b:c/d', 'nestedNames', 'the nested namespace in `a:b:c/d`'],
    ['a:b/c/d', 'nestedNames', 'the nested package in `a:b/c/d`'],
    ['unlocked-dep=<a:b:c>', 'nestedNames', 'the nested namespace in `unlocked-dep=<a:b:c>`'],
    ['a:b/c@1', 'canonicalInterfaceNames', 'the short version in `a:b/c@1`'],
    ['a:b/c@0.2', 'canonicalInterfaceNames', 'the short version in `a:b/c@0.2`'],
  ])('can be %s where %s is on', (name, feature, what) => {
    expect(problemOf(component([name]), feature)).toBe('valid');
    expect(problemOf(component([name]))).toBe(
      `gated-feature: ${what} needs a feature that is off: \`CompileOptions.features.${feature}\` turns it on`,
    );
  });

  it('can be long', () => {
    for (const part of ['-1', '-a', '-A1', ':b', '/c', '@1.0.0-1.a', '@{>=1', ' sha256-a', '[method]']) {
      for (const start of ['a', 'a:b/c@1.0.0-', 'integrity=<', 'unlocked-dep=<a:b@{', 'url=<'])
        expect(problemOf(component([`${start}${part.repeat(9_000)}!`]))).toMatch(
          /^(extern-name|not-kebab-case|gated-feature): /,
        );
    }
  });
});

describe('the name of an export', () => {
  it.each([['a'], ['ns:pkg/iface@1.2.3']])('can be %s', (name) => {
    expect(problemOf(component([], [name]))).toBe('valid');
  });

  it.each([['url=<a>'], ['integrity=<sha256-a>'], ['locked-dep=<a:b>'], ['unlocked-dep=<a:b>']])(
    'cannot be %s',
    (name) => {
      expect(problemOf(component([], [name]))).toBe(
        `extern-name: \`${name}\` cannot be the name of an export`,
      );
    },
  );
});

describe('two names', () => {
  it.each([
    ['a', 'b'],
    ['a:b/c', 'a:b/d'],
    ['a:b/c', 'a:b/c@1.0.0'],
    ['a:b/c@1.0.0', 'a:b/c@1.0.1'],
    ['a:b/c@1.0.0-rc', 'a:b/c@1.0.0-RC'],
    ['ab', 'a-b'],
    ['url=<a>', 'url=<A>'],
  ])('can be %s and %s', (first, second) => {
    expect(problemOf(component([first, second]))).toBe('valid');
    expect(problemOf(component([second, first]))).toBe('valid');
  });

  it.each([
    ['a', 'a'],
    ['a', 'A'],
    ['foo-BAR-baz', 'FOO-bar-BAZ'],
    ['a:b/c', 'a:b/c'],
    ['a:b/c-d', 'a:b/c-D'],
    ['a:b/c@1.0.0', 'a:b/C@1.0.0'],
    ['url=<a>', 'url=<a>'],
  ])('cannot be %s and %s', (first, second) => {
    const conflict = (kind: string) =>
      `name-conflict: ${kind} name \`${second}\` conflicts with previous name \`${first}\``;
    expect(problemOf(component([first, second]))).toBe(conflict('import'));
    if (!first.includes('<')) expect(problemOf(component([], [first, second]))).toBe(conflict('export'));
  });

  it('are apart if one is of an import, the other of an export', () => {
    expect(problemOf(component(['a'], ['a', 'b']))).toBe('valid');
    expect(problemOf(component(['a'], ['b', 'A']))).toBe('valid');
  });

  it.each([
    ['a component type', '(type (component (import "a" (func)) (import "A" (func))))', 'import'],
    ['a component type', '(type (component (export "a" (func)) (export "A" (func))))', 'export'],
    ['an instance type', '(type (instance (export "a" (func)) (export "A" (func))))', 'export'],
    ['an instance', '(instance (export "a" (func $f)) (export "A" (func $f)))', 'export'],
  ])('conflict in %s too: %s', (_, text, kind) => {
    expect(problemOf(`(component (import "f" (func $f)) ${text})`)).toBe(
      `name-conflict: ${kind} name \`A\` conflicts with previous name \`a\``,
    );
  });
});

/** A component that imports functions, and exports them, by these names. */
function component(imports: readonly string[], exports: readonly string[] = []): string {
  return `(component
    (import "function" (func $f))
    ${imports.map((name) => `(import "${name}" (func))`).join('\n')}
    ${exports.map((name) => `(export "${name}" (func $f))`).join('\n')})`;
}
