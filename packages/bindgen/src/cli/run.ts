import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { version } from '../emit/package-version.js';
import type { CheckFlags } from './check-command.js';
import { describeError } from './describe-error.js';
import { addFeatureOptions, addGenerateOptions, type GenerateFlags } from './generate-flags.js';
import type { InspectFlags } from './inspect-command.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * Runs the command line.
 *
 * @param args - without the names of the engine and the script
 * @returns the exit code: 0, 1 if something is wrong, or 2 if the command was called in a wrong way
 */
export async function run(args: readonly string[], output: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(output);
  addGenerate(program, async (path, flags) => {
    // Each command loads what it needs: to check WIT takes a fraction of what it takes to generate code.
    const { generateCommand } = await import('./generate-command.js');
    exitCode = await generateCommand(path, flags, output);
  });
  addCheck(program, async (path, flags) => {
    const { checkCommand } = await import('./check-command.js');
    exitCode = await checkCommand(path, flags, output);
  });
  addInspect(program, async (path, flags) => {
    const { inspectCommand } = await import('./inspect-command.js');
    exitCode = await inspectCommand(path, flags, output);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has printed what it throws; it ends the program for `--help` too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    output.err(`error: ${describeError(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function createProgram(output: Terminal): Command {
  return new Command('wit-bindgen-ts')
    .description('Generates readable TypeScript bindings for WebAssembly components from WIT.')
    .version(version)
    .exitOverride()
    .configureOutput(outputConfiguration(output));
}

function outputConfiguration({ out, err }: Terminal): OutputConfiguration {
  return { writeOut: out, writeErr: err };
}

function addGenerate(
  program: Command,
  generate: (path: string | undefined, flags: GenerateFlags) => Promise<void>,
): void {
  const command = program
    .command('generate')
    .copyInheritedSettings(program)
    .summary('generate the bindings of worlds')
    .description(
      'Generates the bindings of worlds: one file for each world, and one for each interface and direction.\n' +
        'Files of worlds and interfaces that are gone are removed.',
    )
    .argument('[path]', `${pathDescription}; may stand in the config file`);
  addGenerateOptions(command);
  addOutputOptions(command, 'how errors are printed; json goes to the standard output').action(generate);
}

function addCheck(program: Command, check: (path: string, flags: CheckFlags) => Promise<void>): void {
  const command = program
    .command('check')
    .copyInheritedSettings(program)
    .summary('say what is wrong with WIT')
    .description('Says what is wrong with WIT, and writes nothing.')
    .argument('<path>', pathDescription);
  addFeatureOptions(command);
  addOutputOptions(command, 'how errors are printed').action(check);
}

function addInspect(
  program: Command,
  inspect: (path: string | undefined, flags: InspectFlags) => Promise<void>,
): void {
  const command = program
    .command('inspect')
    .copyInheritedSettings(program)
    .summary('show what a component is')
    .description(
      'Shows what a component is: its world as WIT, what it needs and what it is made of.\n' +
        'A WIT package in binary form is shown as WIT, with its documentation.',
    )
    .usage('[options] <path>')
    .argument('[path]', 'a component, or a WIT package in binary form')
    .option('--wit', 'print the WIT alone, with that of all packages')
    .option('--graph [kind]', 'draw what is instantiated and what feeds what: mermaid (default) or svg')
    .option('-o, --out <file>', 'write to a file');
  addOutputOptions(command, 'what the view is printed as').action(inspect);
}

const pathDescription =
  'a WIT file, a folder of them with its dependencies in `deps`, a component, a WIT package in binary form, or `-` for any of them on the standard input';

function addOutputOptions(command: Command, formatDescription: string): Command {
  return command
    .addOption(
      new Option('--format <format>', formatDescription).choices(['text', 'json']).default('text', 'text'),
    )
    .option('--color', 'colour the text, even if it does not go to a terminal')
    .option('--no-color', 'never colour the text');
}
