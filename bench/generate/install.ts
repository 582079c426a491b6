import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What `jco` runs. */
export const jcoScript = path('./node_modules/@bytecodealliance/jco/dist/jco.js');

/**
 * Installs jco in this folder, unless what the lockfile says is there. What only its other commands load has a small
 * package in its place.
 */
export function installJco(): void {
  const installed = path('./node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path('./package-lock.json')).mtimeMs)
    return;
  console.log('Installing jco 1.35, some 110 MB, in bench/generate\n');
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? (['npm'] as const) : ([process.execPath, npm] as const);
  const parameters = [...first, 'ci', '--no-progress'];
  const { status, error } = spawnSync(command, parameters, {
    cwd: path('./'),
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} exited with ${status}`);
}
