import { Option, type Command } from 'commander';
import type { DiagnosticFormat } from './diagnostic-output.js';

/** What the command line says of `generate`. What is left out may stand in a config file. */
export interface GenerateFlags {
  readonly config?: string;
  readonly world?: readonly string[];
  readonly allWorlds?: boolean;
  readonly interfaces?: boolean;
  readonly outDir?: string;
  readonly features?: readonly string[];
  readonly allFeatures?: boolean;
  readonly results?: 'throw' | 'value';
  readonly with?: readonly string[];
  readonly trappable?: Patterns;
  readonly asyncImports?: Patterns;
  readonly asyncExports?: Patterns;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly dryRun?: boolean;
  readonly stdout?: boolean;
  readonly quiet?: boolean;
  readonly format: DiagnosticFormat;
  readonly color?: boolean;
}

/** The option was given with patterns, or without any: then all are meant. */
export type Patterns = readonly string[] | true;

export function addGenerateOptions(command: Command): Command {
  command
    .option(
      '-c, --config <file>',
      'the config file; else `wit-bindgen-ts.config.ts` (.mts, .js, .mjs) if it is there',
    )
    .option('-w, --world <name>', 'the world, if there are several; can be repeated', list)
    .addOption(new Option('--all-worlds', 'every world of the package').conflicts('world'))
    .addOption(
      new Option('--interfaces', 'the interfaces of the package alone').conflicts(['world', 'allWorlds']),
    )
    .option('-o, --out-dir <folder>', 'where the files go; `generated` unless given');
  addFeatureOptions(command);
  command
    .addOption(
      new Option('--results <kind>', 'whether a `result` is returned or thrown').choices(['throw', 'value']),
    )
    .option('--with <item=module>', 'take an interface or a resource from a module; can be repeated', list)
    .option('--trappable [pattern]', 'imported functions that may trap; all, or by name', patterns)
    .option('--async-imports [pattern]', 'imported functions to await; all, or by name', patterns)
    .option(
      '--async-exports [pattern]',
      'exported functions that return promises; all, or by name',
      patterns,
    );
  return addModes(command);
}

export function addFeatureOptions(command: Command): Command {
  return command
    .option('--features <names>', 'the `@unstable` features to include, with commas between them', names)
    .addOption(new Option('--all-features', 'include every `@unstable` feature').conflicts('features'));
}

function addModes(command: Command): Command {
  return command
    .option('--check', 'write nothing; show how the files differ, and fail if they do')
    .addOption(
      new Option('--watch', 'generate again whenever the input changes').conflicts([
        'check',
        'dryRun',
        'stdout',
      ]),
    )
    .addOption(
      new Option('--dry-run', 'write nothing; say what would be written').conflicts(['check', 'stdout']),
    )
    .addOption(new Option('--stdout', 'print the files instead of writing them').conflicts('check'))
    .option('-q, --quiet', 'print nothing but errors');
}

function list(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function names(value: string, before: readonly string[] = []): readonly string[] {
  const each = value.split(',').map((name) => name.trim());
  return [...before, ...each.filter((name) => name !== '')];
}

/** Without a value, commander passes nothing here and stores `true`: then all are meant, whatever else is said. */
function patterns(value: string, before: Patterns = []): Patterns {
  return before === true ? true : [...before, value];
}
