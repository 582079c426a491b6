import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkOutput } from './check-output.js';
import type { OutputCheck } from './check-output.js';
import { OutputFolder } from './output-folder.js';

interface Case {
  readonly text: string;
  /** What each check says of it, by its kind; `typescript` is said by all three. */
  readonly says: Readonly<Record<string, string>>;
}

const cases: Readonly<Record<string, Case>> = {
  'nothing wrong': {
    text: "import { u32 } from '@wit-bindgen-ts/runtime/codegen/v1';\n\nexport const count = u32;\n",
    says: {},
  },
  'words in documentation': {
    text: '/**\n * @ts-ignore, eslint-disable and any are words here.\n */\nexport const any = 1;\n',
    says: {},
  },
  'another type': {
    text: "export const count: number = 'one';\n",
    says: { typescript: "1:14: TS2322: Type 'string' is not assignable to type 'number'." },
  },
  'undefined in an optional property': {
    text: 'export const point: { x?: number } = { x: undefined };\n',
    says: { typescript: "1:14: TS2375: Type '{ x: undefined; }' is not assignable to type" },
  },
  'an element that may be missing': {
    text: 'export const first = (list: string[]): string => list[0];\n',
    says: { typescript: "1:50: TS2322: Type 'string | undefined' is not assignable to type 'string'." },
  },
  'an unused local': {
    text: 'const unused = 1;\nexport {};\n',
    says: {
      typescript: "1:7: TS6133: 'unused' is declared but its value is never read.",
      eslint: "1:7: 'unused' is assigned a value but never used. (@typescript-eslint/no-unused-vars)",
    },
  },
  'an enum': {
    text: 'export enum Color {\n  red,\n}\n',
    says: {
      typescript: "1:13: TS1294: This syntax is not allowed when 'erasableSyntaxOnly' is enabled.",
      forbidden: '1:1: `enum`',
    },
  },
  any: {
    text: 'export function log(value: any): void {\n  console.log(value);\n}\n',
    says: { forbidden: '1:28: `any`', eslint: '1:28: Unexpected any.' },
  },
  'a cast by way of unknown': {
    text: 'export const text = 5 as unknown as string;\n',
    says: { forbidden: '1:21: `as unknown as`' },
  },
  'a silenced compiler': {
    text: "/** @ts-expect-error because it has to pass */\nexport const count: number = 'one';\n",
    says: { forbidden: '1:1: `@ts-expect-error` in a comment' },
  },
  'a silenced linter': {
    text: '/* eslint-disable */\nexport class Nothing {}\n',
    says: {
      forbidden: '1:1: `eslint-disable` in a comment',
      eslint: '2:14: Unexpected empty class. (@typescript-eslint/no-extraneous-class)',
    },
  },
  'other quotes': {
    text: 'export const text = "text";\n',
    says: {
      prettier: '1:1: prettier writes `export const text = \'text\';`, this is `export const text = "text";`',
    },
  },
};

let output: OutputFolder;
let checks: readonly OutputCheck[];

beforeAll(async () => {
  const worlds = Object.entries(cases).map(([name, { text }]) => ({
    name,
    files: [{ path: 'world.ts', text }],
  }));
  output = new OutputFolder(worlds);
  checks = await checkOutput(output);
});

afterAll(() => {
  output.remove();
});

it.each(Object.entries(cases))('%s', (name, { says: { typescript, ...others } }) => {
  const path = `${name.replaceAll(' ', '-')}/world.ts`;
  const said = checks.flatMap(({ kind, problems }) =>
    problems.filter((problem) => problem.path === path).map(({ message }) => [kind, message]),
  );
  const compilers = ['typescript-5.9', 'typescript-6.0', 'typescript-7.0'];
  const expected = { ...others, ...Object.fromEntries(compilers.map((kind) => [kind, typescript])) };
  const known = Object.entries(expected).filter(([, message]) => message !== undefined);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(known.map(([kind, message]) => [kind, expect.stringContaining(message ?? '')])),
  );
});
