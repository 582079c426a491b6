// Builds a JavaScript guest with componentize-js, generates bindings for its WIT, type-checks a host against them and
// runs it. `npm run e2e` builds the packages first. Exits with 1 when anything is otherwise than the host expects.
//
// package.json pins the jco that componentize-js brings along: the optional packages that a later jco wants for other
// platforms are not all published, and without them `npm ci` refuses the lockfile.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, here));
const typescript = path('../node_modules/typescript/bin/tsc');
const cli = path('../packages/bindgen/bin/wit-bindgen-ts.js');

/** Without these the component needs no WASI: it imports what its world imports, and nothing more. */
const disableFeatures = ['stdio', 'random', 'clocks', 'http', 'fetch-event'];

async function buildGuest() {
  // Only now: `npm ci` has just put it there.
  const { componentize } = await import('@bytecodealliance/componentize-js');
  const { component } = await componentize({
    sourcePath: path('guest/desk.js'),
    witWorld: readFileSync(path('world.wit'), 'utf8'),
    worldName: 'desk',
    disableFeatures,
  });
  mkdirSync(path('dist/'), { recursive: true });
  writeFileSync(path('dist/desk.wasm'), component);
  return `${(component.length / 1e6).toFixed(1)} MB`;
}

function run(command, ...parameters) {
  const { status, error } = spawnSync(command, parameters, { cwd: path('./'), stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} exited with ${status}`);
}

function runNode(...parameters) {
  run(process.execPath, ...parameters);
}

function runNpm(...parameters) {
  const npm = process.env.npm_execpath;
  if (npm) runNode(npm, ...parameters);
  else run('npm', ...parameters);
}

async function step(what, action) {
  const start = performance.now();
  console.log(`\n> ${what}`);
  const note = await action();
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s${note ? `, ${note}` : ''}`);
}

try {
  rmSync(path('dist/'), { recursive: true, force: true });
  rmSync(path('generated/'), { recursive: true, force: true });
  await step('install componentize-js', () => runNpm('ci', '--no-progress'));
  await step('build the guest', buildGuest);
  await step('generate bindings', () => runNode(cli, 'generate', 'world.wit', '--out-dir', 'generated'));
  await step('type-check the host', () => runNode(typescript, '-p', 'tsconfig.json'));
  await step('run the host', () => runNode('--enable-source-maps', 'dist/host/main.js'));
  console.log('\ne2e: passed');
} catch (error) {
  console.error(`\ne2e: failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
