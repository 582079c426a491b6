import { buffer } from 'node:stream/consumers';
import { run } from './run.js';
import { takesColor, takesProgress } from './terminal.js';

const { stdin, stdout, stderr, env, argv } = process;
// Whoever reads the output may have seen enough: `wit-bindgen-ts check wit | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  colors: { out: takesColor(stdout, env), err: takesColor(stderr, env) },
  isInteractive: takesProgress(stderr, env),
  input: async () => new Uint8Array(await buffer(stdin)),
  interruption,
});

/** The second time, the signal does what it does without this. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
