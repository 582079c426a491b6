import type { Component } from '../component/component.js';
import type { ResolvedImports } from '../link/resolve-imports.js';
import { Instance } from './instance.js';
import { runInitializers, runInitializersSync } from './run-initializers.js';

/** A component with its imports resolved and checked, ready to be instantiated any number of times. */
export class InstancePre {
  readonly component: Component;
  readonly #imports: ResolvedImports;

  /** @internal */
  constructor(component: Component, imports: ResolvedImports) {
    this.component = component;
    this.#imports = imports;
  }

  /**
   * Makes an instance. Instances of one `InstancePre` share the compiled core modules and nothing else.
   *
   * @throws {Trap} if a start function of the guest traps.
   */
  async instantiate(): Promise<Instance> {
    const instance = new Instance(this, this.#imports);
    await runInitializers(instance.state);
    return instance;
  }

  /** As `instantiate`, at once. Browsers refuse this for large core modules outside of workers. */
  instantiateSync(): Instance {
    const instance = new Instance(this, this.#imports);
    runInitializersSync(instance.state);
    return instance;
  }
}
