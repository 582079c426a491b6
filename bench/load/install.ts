import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Installs jco and componentize-js in this folder, unless what the lockfile says is there. */
export function installOthers(): void {
  const installed = path('./node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path('./package-lock.json')).mtimeMs)
    return;
  console.log('Installing jco and componentize-js, some 320 MB, in bench/load\n');
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? (['npm'] as const) : ([process.execPath, npm] as const);
  run(command, ...first, 'ci', '--no-progress');
}

/** The bytes of a component of 12 MB: a JavaScript guest together with an engine. It is built once and kept. */
export function largeComponent(): string {
  const file = path('./dist/desk.wasm');
  if (!existsSync(file)) {
    console.log('Building a component with componentize-js\n');
    run(process.execPath, 'build-large.mjs', file);
  }
  return file;
}

function run(command: string, ...parameters: readonly string[]): void {
  const { status, error } = spawnSync(command, parameters, { cwd: path('./'), stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} exited with ${status}`);
}
