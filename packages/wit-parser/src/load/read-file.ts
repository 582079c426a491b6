import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Problem } from '../source/diagnostic.js';
import type { SourceText } from '../source/source-map.js';
import { unreadable } from './file-error.js';
import { invalidUtf8 } from './invalid-utf8.js';
import { isWebAssembly } from './webassembly.js';

/** A problem whose file is not numbered yet. */
export interface FileProblem extends Omit<Problem, 'span'> {
  readonly start: number;
  readonly end: number;
}

/** A file that was read. Where it has a problem, its text is what may be shown of it. */
export interface LoadedFile extends SourceText {
  readonly problem?: FileProblem;
}

export async function readWit(path: string): Promise<LoadedFile> {
  try {
    return loadedFile(path, await readFile(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function loadedFile(path: string, bytes: Buffer): LoadedFile {
  const text = bytes.toString();
  if (isWebAssembly(text)) return { path, text: '', problem: webAssemblyPackage(path) };
  return isUtf8(bytes) ? { path, text } : { path, text, problem: invalidUtf8(text, bytes) };
}

function webAssemblyPackage(path: string): FileProblem {
  return {
    code: 'webassembly-package',
    message: 'WebAssembly packages are not read yet',
    start: 0,
    end: 0,
    notes: [{ message: `\`wasm-tools component wit ${path}\` prints it as WIT` }],
  };
}
