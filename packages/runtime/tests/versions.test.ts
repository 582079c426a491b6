import { describe, expect, it } from '@jest/globals';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { compileText, errorOf } from './components.js';

describe('a host with the log of one version', () => {
  it.each([
    ['1.2.0', 'shop.wasm'],
    ['1.2.0', 'shop-1.2.3.wasm'],
    ['1.2.3', 'shop.wasm'],
    ['1.0.0', 'shop-1.2.3.wasm'],
    ['1.99.0', 'shop.wasm'],
    ['2.0.0', 'shop-2.0.0.wasm'],
  ])('%s runs %s', (version, file) => {
    const lines: string[] = [];
    const linker = new Linker().define({
      [`example:shop/log@${version}`]: { write: (_: string, line: string) => lines.push(line) },
    });
    const instance = linker
      .instantiatePre(Component.compileSync(guestFile(`shop/${file}`)))
      .instantiateSync();
    const inventory = instance.getExportIndex(`example:shop/inventory@${version}`);
    const items = instance.getExportIndex('find', inventory);
    expect(items && instance.getFunc(items)?.call('tea')).toMatchObject({ name: 'tea' });
    expect(lines).toEqual(['find: tea']);
  });

  it.each([
    ['1.2.0', 'shop-2.0.0.wasm', '2.0.0'],
    ['2.0.0', 'shop.wasm', '1.2.0'],
    ['1.2.0-rc.1', 'shop.wasm', '1.2.0'],
    ['0.1.0', 'shop.wasm', '1.2.0'],
  ])('%s does not run %s', (version, file, wanted) => {
    const component = Component.compileSync(guestFile(`shop/${file}`));
    const linker = new Linker().define({ [`example:shop/log@${version}`]: { write: () => undefined } });
    expect(errorOf(() => linker.instantiatePre(component))).toBe(
      `LinkError: cannot link the component: import example:shop/log@${wanted}: nothing is provided, ` +
        `an instance with write is needed; there is example:shop/log@${version}, which is not compatible`,
    );
  });
});

describe('an import is satisfied by', () => {
  it.each([
    // the import, what is defined, and which of that it gets
    ['a:b/c@1.2.0', ['a:b/c@1.2.0', 'a:b/c@1.3.0'], 'a:b/c@1.2.0'],
    ['a:b/c@1.2.0', ['a:b/c@1.3.0', 'a:b/c@1.10.0', 'a:b/c@1.4.0'], 'a:b/c@1.10.0'],
    ['a:b/c@1.2.0', ['a:b/c@1.10.0', 'a:b/c@1.4.0', 'a:b/c@2.0.0'], 'a:b/c@1.10.0'],
    ['a:b/c@1.2.0', ['a:b/c@1.1.0'], 'a:b/c@1.1.0'],
    ['a:b/c@0.2.0', ['a:b/c@0.2.1', 'a:b/c@0.2.10', 'a:b/c@0.3.0'], 'a:b/c@0.2.10'],
    ['a:b/c@0.2.0', ['a:b/c@0.3.0', 'a:b/c@0.1.0'], undefined],
    ['a:b/c@0.0.1', ['a:b/c@0.0.1'], 'a:b/c@0.0.1'],
    ['a:b/c@0.0.1', ['a:b/c@0.0.2', 'a:b/c@0.0.0'], undefined],
    ['a:b/c@1.0.0-rc.1', ['a:b/c@1.0.0-rc.1'], 'a:b/c@1.0.0-rc.1'],
    ['a:b/c@1.0.0-rc.1', ['a:b/c@1.0.0', 'a:b/c@1.0.0-rc.2'], undefined],
    ['a:b/c@1.0.0', ['a:b/c@1.0.1-rc.1'], undefined],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+build.1', 'a:b/c@1.0.0+build.2'], 'a:b/c@1.0.0+build.2'],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+build.2', 'a:b/c@1.0.0'], 'a:b/c@1.0.0'],
    ['a:b/c@1.0.0+build.7', ['a:b/c@1.4.0'], 'a:b/c@1.4.0'],
    ['a:b/c@1.0.0', ['a:b/c'], undefined],
    ['a:b/c', ['a:b/c@1.0.0'], undefined],
    ['a:b/c', ['a:b/c', 'a:b/c@1.0.0'], 'a:b/c'],
    ['a:b/c@1.0.0', ['a:b/d@1.0.0', 'x:b/c@1.0.0'], undefined],
    ['a:b/c@one', ['a:b/c@one'], 'a:b/c@one'],
    ['a:b/c@1', ['a:b/c@1.0.0'], undefined],
    ['a:b/c@99999999999999999.0.0', ['a:b/c@99999999999999999.1.0'], undefined],
  ])('%s of %j is %j', (wanted, defined, expected) => {
    const component = compileText(`(component
      (import "${wanted}" (instance $i (export "f" (func (result u32)))))
      (export "f" (func $i "f")))`);
    const linker = new Linker();
    for (const [index, name] of defined.entries()) linker.define({ [name]: { f: () => index } });
    if (expected === undefined) {
      expect(errorOf(() => linker.instantiatePre(component))).toContain(
        `import ${wanted}: nothing is provided, an instance with f is needed`,
      );
    } else {
      const instance = linker.instantiatePre(component).instantiateSync();
      expect(defined[Number(instance.getFunc('f')?.call())]).toBe(expected);
    }
  });
});

describe('an export is found', () => {
  const versions = ['1.2.0', '1.10.0', '0.3.1', '0.0.4', '3.0.0-rc.1', '2.0.0+a', '2.0.0+b'];
  // Each version exports a type by a name of its own.
  const exports = versions.map(
    (version, i) =>
      `(instance $i${i} (export "t${i}" (type $t))) (export "a:b/c@${version}" (instance $i${i}))`,
  );
  const component = compileText(`(component (type $t u8) ${exports.join('\n')})`);

  it.each([
    ['1.2.0', 't0'],
    ['1.3.0', 't1'],
    ['1.10.0', 't1'],
    ['0.3.0', 't2'],
    ['0.3.9', 't2'],
    ['0.4.0', undefined],
    ['0.0.4', 't3'],
    ['0.0.5', undefined],
    ['3.0.0-rc.1', 't4'],
    ['3.0.0', undefined],
    ['2.0.0', 't6'],
    ['2.0.0+a', 't5'],
    ['2.5.0', 't6'],
  ])('of version %s as %p', (version, expected) => {
    const found = component.getExport(`a:b/c@${version}`)?.item;
    expect(found?.kind === 'instance' ? [...found.exports.keys()] : []).toEqual(
      expected === undefined ? [] : [expected],
    );
  });
});
