import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Component, Instance } from '@wit-bindgen-ts/runtime';
import { generate } from 'wit-bindgen-ts';
import { decodeWit } from '../../../../packages/bindgen/src/inspect/decode-wit.js';
import { camelCase } from '../../../../packages/runtime/src/names/case.js';
import { WorkFolder } from '../../../harness/work-folder.js';
import { dynamicCallees, type Callee, type Callees } from '../callee.js';
import { binaryOf } from '../compile.js';
import { calls } from './observed-runtime.js';

/** What is generated for a component: its world has no name, so it is called `root`. */
interface GeneratedModule {
  readonly Root: new (instance: Instance) => object;
}

const codegen = '@wit-bindgen-ts/runtime/codegen/v1';
const observed = new URL('observed-runtime.ts', import.meta.url).href;

/**
 * Calls the functions of an instance through code that is generated for its component, from its binary alone: as
 * `wit-bindgen-ts generate component.wasm` does. The files are in a folder of their own, which is to be removed.
 */
export class GeneratedCallees implements Callees {
  readonly #folder: WorkFolder;
  readonly #modules = new Map<Component, Promise<GeneratedModule>>();
  readonly #bound = new WeakMap<Instance, object>();

  private constructor(folder: WorkFolder) {
    this.#folder = folder;
  }

  static async create(): Promise<GeneratedCallees> {
    return new GeneratedCallees(await WorkFolder.create());
  }

  /** How many calls went through generated code so far, and how many it left to the dynamic path. */
  get calls(): Readonly<typeof calls> {
    return { ...calls };
  }

  async remove(): Promise<void> {
    await this.#folder.remove();
  }

  async find(instance: Instance, name: string): Promise<Callee> {
    const { type } = await dynamicCallees.find(instance, name);
    const world = await this.worldOf(instance);
    const method: unknown = Reflect.get(world, camelCase(name));
    if (typeof method !== 'function') throw new Error(`nothing is generated for the function ${name}`);
    return { type, call: (...args): unknown => Reflect.apply(method, world, args) };
  }

  /** The instance as an object of the class that is generated for its component. */
  async worldOf(instance: Instance): Promise<object> {
    let world = this.#bound.get(instance);
    if (world === undefined) {
      const { Root } = await this.#moduleOf(instance.instancePre.component);
      world = new Root(instance);
      this.#bound.set(instance, world);
    }
    return world;
  }

  async #moduleOf(component: Component): Promise<GeneratedModule> {
    let generated = this.#modules.get(component);
    if (generated === undefined) {
      generated = this.#generate(component, `component-${this.#modules.size}`);
      this.#modules.set(component, generated);
    }
    return await generated;
  }

  async #generate(component: Component, folder: string): Promise<GeneratedModule> {
    const { resolve, package: main } = decodeWit(binaryOf(component));
    const world = resolve.packages[main]?.worlds.get('root');
    if (world === undefined) throw new Error('the component has no world');
    for (const { path, text } of await generate({ resolve, world }))
      await this.#folder.write(join(folder, path), text.replaceAll(`'${codegen}'`, `'${observed}'`));
    return (await import(pathToFileURL(join(this.#folder.path, folder, 'root.ts')).href)) as GeneratedModule;
  }
}
