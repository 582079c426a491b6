/**
 * A process that does a job from one number on: `child.ts JOB FROM`. It tells its parent what came of each number before it
 * turns to the next, so that the parent knows at which one it hangs or ends.
 */
import { resultsOf } from './job.js';
import type { Job } from './job.js';

/** What a child says. */
export type Message = { readonly result: unknown } | { readonly peakMemory: number };

const [job, from] = process.argv.slice(2);

for (const result of resultsOf(JSON.parse(job ?? '') as Job, Number(from))) await tell({ result });
await tell({ peakMemory: process.resourceUsage().maxRSS * 1024 });
process.disconnect();

/** Resolves when the message is on its way: what follows may never end. */
async function tell(message: Message): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
