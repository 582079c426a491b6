import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one test. */
export class WorkFolder {
  readonly path: string;

  /** Use {@link create}, which makes the folder. */
  constructor(path: string) {
    this.path = path;
  }

  /** @param files - Their paths in the folder, and what is in them. */
  static async create<Folder extends WorkFolder>(
    this: new (path: string) => Folder,
    files: Readonly<Record<string, string | Uint8Array>> = {},
  ): Promise<Folder> {
    const folder = new this(await mkdtemp(join(tmpdir(), 'wit-bindgen-ts-')));
    await folder.writeAll(files);
    return folder;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), content);
  }

  async writeAll(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) await this.write(path, content);
  }

  async read(path: string): Promise<string> {
    return await readFile(join(this.path, path), 'utf8');
  }

  /** Every file below a folder, sorted. */
  async files(below = ''): Promise<string[]> {
    const entries = await readdir(join(this.path, below), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(this.path, below).length + 1))
      .sort();
  }
}
