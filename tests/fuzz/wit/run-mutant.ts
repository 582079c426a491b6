import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadWit, resolveWit } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import { sourcesOf } from './corpus.js';
import type { WitCase } from './corpus.js';
import type { Mutant } from './mutations.js';
import { outcomeOfError, outcomeOfResolved } from './outcome.js';
import type { Outcome } from './outcome.js';

export interface Run {
  readonly outcome: Outcome;
  /** Until it was resolved or refused. */
  readonly milliseconds: number;
  /** Of all files. */
  readonly size: number;
}

/** Resolves mutants: text in memory; and bytes, which may not be UTF-8, from files. */
export class MutantRunner {
  readonly #folders = new CaseFolders();

  async run(mutant: Mutant): Promise<Run> {
    const folder = mutant.encoding === 'latin1' ? this.#folders.folderOf(mutant.of) : undefined;
    const texts = textsOf(mutant, folder);
    const size = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
    if (folder !== undefined) writeFileSync(join(folder, mutant.file.path), mutant.file.text, 'latin1');
    const options = mutant.features === undefined ? {} : { features: mutant.features };
    const start = performance.now();
    const [result] = await Promise.allSettled([resolveMutant(mutant, options, folder)]);
    const milliseconds = performance.now() - start;
    if (folder !== undefined) this.#folders.restore(mutant.of);
    const outcome =
      result.status === 'fulfilled'
        ? outcomeOfResolved(result.value, options)
        : outcomeOfError(result.reason, texts);
    return { outcome, milliseconds, size };
  }

  /** Removes the files. */
  end(): void {
    this.#folders.remove();
  }
}

async function resolveMutant(
  { of, file }: Mutant,
  options: ResolveOptions,
  folder: string | undefined,
): Promise<ResolvedWit> {
  return folder === undefined ? resolveWit(sourcesOf(of, file), options) : loadWit(folder, options);
}

/** The texts that are resolved, by the paths that diagnostics give. */
function textsOf({ of, file, encoding }: Mutant, folder: string | undefined): Map<string, string> {
  const changed = Buffer.from(file.text, encoding).toString();
  return new Map(
    of.files.map(({ path, text }) => [
      folder === undefined ? path : join(folder, path),
      path === file.path ? changed : text,
    ]),
  );
}

/** A temporary folder with a folder for each case that is asked for. */
class CaseFolders {
  readonly #root = mkdtempSync(join(tmpdir(), 'fuzz-wit-'));
  readonly #folders = new Map<WitCase, string>();

  folderOf(of: WitCase): string {
    const earlier = this.#folders.get(of);
    if (earlier !== undefined) return earlier;
    const folder = join(this.#root, String(this.#folders.size));
    this.#folders.set(of, folder);
    for (const { path } of of.files) mkdirSync(dirname(join(folder, path)), { recursive: true });
    this.restore(of);
    return folder;
  }

  /** Writes the files of a case as they are in the corpus. */
  restore(of: WitCase): void {
    for (const { path, text } of of.files) writeFileSync(join(this.folderOf(of), path), text);
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }
}
