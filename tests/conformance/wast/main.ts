import { conformanceCommand } from './command.js';

process.exitCode = await conformanceCommand(process.argv.slice(2), (line) => {
  process.stdout.write(`${line}\n`);
});
