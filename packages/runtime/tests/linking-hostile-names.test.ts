/** What an error says of components whose names are as long as names may be, and many. */
import { describe, expect, it } from '@jest/globals';
import { LinkError, Linker, type Component } from '@wit-bindgen-ts/runtime';
import { compileText, thrownBy } from './components.js';

const longName = 'a'.repeat(99_000);

describe('an error that lists', () => {
  it('instances with long names tells a part of them, and has all of the problems', () => {
    const type = `(type $t (instance ${repeat(12, (index) => `(export "${longName}${index}" (func))`)}))`;
    const imports = repeat(900, (index) => `(import "i${index}" (instance (type $t)))`);
    const { problems, message } = linkErrorOf(new Linker(), compileText(`(component ${type} ${imports})`));
    expect(problems).toHaveLength(900);
    expect(problems[0]?.message.length).toBeLessThan(3000);
    expect(message.length).toBeLessThan(101_000);
    expect(message).toMatch(/\n- and \d+ more$/);
  });

  it('things at long paths tells a part of them', () => {
    const exports = repeat(7000, (index) => `(export "f${index}" (func $f))`);
    const provider = compileText(`(component (import "f" (func $f))
      (instance $inner ${exports})
      (instance $outer (export "${longName}" (instance $inner)))
      (export "a:b/c" (instance $outer)))`);
    const needed = repeat(7000, (index) => `(export "f${index}" (func (result u32)))`);
    const component = compileText(`(component
      (import "a:b/c" (instance (export "${longName}" (instance ${needed})))))`);
    const linker = new Linker();
    const pre = new Linker().define({ f: () => undefined }).instantiatePre(provider);
    linker.root().component('a:b/c', pre);
    const { problems, message } = linkErrorOf(linker, component);
    expect(problems).toHaveLength(7000);
    expect(message.length).toBeLessThan(101_000);
  });
});

function repeat(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

function linkErrorOf(linker: Linker, component: Component): LinkError {
  const thrown = thrownBy(() => linker.instantiatePre(component));
  if (thrown instanceof LinkError) return thrown;
  throw thrown;
}
