import { printable } from '@wit-bindgen-ts/wit-parser';
import { ChangeWatcher } from './change-watcher.js';
import { describeError } from './describe-error.js';
import type { GenerateJobs } from './generate-jobs.js';
import type { ProgressTerminal } from './progress.js';
import { watchedPlaces } from './watched-places.js';

/** What is done over and over. */
export interface WatchedWork {
  /** A file that says what the jobs are, and can change too. */
  readonly config: string | undefined;
  readonly read: () => Promise<GenerateJobs>;
  readonly run: (jobs: GenerateJobs) => Promise<unknown>;
}

/**
 * Does the work now, and again whenever anything changes that it reads, until it is interrupted. An error is printed, and
 * what it comes from may be put right.
 */
export async function watchInput(
  { config, read, run }: WatchedWork,
  terminal: ProgressTerminal,
): Promise<number> {
  const interruption = terminal.interruption?.() ?? new AbortController().signal;
  const watcher = new ChangeWatcher();
  const configPaths = config === undefined ? [] : [config];
  let inputs: readonly string[] = [];
  try {
    for (;;) {
      watcher.forget();
      // First watched, then read: a change in between is not missed.
      watcher.watch(await watchedPlaces([...configPaths, ...inputs]));
      await survive(terminal, async () => {
        const jobs = await read();
        inputs = jobs.jobs.map(({ input }) => input);
        watcher.watch(await watchedPlaces([...configPaths, ...inputs]));
        await run(jobs);
      });
      terminal.note('waiting for changes\n');
      const changed = await watcher.change(interruption);
      if (changed === undefined) return 0;
      terminal.note(`\n${printable(changed)} has changed\n`);
    }
  } finally {
    watcher.close();
  }
}

async function survive(terminal: ProgressTerminal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    terminal.err(`error: ${describeError(error)}\n`);
  } finally {
    terminal.done();
  }
}
