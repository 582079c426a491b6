import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What wasm-tools says to a text. */
export type Verdict =
  | { readonly kind: 'resolved' }
  | { readonly kind: 'refused'; readonly message: string }
  /** It has a mistake there, and decides nothing. */
  | { readonly kind: 'panicked' };

/** The wasm-tools that jco ships: in a thread, because one that panicked is of no more use. */
export class WasmTools {
  #worker = startWorker();

  async resolve(text: string): Promise<Verdict> {
    this.#worker.postMessage(text);
    const [answer] = (await once(this.#worker, 'message')) as [Answer | undefined];
    if (answer === undefined) return { kind: 'resolved' };
    if ('message' in answer) return { kind: 'refused', message: answer.message };
    await this.end();
    this.#worker = startWorker();
    return { kind: 'panicked' };
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

type Answer = { readonly message: string } | { readonly panic: string };

function startWorker(): Worker {
  // What it says when it panics is of no interest.
  return new Worker(new URL('./wasm-tools-worker.mjs', import.meta.url), { stderr: true, execArgv: [] });
}
