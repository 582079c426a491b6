import { describe, expect, it } from '@jest/globals';
import { Component, Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
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
    ['a:b/c@0.0.1', ['a:b/c@0.0.2', 'a:b/c@0.0.0', 'a:b/c@0.1.0', 'a:b/c@0.0.1+build'], undefined],
    ['a:b/c@1.0.0-rc.1', ['a:b/c@1.0.0-rc.1'], 'a:b/c@1.0.0-rc.1'],
    ['a:b/c@1.0.0-rc.1', ['a:b/c@1.0.0', 'a:b/c@1.0.0-rc.2'], undefined],
    ['a:b/c@1.0.0', ['a:b/c@1.0.1-rc.1'], undefined],
    ['a:b/c@1.0.0', ['a:b/c@2.0.0-rc.1', 'a:b/c@1.0.1-rc.1', 'a:b/c@1.0.1'], 'a:b/c@1.0.1'],
    ['a:b/c@0.2.0', ['a:b/c@0.2.0-rc.1', 'a:b/c@0.2.1-rc.1'], undefined],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+build.1', 'a:b/c@1.0.0+build.2'], 'a:b/c@1.0.0+build.2'],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+build.2', 'a:b/c@1.0.0'], 'a:b/c@1.0.0'],
    ['a:b/c@1.1.0', ['a:b/c@1.0.0+build.2', 'a:b/c@1.0.0'], 'a:b/c@1.0.0+build.2'],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+build.10', 'a:b/c@1.0.0+build.9'], 'a:b/c@1.0.0+build.10'],
    ['a:b/c@1.0.0', ['a:b/c@1.0.0+1', 'a:b/c@1.0.0+01'], 'a:b/c@1.0.0+01'],
    ['a:b/c@1.0.0+build.7', ['a:b/c@1.4.0'], 'a:b/c@1.4.0'],
    ['a:b/c@1.0.0', ['a:b/c'], undefined],
    ['a:b/c', ['a:b/c@1.0.0'], undefined],
    ['a:b/c', ['a:b/c', 'a:b/c@1.0.0'], 'a:b/c'],
    ['a:b/c@1.0.0', ['a:b/d@1.0.0', 'x:b/c@1.0.0'], undefined],
    // What hosts may define, and what is no version at all.
    [
      'a:b/c@1.0.0',
      ['a:b/c@1', 'a:b/c@1.2', 'a:b/c@one', 'a:b/c@v1.0.0', 'a:b/c@ 1.0.0', 'a:b/c@01.0.0'],
      undefined,
    ],
    ['a:b/c@99999999999999999.0.0', ['a:b/c@99999999999999999.1.0'], undefined],
  ])('%s of %j is %j', (wanted, defined, expected) => {
    const component = compileText(`(component
      (import "${wanted}" (instance $i (export "f" (func (result u32)))))
      (export "f" (func $i "f")))`);
    // The order of the definitions makes no difference.
    for (const names of [defined, defined.toReversed()]) {
      const linker = new Linker();
      for (const [index, name] of names.entries()) linker.define({ [name]: { f: () => index } });
      if (expected === undefined) {
        expect(errorOf(() => linker.instantiatePre(component))).toContain(
          `import ${wanted}: nothing is provided, an instance with f is needed`,
        );
      } else {
        const instance = linker.instantiatePre(component).instantiateSync();
        expect(names[Number(instance.getFunc('f')?.call())]).toBe(expected);
      }
    }
  });

  it('one of each that is imported, at its own version', () => {
    const component = compileText(`(component
      (import "a:b/c@1.0.0" (instance $old (export "f" (func (result u32)))))
      (import "a:b/c@1.0.1" (instance $new (export "f" (func (result u32)))))
      (import "a:b/c@1.0.2" (instance $newer (export "f" (func (result u32)))))
      (export "old" (func $old "f"))
      (export "new" (func $new "f"))
      (export "newer" (func $newer "f")))`);
    const instance = new Linker()
      .define({ 'a:b/c@1.0.0': { f: () => 0 }, 'a:b/c@1.0.1': { f: () => 1 } })
      .instantiatePre(component)
      .instantiateSync();
    expect(['old', 'new', 'newer'].map((name) => instance.getFunc(name)?.call())).toEqual([0, 1, 1]);
  });

  it('a resource of another version, and none but that', () => {
    class Old {}
    class New {}
    const drops = ['0', '1', '2', '3'].map(
      (patch) => `(import "a:b/r@1.0.${patch}" (type $r${patch} (sub resource)))
        (core func $drop${patch} (canon resource.drop $r${patch}))
        (func (export "drop${patch}") (param "r" (own $r${patch})) (canon lift (core func $drop${patch})))`,
    );
    const linker = new Linker();
    linker.root().resource('a:b/r@1.0.1', Old).resource('a:b/r@1.0.2', New);
    const instance = linker.instantiatePre(compileText(`(component ${drops.join('\n')})`)).instantiateSync();
    const takes = (patch: number, resource: object) => {
      try {
        instance.getFunc(`drop${patch}`)?.call(resource);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return false;
      }
    };
    expect([0, 1, 2, 3].map((patch) => takes(patch, new Old()))).toEqual([false, true, false, false]);
    expect([0, 1, 2, 3].map((patch) => takes(patch, new New()))).toEqual([true, false, true, true]);
  });

  it('a core module of another version', () => {
    const component = compileText('(component (import "a:b/m@0.3.9" (core module)))');
    const linker = new Linker();
    linker.root().module('a:b/m@0.3.0', new WebAssembly.Module(encodeComponent('(module)')));
    expect(linker.instantiatePre(component).component).toBe(component);
  });

  it('the greatest version alone: what is not in it is missing', () => {
    const component = compileText(`(component
      (import "a:b/c@1.0.0" (instance (export "f" (func)) (export "g" (func)))))`);
    const linker = new Linker();
    linker
      .instance('a:b/c@1.0.1')
      .func('f', () => undefined)
      .func('g', () => undefined);
    linker.instance('a:b/c@1.0.2').func('f', () => undefined);
    expect(errorOf(() => linker.instantiatePre(component))).toBe(
      'LinkError: cannot link the component: import a:b/c@1.0.0#g: nothing is provided, func() is needed',
    );
  });

  it('instances within instances, each by its own version', () => {
    const component = compileText(`(component
      (import "a:b/c@1.0.0" (instance $i
        (export "x:y/z@0.2.1" (instance (export "f" (func (result u32)))))))
      (alias export $i "x:y/z@0.2.1" (instance $z))
      (export "f" (func $z "f")))`);
    const linker = new Linker();
    const outer = linker.instance('a:b/c@1.3.0');
    outer.instance('x:y/z@0.2.0').func('f', () => 0);
    outer.instance('x:y/z@0.2.4').func('f', () => 4);
    outer.instance('x:y/z@0.3.0').func('f', () => 30);
    linker
      .instance('a:b/c@2.0.0')
      .instance('x:y/z@0.2.1')
      .func('f', () => 2);
    expect(linker.instantiatePre(component).instantiateSync().getFunc('f')?.call()).toBe(4);
  });
});

describe('a linker', () => {
  it('opens an instance again by its exact name alone', () => {
    const linker = new Linker();
    linker.instance('a:b/c@1.0.0').func('f', () => 0);
    linker.instance('a:b/c@1.0.0').func('g', () => 0);
    linker.instance('a:b/c@1.0.1').func('f', () => 1);
    expect(errorOf(() => linker.instance('a:b/c@1.0.0').func('g', () => 0))).toBe(
      'LinkError: cannot link the component: a:b/c@1.0.0#g: this is defined already',
    );
    expect(errorOf(() => linker.root().func('a:b/c@1.0.1', () => 0))).toBe(
      'LinkError: cannot link the component: a:b/c@1.0.1: this is defined already',
    );
    // Another version is another name, which is free.
    linker.root().func('a:b/c@1.0.2', () => 0);
  });

  it('that allows shadowing keeps the greatest version, and of each the last definition', () => {
    const component = compileText(`(component
      (import "a:b/c@1.1.0" (instance $i (export "f" (func (result u32)))))
      (export "f" (func $i "f")))`);
    const linker = new Linker({ allowShadowing: true });
    for (const [version, result] of [
      ['1.2.0', 1],
      ['1.2.0', 2],
      ['1.0.0', 3],
    ] as const) {
      linker.instance(`a:b/c@${version}`).func('f', () => result);
    }
    expect(linker.instantiatePre(component).instantiateSync().getFunc('f')?.call()).toBe(2);
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

describe('within an instance that is exported', () => {
  const component = compileText(`(component
    (core module $m1)
    (core module $m3 (import "" "" (func)))
    (instance $one (export "m" (core module $m1)))
    (instance $three (export "m" (core module $m3)))
    (instance $inner (export "a:b/m@1.0.1" (core module $m1)) (export "a:b/m@1.0.3" (core module $m3)))
    (instance $outer
      (export "x:y/z@0.2.1" (instance $one))
      (export "x:y/z@0.2.3" (instance $three))
      (export "x:y/modules@1.0.0" (instance $inner)))
    (export "a:b/m@1.0.1" (core module $m1))
    (export "a:b/m@1.0.3" (core module $m3))
    (export "a:b/c@1.0.0" (instance $outer)))`);
  const instance = new Linker().instantiatePre(component).instantiateSync();

  /** The number of imports of the module at a path: what tells the two apart. */
  function importsOf(...path: string[]): number | undefined {
    let index: ReturnType<Component['getExportIndex']>;
    for (const name of path) {
      const found = component.getExport(name, index);
      index = component.getExportIndex(name, index);
      expect(found?.index).toEqual(index);
      expect(instance.getExportIndex(name, index)).toEqual(component.getExportIndex(name, index));
      if (index === undefined) return undefined;
    }
    const module = index && instance.getModule(index);
    return module && WebAssembly.Module.imports(module).length;
  }

  it.each([
    ['1.0.0', 1],
    ['1.0.1', 0],
    ['1.0.2', 1],
    ['1.0.3', 1],
    ['1.0.4', 1],
    ['1.0.3-rc.1', undefined],
    ['2.0.0', undefined],
  ])('a module of version %s is that with %p imports, as at the root', (version, expected) => {
    expect(importsOf(`a:b/m@${version}`)).toBe(expected);
    expect(importsOf('a:b/c@1.7.0', 'x:y/modules@1.0.9', `a:b/m@${version}`)).toBe(expected);
    const module = instance.getModule(`a:b/m@${version}`);
    expect(module && WebAssembly.Module.imports(module).length).toBe(expected);
  });

  it.each([
    ['0.2.0', 1],
    ['0.2.1', 0],
    ['0.2.2', 1],
    ['0.2.3', 1],
    ['0.2.9', 1],
    ['0.3.0', undefined],
    ['0.2.3-rc.1', undefined],
  ])('an instance of version %s is that with %p imports', (version, expected) => {
    expect(importsOf('a:b/c@1.0.0', `x:y/z@${version}`, 'm')).toBe(expected);
    expect(importsOf('a:b/c@1.9.0', `x:y/z@${version}`, 'm')).toBe(expected);
    expect(importsOf('a:b/c@2.0.0', `x:y/z@${version}`, 'm')).toBeUndefined();
  });
});
