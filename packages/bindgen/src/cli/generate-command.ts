import { deliver } from './deliver.js';
import type { GenerateFlags } from './generate-flags.js';
import { generateFolders } from './generate-folders.js';
import { configPath, readJobs, type GenerateJobs } from './generate-jobs.js';
import { isInputError, problemsText } from './print-problems.js';
import { withProgress, type ProgressTerminal } from './progress.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * Generates bindings and writes them, or does with them what flags say. Nothing is written before all is generated.
 * Returns the exit code.
 */
export async function generateCommand(
  path: string | undefined,
  flags: GenerateFlags,
  terminal: Terminal,
): Promise<number> {
  if (flags.stdout === true && flags.format === 'json')
    throw new UsageError('the standard output is either for --stdout or for --format json');
  const progress = withProgress(terminal, flags.quiet === true);
  const config = await configPath(flags, terminal.folder ?? '');
  const read = () => readJobs(path, flags, config);
  const run = (jobs: GenerateJobs) => runJobs(jobs, flags, progress);
  if (flags.watch !== true) return await run(await read());
  if (path === '-') throw new UsageError('the standard input cannot be watched');
  // Without a config file, what is wrong with the command itself stays wrong.
  if (config === undefined) await read();
  const { watchInput } = await import('./watch-input.js');
  return await watchInput({ config, read, run }, progress);
}

async function runJobs(
  { jobs }: GenerateJobs,
  flags: GenerateFlags,
  terminal: ProgressTerminal,
): Promise<number> {
  try {
    return await deliver(await generateFolders(jobs, terminal), flags, terminal);
  } catch (error) {
    if (!isInputError(error)) throw error;
    const { format, color = terminal.colors?.err ?? false } = flags;
    const text = problemsText(error, format, color);
    if (format === 'json') terminal.out(text);
    else terminal.err(text);
    return 1;
  } finally {
    terminal.done();
  }
}
