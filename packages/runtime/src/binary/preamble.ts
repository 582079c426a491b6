import { compileErrorAt } from '../errors/compile-error.js';
import type { Reader } from './reader.js';

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const COMPONENT = [0x0d, 0x00, 0x01, 0x00];
const CORE_MODULE = [0x01, 0x00, 0x00, 0x00];

/** The first eight bytes of a component: that this is WebAssembly, the version of the format, and which of the two. */
export function componentPreamble(reader: Reader): void {
  const version = versionOf(reader);
  if (equal(version, COMPONENT)) return;
  if (equal(version, CORE_MODULE)) {
    throw compileErrorAt('core-module', reader.offset - 8, 'this is a core module, not a component');
  }
  throw unknownVersion(reader, version, 'a component', COMPONENT);
}

/** The first eight bytes of a core module. */
export function coreModulePreamble(reader: Reader): void {
  const version = versionOf(reader);
  if (equal(version, CORE_MODULE)) return;
  if (equal(version, COMPONENT)) {
    throw compileErrorAt('core-module', reader.offset - 8, 'this is a component, not a core module');
  }
  throw unknownVersion(reader, version, 'a core module', CORE_MODULE);
}

function versionOf(reader: Reader): Uint8Array {
  const { offset } = reader;
  if (!equal(reader.bytes(4, 'the magic number'), MAGIC)) {
    throw compileErrorAt('not-wasm', offset, 'this is not WebAssembly: it does not begin with \\0asm');
  }
  return reader.bytes(4, 'the version');
}

function unknownVersion(
  reader: Reader,
  version: Uint8Array,
  what: string,
  expected: readonly number[],
): Error {
  return compileErrorAt(
    'unknown-version',
    reader.offset - 4,
    `version ${version.join('.')} is not that of ${what}, ${expected.join('.')}`,
  );
}

function equal(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, i) => byte === bytes[i]);
}
