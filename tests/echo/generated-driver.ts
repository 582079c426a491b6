import { Component, type ImportObject, type Instance, type InstancePre } from '@wit-bindgen-ts/runtime';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { transform } from 'esbuild';
import { generate } from 'wit-bindgen-ts';
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

/** The code that is generated for a world: its class is called as a program does. */
export const generatedDriver: EchoDriver = {
  name: 'generated code',
  async open(world, component) {
    const { Echo } = await generatedModule(world);
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

/** The world has no interfaces, so that all of its code is one module. It is never written to a file. */
async function generatedModule(world: EchoWorld): Promise<EchoModule> {
  const { resolve, package: main, sources } = parseWit(witText(world), { features: 'all' });
  const files = await generate({ resolve, world: selectWorld(resolve, main), sources });
  const text = files.map((file) => file.text).join('');
  const { code } = await transform(text.replace(`'${runtime}'`, `'${import.meta.resolve(runtime)}'`), {
    loader: 'ts',
  });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as EchoModule;
}
