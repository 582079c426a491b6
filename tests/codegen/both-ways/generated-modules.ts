import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate, type BindgenOptions, type GeneratedFile } from 'wit-bindgen-ts';
import { WorkFolder } from '../../harness/work-folder.js';
import { typeCheck } from '../type-check.js';

/** Where type-checking believes that the files are: beside packages that it finds. */
const virtualRoot = fileURLToPath(new URL('../generated-in-memory/', import.meta.url));

/** Generated code, in a folder from which it is imported. */
export class GeneratedModules {
  readonly #folder: WorkFolder;
  readonly #files = new Map<string, string>();

  private constructor(folder: WorkFolder) {
    this.#folder = folder;
  }

  static async create(): Promise<GeneratedModules> {
    return new GeneratedModules(await WorkFolder.create());
  }

  async remove(): Promise<void> {
    await this.#folder.remove();
  }

  /** Generates the code of the only world of a WIT text. */
  async add(name: string, wit: string, options: BindgenOptions = {}): Promise<readonly GeneratedFile[]> {
    const { resolve, package: main, sources } = parseWit(wit, { path: `${name}.wit`, features: 'all' });
    const files = await generate({ ...options, resolve, world: selectWorld(resolve, main), sources });
    for (const { path, text } of files) {
      await this.#folder.write(join(name, path), text);
      this.#files.set(join(virtualRoot, name, path), text);
    }
    return files;
  }

  /** What a module exports. */
  async load(name: string, path: string): Promise<Readonly<Record<string, unknown>>> {
    const url = pathToFileURL(join(this.#folder.path, name, path)).href;
    return (await import(url)) as Readonly<Record<string, unknown>>;
  }

  /** Type-checks all that was generated, together; returns what the compiler says. */
  typeCheck(): string[] {
    return typeCheck([...this.#files.keys()], this.#files);
  }
}
