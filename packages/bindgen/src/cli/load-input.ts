import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  loadWit,
  parseWit,
  WitFileError,
  type PackageId,
  type Resolve,
  type SourceMap,
} from '@wit-bindgen-ts/wit-parser';
import type { Omission } from '../decode/omission.js';
import { fileErrorCode } from '../write/file-error.js';
import { InvalidBinary } from './invalid-binary.js';
import { UsageError } from './usage-error.js';

/** What a command is given, in WIT. */
export interface LoadedInput {
  readonly resolve: Resolve;
  readonly package: PackageId;
  /** A component has but one world, in a package that stands for no real one. */
  readonly isComponent: boolean;
  /** None where it was read from a binary. */
  readonly sources?: SourceMap;
  /** What a component has, and WIT has no words for. */
  readonly omissions: readonly Omission[];
}

export interface LoadOptions {
  readonly features: readonly string[] | 'all';
  /** What `-` stands for. */
  readonly standardInput?: (() => Promise<Uint8Array<ArrayBuffer>>) | undefined;
}

const isWit = { isComponent: false, omissions: [] } as const;

/** How diagnostics call the standard input. */
const standardInputName = '<stdin>';

/**
 * Reads what a command is given: WIT, a component or a WIT package in binary form. What a file is, its first bytes tell.
 *
 * @throws WitError or InvalidBinary when it cannot be used, and UsageError when it cannot be read.
 */
export async function loadInput(
  path: string,
  { features, standardInput }: LoadOptions,
): Promise<LoadedInput> {
  if (path === '-') return await loadBytes((await standardInput?.()) ?? new Uint8Array(), features);
  const binary = await readBinary(path);
  if (binary !== undefined) return await decodeBinary(path, binary, worldName(path));
  try {
    return { ...(await loadWit(path, { features })), ...isWit };
  } catch (error) {
    if (error instanceof WitFileError) throw new UsageError(error.message);
    throw error;
  }
}

async function loadBytes(
  bytes: Uint8Array<ArrayBuffer>,
  features: LoadOptions['features'],
): Promise<LoadedInput> {
  if (isBinary(bytes)) return await decodeBinary(standardInputName, bytes);
  if (!isUtf8(bytes)) throw new UsageError(`${standardInputName}: this is not UTF-8`);
  const text = Buffer.from(bytes).toString();
  return { ...parseWit(text, { path: standardInputName, features }), ...isWit };
}

const magic = [0x00, 0x61, 0x73, 0x6d];

function isBinary(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The bytes of a file if it is WebAssembly. What cannot be read is left to whoever reads WIT: it knows what to say. */
async function readBinary(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let file;
  try {
    file = await open(path);
    const start = new Uint8Array(magic.length);
    await file.read(start, 0, start.length, 0);
    return isBinary(start) ? new Uint8Array(await file.readFile()) : undefined;
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
    return undefined;
  } finally {
    await file?.close();
  }
}

async function decodeBinary(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  world?: string,
): Promise<LoadedInput> {
  // WIT needs nothing of what decodes components.
  const { decodeWit } = await import('../inspect/decode-wit.js');
  const { CompileError } = await import('@wit-bindgen-ts/runtime/structure');
  try {
    const { resolve, package: main, kind, omissions } = decodeWit(bytes, world);
    return { resolve, package: main, isComponent: kind === 'component', omissions };
  } catch (error) {
    throw error instanceof CompileError ? new InvalidBinary(path, error.problems) : error;
  }
}

/** A world of a component has no name, so it gets that of the file: `shop-1.2.wasm` is `shop-1-2`. */
function worldName(path: string): string | undefined {
  const name = basename(path)
    .replace(/(?:\.component)?\.wasm$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return name === '' ? undefined : name;
}
