import type { Component } from '../component/component.js';
import type { ResolvedImports } from './imports.js';
import type { Instance } from './instance.js';
import { instantiate, instantiateSync } from './instantiate.js';
import type { InstantiateOptions } from './instantiate-options.js';

/** A component with its imports resolved and checked, ready to be instantiated any number of times. */
export class InstancePre {
  readonly component: Component;
  /** @internal */
  readonly imports: ResolvedImports;

  /** @internal */
  constructor(component: Component, imports: ResolvedImports) {
    this.component = component;
    this.imports = imports;
  }

  /**
   * Makes an instance. Instances of one `InstancePre` share the compiled core modules and nothing else.
   *
   * @throws {Trap} if a start function of the guest traps.
   * @throws {LinkError} if the engine refuses what a core module is given, with the core instance.
   */
  async instantiate(options?: InstantiateOptions): Promise<Instance> {
    return instantiate(this, options);
  }

  /** As `instantiate`, at once. Browsers refuse this for large core modules outside of workers. */
  instantiateSync(options?: InstantiateOptions): Instance {
    return instantiateSync(this, options);
  }
}
