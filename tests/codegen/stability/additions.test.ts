import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';
import { pascalCase } from '../../../packages/runtime/src/names/case.js';
import { additionsTo } from './additions.js';
import { touchedLines, type Files } from './touched-lines.js';

async function filesOf(wit: string): Promise<Files> {
  const { resolve, package: main, sources } = parseWit(wit, { features: 'all' });
  const files = await generate({ resolve, world: selectWorld(resolve, main), sources });
  return new Map(files.map(({ path, text }) => [path, text]));
}

function witOf(world: string): string {
  return readFileSync(new URL(`../worlds/${world}.wit`, import.meta.url), 'utf8');
}

/** All that is added is called so; what is emitted for types without a name is called after their structure. */
const isAbout = (text: string): boolean => /added|ResultF32String|ListU64/i.test(text);

/** What a world says that imports nothing, and what it says of the first thing that it imports. */
const firstImport = [
  /needs nothing of a host\. \*\/$/,
  /export type \w+ = object;$/,
  /^[\w-]+\.ts: {3}imports: \{\},$/,
  /defineImports\(linker, \w+, imports(?:, \w+)?\);$/,
];

const wholeWorlds = ['resources-exported', 'results', 'variants', 'world-items'];
/** Only their types get other parts. */
const worldsOfTypes = ['records', 'flags'];

describe.each([...wholeWorlds, ...worldsOfTypes])('adding an item to the world %s', (world) => {
  const wit = witOf(world);
  const additions = additionsTo(wit).filter(
    ({ owner }) => owner !== undefined || wholeWorlds.includes(world),
  );
  let before: Files | undefined;

  it.each(additions)('changes only lines that speak of it: $what', async (addition) => {
    before ??= await filesOf(wit);
    const after = await filesOf(addition.wit);
    const owner = addition.owner === undefined ? undefined : pascalCase(addition.owner);
    const touched = touchedLines(before, after, isAbout, owner);
    const expected = /^ *import /m.test(wit) ? [] : firstImport;
    const lines = [...touched.removed, ...touched.unrelated];
    expect(lines.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
  });
});

describe('what tells which lines are touched', () => {
  it('tells of lines that change without need', async () => {
    const before = await filesOf(witOf('flags'));
    const after = await filesOf(witOf('flags').replace('check: func(wanted', 'check: func(asked'));
    const { removed, unrelated } = touchedLines(before, after, isAbout, undefined);
    expect(removed).toContain(
      'exports/codegen-flags/access.ts:   check(wanted: Permissions, file: File): Permissions;',
    );
    expect(unrelated).toContain(
      'exports/codegen-flags/access.ts:   check(asked: Permissions, file: File): Permissions;',
    );
  });
});
