import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { scriptsIn, textOf } from './wast/corpus.js';
import { runScript } from './wast/run-script.js';

const scripts = scriptsIn(fileURLToPath(new URL('./cases', import.meta.url))) ?? [];

describe('our own wast scripts', () => {
  it.each(scripts.map((script) => [script.name, script] as const))('%s', (_, script) => {
    expect(runScript(textOf(script)).filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});
