import { corpusCommand } from './command.js';

process.exitCode = await corpusCommand(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
