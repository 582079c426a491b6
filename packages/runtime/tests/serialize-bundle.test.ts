import { expect, it } from '@jest/globals';
import { bundle } from './bundles.js';

it('a bundle that deserializes has no decoder and no validator', async () => {
  const { folders } = await bundle(`export * from 'runtime/precompiled.ts';`);
  expect(folders).toContain('component');
  expect(folders).toContain('embedding');
  expect(folders).not.toContain('binary');
  expect(folders).not.toContain('validate');
});

it('a bundle of generated code has none either', async () => {
  const { folders } = await bundle(`export * from 'runtime/codegen/v1/index.ts';`);
  expect(folders).toContain('codegen');
  expect(folders).not.toContain('binary');
  expect(folders).not.toContain('validate');
});

it('a bundle that compiles has both', async () => {
  const { folders } = await bundle(`import { Component } from 'runtime/index.ts'; console.log(Component);`);
  expect(folders).toEqual(expect.arrayContaining(['binary', 'validate', 'component']));
});
