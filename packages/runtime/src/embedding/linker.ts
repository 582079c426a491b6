import { LinkError } from '../errors/link-error.js';
import type { Problem } from '../errors/problem.js';
import type { Component } from '../component/component.js';
import { InstancePre } from '../instantiate/instance-pre.js';
import type { Instance } from '../instantiate/instance.js';
import type { InstantiateOptions } from '../instantiate/instantiate-options.js';
import { checkComponent, checkImportObject } from '../link/arguments.js';
import { LinkerInstance, type ImportObject } from '../link/linker-instance.js';
import { ImportResolution } from '../link/resolve-imports.js';
import { defineImportsAsTraps } from '../link/trap-imports.js';

export interface LinkerOptions {
  /** Whether a name may be defined again, in place of what it was. */
  readonly allowShadowing?: boolean;
}

/** What a host provides to components: names, and what they stand for. */
export class Linker {
  readonly #root: LinkerInstance;

  constructor(options: LinkerOptions = {}) {
    this.#root = new LinkerInstance('', options.allowShadowing ?? false);
  }

  /** What is provided at the root: functions and resources that worlds import by themselves. */
  root(): LinkerInstance {
    return this.#root;
  }

  /** The instance by this name, to define its items; can be opened again. */
  instance(name: string): LinkerInstance {
    return this.#root.instance(name);
  }

  /**
   * Defines an object of implementations: `{ 'ns:pkg/iface@1.2.3': { camelCaseFn, PascalCaseResource }, worldFn }`.
   *
   * @throws {LinkError} if a name is defined already and shadowing is not allowed.
   */
  define(imports: ImportObject): this {
    checkImportObject(imports);
    this.#root.provide(imports);
    for (const [name, members] of Object.entries(imports)) {
      if (typeof members === 'object' && members !== null) this.#root.instance(name).provide(members);
    }
    return this;
  }

  /**
   * Defines all that the component imports and that is not defined yet: functions that trap, resources that there are no
   * objects of, core modules and components whose functions trap.
   */
  defineUnknownImportsAsTraps(component: Component): this {
    checkComponent(component);
    defineImportsAsTraps(this.#root, component);
    return this;
  }

  /**
   * Resolves and type-checks every import of a component.
   *
   * @throws {LinkError} with every import that is missing or does not fit.
   */
  instantiatePre(component: Component): InstancePre {
    return this.instantiatePreWith(component, []);
  }

  /** @internal As `instantiatePre`, with problems that were found elsewhere in the same error. */
  instantiatePreWith(component: Component, problems: readonly Problem[]): InstancePre {
    checkComponent(component);
    const imports = new ImportResolution(component, this.#root);
    const all = [...imports.problems, ...problems];
    if (all.length > 0) throw new LinkError(all);
    return new InstancePre(component, imports);
  }

  /** As `instantiatePre`, and makes an instance. */
  async instantiate(component: Component, options?: InstantiateOptions): Promise<Instance> {
    return this.instantiatePre(component).instantiate(options);
  }
}
