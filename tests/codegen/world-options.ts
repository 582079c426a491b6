import { readFileSync } from 'node:fs';

/** What a world of this folder is generated with, if not as all are: with all features, and as the only one. */
export interface WorldOptions {
  readonly world?: string;
  readonly features?: readonly string[];
  /** Of the command line. */
  readonly flags?: readonly string[];
}

const options = JSON.parse(readFileSync(new URL('world-options.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, WorldOptions>
>;

export function worldOptions(name: string): WorldOptions {
  return options[name] ?? {};
}
