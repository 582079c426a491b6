import type { BindgenOptions } from '../options/bindgen-options.js';

/** What to generate from what. Paths are relative to the folder of the config file. */
export interface Config extends BindgenOptions {
  /** A WIT file, a folder of them with its dependencies in `deps`, a component, or a WIT package in binary form. */
  readonly input: string;
  /** The worlds to generate for, if the package has several; `'all'` for each of them. */
  readonly worlds?: readonly string[] | 'all';
  /** With `true`, the interfaces of the package alone, without a world. */
  readonly interfaces?: boolean;
  /** Where the files go; `generated` unless given. */
  readonly outDir?: string;
  /** The `@unstable` features to include: their names, or `'all'`. */
  readonly features?: readonly string[] | 'all';
  /** Maps interfaces and resources to modules; those that begin with `.` are relative to the config's folder. */
  readonly with?: Readonly<Record<string, string>>;
}

/** Returns what it is given: it is there so that an editor knows what can stand in a config file. */
export function defineConfig(config: Config): Config;
export function defineConfig(configs: readonly Config[]): readonly Config[];
export function defineConfig(config: Config | readonly Config[]): Config | readonly Config[] {
  return config;
}
