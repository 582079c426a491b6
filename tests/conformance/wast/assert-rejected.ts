import { CompileError } from '@wit-bindgen-ts/runtime';
import { bytesOf, compileComponent, compileCoreModule } from './compile.js';
import type { ComponentSource } from './directive.js';
import { rejectionCodes } from './rejection-reasons.js';
import { codesOf, describeThrown, expectThrown, Skipped } from './thrown.js';

/**
 * Expects that a component is refused, for the reason that a script gives.
 *
 * @throws Skipped for text that no binary stands for: what refuses it is a reader of text
 */
export async function assertRejected(source: ComponentSource, reason: string): Promise<void> {
  skipText(source);
  const expected = rejectionCodes(reason);
  const error = await expectThrown(() => {
    compileComponent(source);
    return 'the component compiled';
  }, CompileError);
  if (expected.length === 0)
    throw new Error(`no code stands for "${reason}" (refused: ${describeThrown(error)})`);
  if (!codesOf(error).some((code) => expected.includes(code)))
    throw new Error(`"${reason}" stands for ${expected.join(' or ')}, but refused: ${describeThrown(error)}`);
}

/** Expects that the engine refuses a core module that stands by itself. */
export async function assertCoreModuleRejected(source: ComponentSource): Promise<void> {
  skipText(source);
  await expectThrown(() => {
    compileCoreModule(source);
    return 'the core module compiled';
  }, WebAssembly.CompileError);
}

function skipText(source: ComponentSource): void {
  if (source.kind === 'quote') throw new Skipped('text in quotes tests a reader of the text format');
  try {
    bytesOf(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Skipped(`no binary stands for the text: ${message}`);
  }
}
