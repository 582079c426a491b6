import { join, posix, relative } from 'node:path';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { findConfig } from '../config/find-config.js';
import { loadConfig } from '../config/load-config.js';
import type { BindgenOptions } from '../options/bindgen-options.js';
import type { GenerateFlags } from './generate-flags.js';
import { UsageError } from './usage-error.js';

/** One thing to generate from. */
export interface GenerateJob {
  /** As it is shown; `-` for the standard input. */
  readonly input: string;
  /** None for the only world there is. */
  readonly worlds: readonly string[] | 'all' | undefined;
  readonly interfaces: boolean;
  readonly outDir: string;
  readonly features: readonly string[] | 'all';
  readonly options: BindgenOptions;
}

export interface GenerateJobs {
  readonly jobs: readonly GenerateJob[];
  /** The config file that they come from. */
  readonly config: string | undefined;
}

/** @throws UsageError when there is nothing to generate from, or the config file is not what it must be */
export async function readJobs(
  path: string | undefined,
  flags: GenerateFlags,
  config: string | undefined,
): Promise<GenerateJobs> {
  try {
    const { folder, entries } =
      config === undefined ? { folder: '', entries: [{ input: missing(path) }] } : await loadConfig(config);
    if (path !== undefined && entries.length > 1)
      throw new UsageError(`${config ?? ''} has several entries, and goes without a path`);
    return { jobs: entries.map((entry) => jobOf(entry, folder, path, flags)), config };
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

/** The config file that a command reads, if there is one. @throws UsageError if there are several */
export async function configPath({ config }: GenerateFlags, folder: string): Promise<string | undefined> {
  if (config !== undefined) return config;
  try {
    return await findConfig(folder);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

function missing(path: string | undefined): string {
  if (path !== undefined) return path;
  throw new UsageError("missing required argument 'path': there is no config file here that names an input");
}

/** What the command line says counts. */
function jobOf(entry: Config, folder: string, path: string | undefined, flags: GenerateFlags): GenerateJob {
  const inFolder = (each: string): string => (folder === '' ? each : join(folder, each));
  const { worlds, interfaces } =
    flags.interfaces === true || flags.world || flags.allWorlds ? flagged(flags) : entry;
  const outDir = flags.outDir ?? inFolder(entry.outDir ?? 'generated');
  if (interfaces === true && worlds !== undefined)
    throw new UsageError(
      'either `worlds` or `interfaces` can be generated: give each an entry in the config file',
    );
  return {
    input: path ?? inFolder(entry.input),
    worlds,
    interfaces: interfaces === true,
    outDir,
    features: flags.allFeatures === true ? 'all' : (flags.features ?? entry.features ?? []),
    options: optionsOf(entry, folder, outDir, flags),
  };
}

function flagged({ world, allWorlds, interfaces }: GenerateFlags): Pick<Config, 'worlds' | 'interfaces'> {
  const worlds = allWorlds === true ? 'all' : world;
  return { ...(worlds && { worlds }), ...(interfaces === true && { interfaces }) };
}

function optionsOf(entry: Config, folder: string, outDir: string, flags: GenerateFlags): BindgenOptions {
  const results = flags.results ?? entry.results;
  const trappable = flags.trappable ?? entry.trappable;
  const imports = flags.asyncImports ?? entry.async?.imports;
  const exports = flags.asyncExports ?? entry.async?.exports;
  const mapped = {
    ...fromOutDir(entry.with ?? {}, folder, outDir),
    ...fromOutDir(parseMappings(flags.with ?? []), '', outDir),
  };
  return {
    ...(results && { results }),
    ...(Object.keys(mapped).length > 0 && { with: mapped }),
    ...(trappable && { trappable }),
    ...((imports ?? exports) && { async: { ...(imports && { imports }), ...(exports && { exports }) } }),
  };
}

function parseMappings(mappings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    mappings.map((mapping) => {
      const at = mapping.indexOf('=');
      if (at < 1 || at === mapping.length - 1)
        throw new UsageError(
          `--with takes an item and a module, such as \`a:b/c=./c.js\`, not \`${mapping}\``,
        );
      return [mapping.slice(0, at), mapping.slice(at + 1)];
    }),
  );
}

/** Modules with relative names, as the files that are generated find them. */
function fromOutDir(
  modules: Readonly<Record<string, string>>,
  folder: string,
  outDir: string,
): Record<string, string> {
  const entries = Object.entries(modules).map(([item, module]) => {
    if (!/^\.\.?\//.test(module)) return [item, module];
    const path = relative(outDir, join(folder, module)).replaceAll('\\', '/');
    return [item, path.startsWith('../') ? path : `./${posix.normalize(path)}`];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
