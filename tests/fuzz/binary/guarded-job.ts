import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Message } from './child.js';
import type { Job } from './job.js';

/** A process that says nothing for so long hangs. It says something after each input. */
const longestSilence = 30_000;
/** Of each process, in megabytes. */
const heapLimit = 768;

export interface GuardedJob<Result> {
  readonly job: Job;
  readonly onResult: (result: Result) => void;
  /** @param how - what became of the process that had to do with this number */
  readonly onDeath: (number: number, how: string) => void;
}

/**
 * Does a job in a process that may hang or die: another one then goes on with the next number.
 *
 * @returns the most memory that a process had, in bytes
 */
export async function runGuarded<Result>({ job, onResult, onDeath }: GuardedJob<Result>): Promise<number> {
  let peakMemory = 0;
  for (let next = 0; next < job.count;) {
    const end = await runProcess(job, next, (message) => {
      if ('peakMemory' in message) peakMemory = Math.max(peakMemory, message.peakMemory);
      else {
        next++;
        onResult(message.result as Result);
      }
    });
    if (next >= job.count) break;
    onDeath(next, end);
    next++;
  }
  return peakMemory;
}

/** @returns how it ended */
async function runProcess(job: Job, from: number, onMessage: (message: Message) => void): Promise<string> {
  const child = fork(
    fileURLToPath(new URL('./child.ts', import.meta.url)),
    [JSON.stringify(job), String(from)],
    {
      execArgv: [...process.execArgv, `--max-old-space-size=${heapLimit}`],
      serialization: 'advanced',
    },
  );
  const watch = new SilenceWatch(() => child.kill('SIGKILL'));
  child.on('message', (message: Message) => {
    watch.restart();
    onMessage(message);
  });
  const end = await endOf(child);
  watch.stop();
  return watch.hasEnded ? `was still busy after ${longestSilence / 1000} s` : `ended its process with ${end}`;
}

async function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ?? String(code)));
  });
}

/** Does something when nothing was heard for too long. */
class SilenceWatch {
  hasEnded = false;
  readonly #timer: NodeJS.Timeout;

  constructor(onSilence: () => void) {
    this.#timer = setTimeout(() => {
      this.hasEnded = true;
      onSilence();
    }, longestSilence);
  }

  restart(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
