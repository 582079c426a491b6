import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { Component, LinkError, type InstancePre, type Linker } from '@wit-bindgen-ts/runtime';
import { stubImports } from './stub-imports.js';
import { worldOptions } from './world-options.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const worlds = join(root, 'tests/codegen/worlds');

/** The class of a world, of whichever. */
interface WorldClass {
  pre(
    component: Component,
    imports: object,
  ): { readonly instancePre: InstancePre; instantiate(): Promise<object> };
  addToLinker(linker: Linker, imports: object): void;
}

/** A component of a world whose functions do nothing but trap, as the reference tools make it from the same WIT. */
async function dummyComponent(path: string): Promise<Component> {
  const wit = statSync(path).isDirectory() ? { witPath: path } : { witSource: readFileSync(path, 'utf8') };
  const { world, features } = worldOptions(basename(path, '.wit'));
  const core = await componentEmbed({
    ...wit,
    ...(world !== undefined && { world }),
    dummy: true,
    features: features === undefined ? { tag: 'all' } : { tag: 'list', val: [...features] },
  });
  const bytes = new Uint8Array(await componentNew(core));
  return await Component.compile(bytes, { features: { fixedLengthLists: true, errorContext: true } });
}

async function worldClassOf(name: string): Promise<WorldClass> {
  const folder = join(root, 'snapshots', name);
  const file = readdirSync(folder).find((entry) => entry.endsWith('.ts'));
  if (file === undefined) throw new Error(`${folder} has no world`);
  const exported = (await import(pathToFileURL(join(folder, file)).href)) as Readonly<
    Record<string, unknown>
  >;
  const found = Object.values(exported).find(isWorldClass);
  if (found === undefined) throw new Error(`${file} has no world`);
  return found;
}

function isWorldClass(value: unknown): value is WorldClass {
  return typeof value === 'function' && 'addToLinker' in value;
}

/** Worlds that cannot run until the runtime can do more, and why. */
const cannotRun = new Map([
  ['async-by-option.wit', 'the host provides this as an asynchronous function, which is not supported yet'],
  ['async-functions.wit', 'asynchronous functions are not supported yet'],
  ['error-context.wit', 'error-contexts are not supported yet'],
  ['futures.wit', 'futures are not supported yet'],
  ['streams.wit', 'streams are not supported yet'],
]);

async function instantiateDummy(entry: string): Promise<object> {
  const component = await dummyComponent(join(worlds, entry));
  const world = await worldClassOf(basename(entry, '.wit'));
  return await world.pre(component, stubImports(component.type)).instantiate();
}

describe('generated code', () => {
  const entries = readdirSync(worlds).filter((entry) => entry !== 'interfaces-only.wit');

  it.each(entries.filter((entry) => !cannotRun.has(entry)))(
    'accepts a component that the reference tools make from %s',
    async (entry) => {
      const component = await dummyComponent(join(worlds, entry));
      const world = await worldClassOf(basename(entry, '.wit'));
      const pre = world.pre(component, stubImports(component.type));
      expect(pre.instancePre.component).toBe(component);
      expect(await pre.instantiate()).toBeInstanceOf(world);
    },
  );

  it.each([...cannotRun])('cannot run %s yet: %s', async (entry, reason) => {
    await expect(instantiateDummy(entry)).rejects.toThrow(reason);
  });

  it('refuses a component of another world, with every difference', async () => {
    const component = await dummyComponent(join(worlds, 'no-imports.wit'));
    const world = await worldClassOf('flags');
    expect(() => world.pre(component, {})).toThrow(LinkError);
    expect(() => world.pre(component, {})).toThrow(/export codegen:flags\/access: /);
  });
});
