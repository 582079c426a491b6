import { Component, Linker, type Func, type ImportObject, type Instance } from '@wit-bindgen-ts/runtime';
import { Token, type EchoDriver, type Host } from './driver.js';
import { liveName } from './echo-component.js';
import type { EchoWorld } from './echo-world.js';

/** The features that the standard gates, and that echo guests use. */
const features = { fixedLengthLists: true };

/** `Func.call` */
export const dynamicDriver = driver('Func.call', (func, args) => func.call(...args));

/** `Func.callDeferred`, whose result is copied before post-return runs: after that there is something else. */
export const deferredDriver = driver('Func.callDeferred', (func, args) => {
  const deferred = func.callDeferred(...args);
  const value = copyOf(deferred.value);
  deferred.postReturn();
  return value;
});

function driver(name: string, call: (func: Func, args: readonly unknown[]) => unknown): EchoDriver {
  return {
    name,
    open(world, component) {
      const hosts = new Map<string, Host>();
      const pre = new Linker()
        .define(importsOf(world, hosts))
        .instantiatePre(Component.compileSync(component, { features }));
      const instance = pre.instantiateSync();
      return {
        call(func, args, host) {
          hosts.set(func.name, host);
          return call(exportedFunc(instance, func.name), args);
        },
        live: () => world.encodings.map((_, guest) => Number(exportedFunc(instance, liveName(guest)).call())),
      };
    },
  };
}

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

/** A value that shares no memory with the other; objects of resources are what they are. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Token) return value;
  // Every typed array has it; a structured clone would be one of the whole memory.
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, part]) => [key, copyOf(part)]));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}
