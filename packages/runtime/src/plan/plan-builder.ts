import { compileErrorAt } from '../errors/compile-error.js';
import type { ResourceType } from '../types/val-type.js';
import type { CoreDef, ExportEntry, ImportEntry, Initializer, Plan } from './plan.js';
import { TypeTable } from './type-table.js';

/** Components and modules can be instantiated over and over, which multiplies: this bounds what that comes to. */
const MAX_INSTANCES = 1_000;

/** Collects the parts of a plan and numbers them. */
export class PlanBuilder {
  readonly types = new TypeTable();
  /** The bytes of the core modules, which the plan refers to by their place here. */
  readonly modules: Uint8Array<ArrayBuffer>[] = [];
  readonly #moduleIndices = new Map<Uint8Array<ArrayBuffer>, number>();
  readonly #resources: { name: string }[] = [];
  readonly #instances: (number | null)[] = [];
  readonly #initializers: Initializer[] = [];
  readonly #extracted = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  #imports = 0;

  module(bytes: Uint8Array<ArrayBuffer>): number {
    let index = this.#moduleIndices.get(bytes);
    if (index === undefined) {
      index = this.modules.push(bytes) - 1;
      this.#moduleIndices.set(bytes, index);
    }
    return index;
  }

  resource(name: string): ResourceType {
    const resource = { name };
    return { kind: 'resource', name, index: this.#resources.push(resource) - 1 };
  }

  /** A resource that a component defines has no name until it is exported; the first one stays. */
  nameResource({ index }: ResourceType, name: string): void {
    const resource = this.#resources[index];
    if (resource?.name === '') resource.name = name;
  }

  /** Numbers a function or module that the root imports. */
  import(): number {
    return this.#imports++;
  }

  componentInstance(parent: number | null, offset: number): number {
    this.#bound(this.#instances.length, offset);
    return this.#instances.push(parent) - 1;
  }

  instantiateModule(
    step: Extract<Initializer, { readonly op: 'instantiate-module' }>,
    offset: number,
  ): number {
    const index = this.#number('core-instance');
    this.#bound(index, offset);
    this.#initializers.push(step);
    return index;
  }

  /** Extracts a core definition for canonical options; each one once. */
  extract(op: 'extract-memory' | 'extract-realloc' | 'extract-post-return', core: CoreDef): number {
    const key = `${op} ${JSON.stringify(core)}`;
    let index = this.#extracted.get(key);
    if (index === undefined) {
      index = this.#number(op === 'extract-memory' ? 'memory' : 'extracted-func');
      this.#initializers.push({ op, core });
      this.#extracted.set(key, index);
    }
    return index;
  }

  lift(step: Extract<Initializer, { readonly op: 'lift' }>): number {
    this.#initializers.push(step);
    return this.#number('lifted');
  }

  defineResource(step: Extract<Initializer, { readonly op: 'define-resource' }>): void {
    this.#initializers.push(step);
  }

  /** A core function that an initializer makes. */
  coreFunc(
    step: Extract<Initializer, { readonly op: 'lower-import' | 'lower-lifted' | `resource.${string}` }>,
  ): CoreDef {
    this.#initializers.push(step);
    return { kind: 'func', index: this.#number('core-func') };
  }

  finish(imports: readonly ImportEntry[], exports: readonly ExportEntry[]): Plan {
    return {
      version: 1,
      types: this.types.types,
      funcTypes: this.types.funcTypes,
      resources: this.#resources,
      imports,
      instances: this.#instances,
      initializers: this.#initializers,
      exports,
    };
  }

  #number(kind: string): number {
    const number = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, number + 1);
    return number;
  }

  #bound(count: number, offset: number): void {
    if (count < MAX_INSTANCES) return;
    throw compileErrorAt(
      'too-many-instances',
      offset,
      `the component makes more than ${MAX_INSTANCES} instances`,
    );
  }
}
