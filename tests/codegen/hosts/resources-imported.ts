import { ComponentError } from '@wit-bindgen-ts/runtime';
import type {
  Directory,
  Failure,
  File,
  Store,
} from '../../../snapshots/resources-imported/imports/codegen-resources-imported/store.js';
import type { StoreUserImports } from '../../../snapshots/resources-imported/store-user.js';

/** A directory in memory. It has no `Symbol.dispose`: nothing is to be done when the guest drops it. */
class MemoryDirectory implements Directory {
  readonly files = new Map<string, Uint8Array>();

  entries(): string[] {
    return [...this.files.keys()];
  }

  contains(file: File): boolean {
    return file instanceof MemoryFile && this.files.has(file.path);
  }
}

const root = new MemoryDirectory();

/** How often the guest dropped a file. */
export const drops = { count: 0 };

class MemoryFile implements File {
  readonly path: string;
  #open = true;

  constructor(path: string) {
    this.path = path;
  }

  static openAll(paths: string[]): MemoryFile[] {
    if (!paths.every((path) => root.files.has(path))) throw failure({ tag: 'not-found' });
    return paths.map((path) => new MemoryFile(path));
  }

  /** A typed array or a plain one: both are lowered. */
  read(count: number): Uint8Array | number[] {
    if (!this.#open) throw failure({ tag: 'denied', val: 'the file is closed' });
    return root.files.get(this.path)?.slice(0, count) ?? [];
  }

  write(bytes: Uint8Array): number {
    root.files.set(this.path, bytes);
    return bytes.length;
  }

  parent(): Directory {
    return root;
  }

  [Symbol.dispose](): void {
    this.#open = false;
    drops.count++;
  }
}

/** What the guest cannot look into may be of any shape. */
class Token {
  readonly issued = Date.now();
}

function failure(payload: Failure): ComponentError<Failure> {
  return new ComponentError(payload);
}

const store: Store = {
  File: MemoryFile,
  Directory: MemoryDirectory,
  Token,
  root: () => root,
  issue: () => new Token(),
  redeem: (_token, directory) => directory.entries().map((path) => new MemoryFile(path))[0],
};

export const imports: StoreUserImports = { 'codegen:resources-imported/store': store };

/** What the guest has written, by path. */
export const files: ReadonlyMap<string, Uint8Array> = root.files;
