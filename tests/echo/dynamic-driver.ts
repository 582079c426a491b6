import { Component, Linker, type Func, type ImportObject, type Instance } from '@wit-bindgen-ts/runtime';
import { Token, type EchoDriver, type Host } from './driver.js';
import { liveName } from './echo-component.js';
import type { EchoWorld } from './echo-world.js';

/** The features that the standard gates, and that echo guests use. */
const features = { fixedLengthLists: true };

/** `Func.call` */
export const dynamicDriver: EchoDriver = {
  name: 'the dynamic path',
  open(world, component) {
    const hosts = new Map<string, Host>();
    const pre = new Linker()
      .define(importsOf(world, hosts))
      .instantiatePre(Component.compileSync(component, { features }));
    const instance = pre.instantiateSync();
    return {
      call({ name }, args, host) {
        hosts.set(name, host);
        return exportedFunc(instance, name).call(...args);
      },
      live: () => world.encodings.map((_, guest) => Number(exportedFunc(instance, liveName(guest)).call())),
    };
  },
};

function importsOf({ functions }: EchoWorld, hosts: ReadonlyMap<string, Host>): ImportObject {
  const imports = functions.map(({ name }) => {
    const host: Host = (...args) => {
      const current = hosts.get(name);
      if (current === undefined) throw new Error(`nothing is behind ${name}`);
      return current(...args);
    };
    return [name, host] as const;
  });
  return { Token, ...Object.fromEntries(imports) };
}

function exportedFunc(instance: Instance, name: string): Func {
  const func = instance.getFunc(name);
  if (func === undefined) throw new Error(`there is no function ${name}`);
  return func;
}
