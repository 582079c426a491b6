import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../src/cli/run.js';
import type { Terminal } from '../src/cli/terminal.js';

/** What a run of the command line printed and returned. Paths are relative to the folder that it ran in. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test, in which commands run. */
export class WorkFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(files: Readonly<Record<string, string>>): Promise<WorkFolder> {
    const folder = new WorkFolder(await mkdtemp(join(tmpdir(), 'wit-bindgen-ts-')));
    for (const [path, text] of Object.entries(files)) await folder.write(path, text);
    return folder;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true });
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), text);
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

  /** Runs a command as if in this folder. `@` stands for the folder in arguments, and in what is printed. */
  async run(...args: string[]): Promise<Outcome> {
    return await this.runOn({}, ...args);
  }

  /** Runs a command with terminals of a kind. */
  async runOn(terminal: Pick<Terminal, 'colors'>, ...args: string[]): Promise<Outcome> {
    const printed = { out: '', err: '' };
    const exitCode = await run(
      args.map((arg) => arg.replace('@', this.path)),
      { ...terminal, out: (text) => (printed.out += text), err: (text) => (printed.err += text) },
    );
    const shown = (text: string): string => text.replaceAll(this.path, '@');
    return { exitCode, out: shown(printed.out), err: shown(printed.err) };
  }
}
