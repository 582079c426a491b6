import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CompileError } from '@wit-bindgen-ts/runtime/structure';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { readDirectives, type ComponentSource } from '../../../tests/conformance/wast/directive.js';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { drawingOf, inspect } from '../src/inspect/inspect.js';

const corpus = fileURLToPath(new URL('../../../../shared/conformance/component-model/', import.meta.url));

const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.wast'))
  : [];

/** The components of a script, valid or not. */
function* componentsIn(path: string): Generator<{ line: number; bytes: Uint8Array<ArrayBuffer> }> {
  for (const { line, command } of readDirectives(readFileSync(join(corpus, path), 'utf8'))) {
    if (!('source' in command) || command.source.kind === 'quote') continue;
    const bytes = encoded(command.source);
    if (bytes !== undefined) yield { line, bytes };
  }
}

/** `undefined` for what the encoder refuses: it knows less than the corpus. */
function encoded(source: ComponentSource): Uint8Array<ArrayBuffer> | undefined {
  if (source.kind === 'binary') return source.bytes;
  try {
    return encodeComponent(source.text);
  } catch {
    return undefined;
  }
}

/** What is done with one: the WIT that it is must be WIT, and there must be a drawing, if there is a plan. */
function show(bytes: Uint8Array<ArrayBuffer>): 'shown' | 'refused' {
  try {
    const { wit } = inspect(bytes);
    parseWit(wit, { features: 'all', path: 'shown.wit' });
    drawingOf(bytes, 'svg');
    return 'shown';
  } catch (error) {
    if (error instanceof CompileError) return 'refused';
    throw error;
  }
}

const describeIfThere = files.length === 0 ? describe.skip : describe;

describeIfThere('the components of the reference tests', () => {
  it('are shown as WIT that can be read, or refused', () => {
    const counts = { shown: 0, refused: 0 };
    for (const path of files) {
      for (const { line, bytes } of componentsIn(path)) {
        try {
          counts[show(bytes)]++;
        } catch (error) {
          throw new Error(`${path}:${line}`, { cause: error });
        }
      }
    }
    expect(counts.shown).toBeGreaterThan(200);
    expect(counts.refused).toBeGreaterThan(200);
  });
});
