import { Command, CommanderError, type OutputConfiguration } from 'commander';
import { version } from '../emit/package-version.js';
import { describeError } from './describe-error.js';
import { generateCommand, type GenerateFlags } from './generate-command.js';
import type { Terminal } from './terminal.js';

/**
 * Runs the command line.
 *
 * @param args - without the names of the engine and the script
 * @returns the exit code: 0, or 1 if something is wrong
 */
export async function run(args: readonly string[], output: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(output, async (path, flags) => {
    exitCode = await generateCommand(path, flags, output);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has printed what it throws.
    if (error instanceof CommanderError) return error.exitCode;
    output.err(`error: ${describeError(error)}\n`);
    return 1;
  }
}

function createProgram(
  output: Terminal,
  generate: (path: string, flags: GenerateFlags) => Promise<void>,
): Command {
  const program = new Command('wit-bindgen-ts')
    .description('Generates readable TypeScript bindings for WebAssembly components from WIT.')
    .version(version)
    .exitOverride()
    .configureOutput(outputConfiguration(output));
  program
    .command('generate')
    .copyInheritedSettings(program)
    .summary('generate the bindings of a world')
    .description(
      'Generates the bindings of a world: one file for the world, and one for each interface and direction.\n' +
        'Files of interfaces that the world no longer has are removed.',
    )
    .argument('<path>', 'a WIT file, or a folder of them with its dependencies in `deps`')
    .option('-w, --world <name>', 'the world, if the package has several')
    .option('-o, --out-dir <folder>', 'where the files go', 'generated')
    .option('--features <names>', 'the `@unstable` features to include, with commas between them, or `all`')
    .option('--check', 'write nothing; list the files that are not up to date, and fail if there are any')
    .action(generate);
  return program;
}

function outputConfiguration({ out, err }: Terminal): OutputConfiguration {
  return { writeOut: out, writeErr: err };
}
