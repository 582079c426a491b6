import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One `.wast` file of a folder of scripts. */
export interface Script {
  /** Path in the folder, with `/`: `values/strings.wast`. */
  readonly name: string;
  readonly path: string;
}

/** All scripts under a folder, in the order of their names; `undefined` when there is no such folder. */
export function scriptsIn(folder: string): readonly Script[] | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return names
    .filter((name) => name.endsWith('.wast'))
    .sort()
    .map((name) => ({ name, path: join(folder, name) }));
}

export function textOf(script: Script): string {
  return readFileSync(script.path, 'utf8');
}

/** The folder of a script: `values`. */
export function folderOf(name: string): string {
  return name.slice(0, -basename(name).length).replace(/\/$/, '') || '.';
}
