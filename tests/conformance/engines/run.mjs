// Runs `npm run conformance` in another Node, which has features of core WebAssembly that the oldest Node we support does
// not: `npm run conformance:engines -- DIR…`. Installs it from npm, here.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, here));

/** Where a package for this platform, if there is one, puts its Node. */
const platform = `${process.platform}-${process.arch}`;
const node = path(`node_modules/node24-${platform}/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

function run(command, parameters, options = {}) {
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}

function install() {
  const npm = process.env.npm_execpath;
  const parameters = ['ci', '--no-progress'];
  const status = npm
    ? run(process.execPath, [npm, ...parameters], { cwd: path('./') })
    : run('npm', parameters, { cwd: path('./') });
  if (status !== 0) throw new Error(`npm ci exited with ${status}`);
  if (!existsSync(node)) throw new Error(`npm has no Node 24 for ${platform}`);
}

try {
  install();
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\nin Node ${version}\n`);
  const loader = new URL('../../../tools/typescript-loader.mjs', here).href;
  process.exitCode = run(node, ['--import', loader, path('../wast/main.ts'), ...process.argv.slice(2)]);
} catch (error) {
  console.error(`conformance:engines: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
