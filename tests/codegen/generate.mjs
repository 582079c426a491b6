/**
 * Generates the code of every world of ours into `snapshots`, where it is reviewed: the worlds of this folder, of the
 * guests and of the examples. What a world is generated with, if not as all are, is in `world-options.json`. With `--check` it writes nothing, and fails if a snapshot is not up to date.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../packages/bindgen/dist/cli/run.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const snapshots = join(root, 'snapshots');
const check = process.argv.includes('--check');

/** Each world has a snapshot folder of its own. */
const worlds = new Map([
  ...entriesOf('tests/codegen/worlds').map((path) => [basename(path, '.wit'), path]),
  ...['tests/guests', 'examples'].flatMap((folder) =>
    entriesOf(folder)
      .filter((path) => existsSync(join(path, 'world.wit')))
      .map((path) => [basename(path), join(path, 'world.wit')]),
  ),
]);

const options = JSON.parse(readFileSync(join(root, 'tests/codegen/world-options.json'), 'utf8'));

process.chdir(root);
const terminal = { out: (text) => process.stdout.write(text), err: reportChanges };
for (const [name, path] of worlds) {
  const args = [
    'generate',
    relative(root, path),
    '--out-dir',
    `snapshots/${name}`,
    ...flagsOf(options[name]),
  ];
  const exitCode = await run(check ? [...args, '--check'] : args, terminal);
  if (exitCode !== 0) process.exitCode = exitCode;
}
for (const name of existsSync(snapshots) ? readdirSync(snapshots) : []) {
  if (!worlds.has(name)) removeStale(name);
}

/** All features, and the only world, unless it is said. */
function flagsOf({ world, features, flags = [] } = {}) {
  const chosen = world === undefined ? [] : ['--world', world];
  const gates = features === undefined ? ['--all-features'] : ['--features', features.join(',')];
  return [...chosen, ...gates, ...flags];
}

function entriesOf(folder) {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => join(root, folder, name));
}

function reportChanges(text) {
  if (!text.endsWith('up to date\n') || text.includes('wrote')) process.stderr.write(text);
}

/** The snapshot of a world that is gone. */
function removeStale(name) {
  if (check) {
    process.stderr.write(`- snapshots/${name}: no longer generated\n`);
    process.exitCode = 1;
  } else {
    rmSync(join(snapshots, name), { recursive: true });
    process.stdout.write(`removed snapshots/${name}\n`);
  }
}
