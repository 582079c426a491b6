import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { syntheticPackage } from '../wit/synthetic.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A world to generate bindings of. */
export interface BenchWorld {
  readonly name: string;
  /** In its package; only where that has several. */
  readonly world?: string;
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

/** Whether a world of the table stands beside the repository, so that it may be missing. */
export function isBeside(name: string): boolean {
  return name.startsWith('WASI ');
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
export async function tableWorlds(): Promise<BenchWorld[]> {
  const others = [wasi('0.2'), wasi('0.3')].filter((world) => world !== undefined);
  const packages = [hello, ...guestWorlds(), ...others, ...ownPackages()];
  return (await Promise.all(packages.map(worldsOf))).flat();
}

async function worldsOf(only: BenchWorld): Promise<BenchWorld[]> {
  const { resolve, package: main } = await loadWit(only.wit, { features: 'all' });
  const worlds = [...(resolve.packages[main]?.worlds.keys() ?? [])];
  return worlds.length === 1
    ? [only]
    : worlds.map((world) => ({ ...only, name: `${only.name}, world ${world}`, world }));
}

function guestWorlds(): BenchWorld[] {
  return entriesOf('tests/guests').flatMap((folder) => {
    const [wit, component] = [join(folder, 'world.wit'), join(folder, `${basename(folder)}.wasm`)];
    return existsSync(wit) ? [{ name: `tests/guests/${basename(folder)}`, wit, component }] : [];
  });
}

function ownPackages(): BenchWorld[] {
  return entriesOf('tests/codegen/worlds').map((wit) => ({ name: basename(wit, '.wit'), wit }));
}

function entriesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((entry) => join(root, folder, entry));
}
