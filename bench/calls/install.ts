import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Installs both versions of jco in this folder, unless what the lockfile says is there. componentize-js, which the older
 * one wants and transpiling does not need, has a small package in its place.
 */
export function installOthers(): void {
  const installed = path('./node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path('./package-lock.json')).mtimeMs)
    return;
  console.log('Installing jco 1.35 and jco 1.9.1, some 120 MB, in bench/calls\n');
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? (['npm'] as const) : ([process.execPath, npm] as const);
  run(command, ...first, 'ci', '--no-progress');
}

/** Runs a program in this folder. */
export function run(command: string, ...parameters: readonly string[]): void {
  const { status, error } = spawnSync(command, parameters, {
    cwd: path('./'),
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} exited with ${status}`);
}
