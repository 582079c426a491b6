import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { fileErrorCode } from '../write/file-error.js';
import type { WatchedPlace } from './watched-places.js';

/** How long nothing must have changed, in milliseconds: several files are often saved at once, or in several steps. */
const quietTime = 50;

/** Waits for changes in places. */
export class ChangeWatcher {
  #watchers: readonly FSWatcher[] = [];
  #changed: string | undefined;
  #count = 0;
  #wake: () => void = () => undefined;

  /** From now on these places are watched. What changes from one call to the next is not missed. */
  watch(places: readonly WatchedPlace[]): void {
    const before = this.#watchers;
    this.#watchers = places.flatMap((place) => this.#open(place) ?? []);
    for (const each of before) each.close();
  }

  close(): void {
    this.watch([]);
  }

  /** All that has changed so far is known. */
  forget(): void {
    this.#changed = undefined;
  }

  /** Waits until something has changed, and for a moment nothing more. Returns a path, or `undefined` if interrupted. */
  async change(interruption: AbortSignal): Promise<string | undefined> {
    const wake = (): void => this.#wake();
    interruption.addEventListener('abort', wake);
    while (this.#changed === undefined && !interruption.aborted)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    for (let count = -1; count !== this.#count && !interruption.aborted;) {
      count = this.#count;
      await new Promise<void>((resolve) => setTimeout(resolve, quietTime));
    }
    interruption.removeEventListener('abort', wake);
    return interruption.aborted ? undefined : this.#changed;
  }

  /** A folder that is gone by now is no error: the one around it tells when it is there again. */
  #open({ folder, matters }: WatchedPlace): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (_, name) => {
        // Some systems do not say what has changed.
        if (name !== null && !matters(name)) return;
        this.#changed ??= name === null ? folder : join(folder, name);
        this.#count++;
        this.#wake();
      });
      return watcher.on('error', () => watcher.close());
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(fileErrorCode(error) ?? '')) throw error;
      return undefined;
    }
  }
}
