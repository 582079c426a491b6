import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Component, type ImportObject, type Instance, type InstancePre } from '@wit-bindgen-ts/runtime';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';
import { WorkFolder } from '../harness/work-folder.js';
import { Hosts, type EchoDriver } from './driver.js';
import { features, livePieces } from './dynamic-driver.js';
import type { EchoWorld } from './echo-world.js';
import { witText } from './wit-text.js';

/** What is generated for a world that is called `echo`. */
interface EchoModule {
  readonly Echo: {
    pre(component: Component, imports: ImportObject): { readonly instancePre: InstancePre };
    new (instance: Instance): object;
  };
}

/** Generating takes longer than all else: a world that is opened again has its code. */
const modules = new WeakMap<EchoWorld, Promise<EchoModule>>();

/** The code that is generated for a world: its class is called as a program does. */
export const generatedDriver: EchoDriver = {
  name: 'generated code',
  async open(world, component) {
    const generated = modules.get(world) ?? generatedModule(world);
    modules.set(world, generated);
    const { Echo } = await generated;
    const hosts = new Hosts(world);
    const { instancePre } = Echo.pre(Component.compileSync(component, { features }), hosts.imports);
    const instance = instancePre.instantiateSync();
    const echo = new Echo(instance);
    return {
      call(func, args, host) {
        hosts.use(func, host);
        const method: unknown = Reflect.get(echo, func.name);
        if (typeof method !== 'function') throw new Error(`there is no method ${func.name}`);
        const result: unknown = Reflect.apply(method, echo, args);
        return result;
      },
      live: () => livePieces(instance, world),
    };
  },
};

const runtime = '@wit-bindgen-ts/runtime/codegen/v1';
const found = new URL('../harness/codegen-runtime.ts', import.meta.url).href;

/** The world has no interfaces, so that all of its code is one module: a file for as long as it takes to import it. */
async function generatedModule(world: EchoWorld): Promise<EchoModule> {
  const { resolve, package: main, sources } = parseWit(witText(world), { features: 'all' });
  const files = await generate({ resolve, world: selectWorld(resolve, main), sources });
  const text = files.map((file) => file.text).join('');
  const folder = await WorkFolder.create({ 'echo.ts': text.replace(`'${runtime}'`, `'${found}'`) });
  try {
    return (await import(pathToFileURL(join(folder.path, 'echo.ts')).href)) as EchoModule;
  } finally {
    await folder.remove();
  }
}
