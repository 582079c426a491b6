import { run } from './run.js';
import { takesColor } from './terminal.js';

const { stdout, stderr, env, argv } = process;
// Whoever reads the output may have seen enough: `wit-bindgen-ts check wit | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  colors: { out: takesColor(stdout, env), err: takesColor(stderr, env) },
});
