import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One `.wast` file. */
export interface Script {
  /** Path in the folder, with `/`: `values/strings.wast`. */
  readonly name: string;
  readonly path: string;
}

/** All scripts under a folder, in the order of their names, or the one at this path; none where nothing is there. */
export function scriptsIn(path: string): readonly Script[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [{ name: basename(path), path }];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.wast'))
    .sort()
    .map((name) => ({ name, path: join(path, name) }));
}

export function textOf(script: Script): string {
  return readFileSync(script.path, 'utf8');
}
