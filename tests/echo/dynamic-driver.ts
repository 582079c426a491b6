import { Component, Linker, type Func, type Instance } from '@wit-bindgen-ts/runtime';
import { Hosts, Token, type EchoDriver } from './driver.js';
import { liveName } from './echo-component.js';
import type { EchoWorld } from './echo-world.js';

/** The features that the standard gates, and that echo guests use. */
export const features = { fixedLengthLists: true };

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
      const hosts = new Hosts(world);
      const pre = new Linker()
        .define(hosts.imports)
        .instantiatePre(Component.compileSync(component, { features }));
      const instance = pre.instantiateSync();
      return {
        call(func, args, host) {
          hosts.use(func, host);
          return call(exportedFunc(instance, func.name), args);
        },
        live: () => livePieces(instance, world),
      };
    },
  };
}

/** How many pieces of its memory each guest of an instance has in use. */
export function livePieces(instance: Instance, { encodings }: EchoWorld): number[] {
  return encodings.map((_, guest) => Number(exportedFunc(instance, liveName(guest)).call()));
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
