import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { syntheticPackage } from '../wit/synthetic.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A world to generate bindings of; the only one of its package. */
export interface BenchWorld {
  readonly name: string;
  /** A WIT file, or a folder with `deps`. */
  readonly wit: string;
  /** A component of it, where there is one. */
  readonly component?: string;
}

export const hello: BenchWorld = {
  name: 'examples/hello',
  wit: join(root, 'examples/hello/world.wit'),
  component: join(root, 'examples/hello/guest/hello.wasm'),
};

/** WASI, from beside the repository; undefined where it is not there. */
export function wasi(version: '0.2' | '0.3'): BenchWorld | undefined {
  const wit = join(root, `../shared/conformance/wasi/http-${version}`);
  return existsSync(wit) ? { name: `WASI ${version} with HTTP`, wit } : undefined;
}

/** 100 interfaces of 40 declarations each. */
export function synthetic(): BenchWorld {
  const folder = fileURLToPath(new URL('./dist', import.meta.url));
  const wit = join(folder, 'synthetic.wit');
  mkdirSync(folder, { recursive: true });
  writeFileSync(wit, syntheticPackage(4000, 'many interfaces'));
  return { name: '100 synthetic interfaces', wit };
}

/** The worlds of the table of bytes. */
export function tableWorlds(): BenchWorld[] {
  const others = [wasi('0.2'), wasi('0.3')].filter((world) => world !== undefined);
  return [hello, ...guestWorlds(), ...others, ...ownWorlds()];
}

function guestWorlds(): BenchWorld[] {
  return entriesOf('tests/guests').flatMap((folder) => {
    const [wit, component] = [join(folder, 'world.wit'), join(folder, `${basename(folder)}.wasm`)];
    return existsSync(wit) ? [{ name: `tests/guests/${basename(folder)}`, wit, component }] : [];
  });
}

function ownWorlds(): BenchWorld[] {
  return entriesOf('tests/codegen/worlds').map((wit) => ({ name: basename(wit, '.wit'), wit }));
}

function entriesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((entry) => join(root, folder, entry));
}
