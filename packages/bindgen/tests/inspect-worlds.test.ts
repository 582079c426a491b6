import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { witOf } from '../src/inspect/inspect.js';
import { encodeWorld, witText } from './encoded-wit.js';
import { witItems } from './wit-items.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const conformance = join(root, '../shared/conformance');

/** Files and folders of WIT. */
const inputs = [
  ...casesIn(join(root, 'tests/codegen/worlds')),
  ...casesIn(join(conformance, 'wit-codegen')),
  ...casesIn(join(conformance, 'wasi')),
];

function casesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.wit') || statSync(path).isDirectory())
    .map((path) => (existsSync(join(path, 'wit')) ? join(path, 'wit') : path));
}

function itemsOf(text: string): Map<string, string> {
  return witItems(parseWit(text, { features: 'all', path: 'shown.wit' }).resolve);
}

/** What an interface that the component has less of does not say. */
function partOf(items: ReadonlyMap<string, string>, whole: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...whole].filter(([path]) => items.has(path)));
}

const isRootWorld = (path: string): boolean => path.startsWith('world root:component');
const isWorld = (path: string): boolean => path.startsWith('world ');

function only(
  items: ReadonlyMap<string, string>,
  isWanted: (path: string) => boolean,
): Record<string, string> {
  return Object.fromEntries([...items].filter(([path]) => isWanted(path)));
}

/** The text without the packages that are nested in it. */
function mainPackage(text: string): { main: string; nested: string } {
  const at = /\n(?:\/\/\/.*\n)*package \S+ \{/.exec(text)?.index ?? text.length;
  return { main: text.slice(0, at), nested: text.slice(at) };
}

describe('a world that was encoded and is decoded', () => {
  it.each(inputs.map((path) => [relative(root, path), path]))('is the same: %s', async (_name, path) => {
    const { text, worlds } = await witText(path);
    const source = itemsOf(text);
    for (const world of worlds) {
      const encoded = encodeWorld(text, world);
      const component = witOf(encoded.component);
      const ofComponent = itemsOf(component);
      // What wasm-tools says of it: its world, with the interfaces as they are here.
      const { nested } = mainPackage(component);
      expect(ofComponent).toEqual(itemsOf(`${encoded.shown}\n${nested}`));
      // What the source says of the interfaces: all that a component has of them.
      expect(only(ofComponent, (each) => !isRootWorld(each))).toEqual(
        only(partOf(ofComponent, source), (each) => !isRootWorld(each)),
      );
      // As a package, a world has all that its source has.
      const ofPackage = itemsOf(witOf(encoded.package));
      const isThis = (each: string): boolean => each.includes(`/${world} `) || each.includes(`/${world}@`);
      expect(only(ofPackage, isWorld)).toEqual(only(source, (each) => isWorld(each) && isThis(each)));
      expect(ofPackage).toEqual(partOf(ofPackage, source));
    }
  });
});
