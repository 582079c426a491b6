import type { ResourceType } from '../types/val-type.js';
import { Budget } from './budget.js';
import type { CoreDef, ExportEntry, ImportEntry, Initializer, Plan } from './plan.js';
import { prune } from './prune.js';
import { TypeTable } from './type-table.js';

/** The initializers that make a core function. */
type CoreFuncOp = Extract<
  Initializer,
  { readonly op: 'lower-import' | 'lower-lifted' | 'builtin' | `resource.${string}` }
>;

type ExtractOp = Extract<Initializer['op'], `extract-${string}`>;

/** The bytes of a core module, and where in the binary they begin. */
export interface CoreModuleBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly offset: number;
}

/** Collects the parts of a plan and numbers them. */
export class PlanBuilder {
  readonly budget = new Budget();
  readonly types = new TypeTable(this.budget);
  /** The core modules, which the plan refers to by their place here. */
  readonly modules: CoreModuleBytes[] = [];
  readonly #moduleIndices = new Map<Uint8Array<ArrayBuffer>, number>();
  readonly #resources: { name: string }[] = [];
  readonly #instances: (number | null)[] = [];
  readonly #initializers: Initializer[] = [];
  readonly #extracted = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  #imports = 0;

  /** A module is kept once, however often the component that defines it is instantiated. */
  module(bytes: Uint8Array<ArrayBuffer>, offset: number): number {
    let index = this.#moduleIndices.get(bytes);
    if (index === undefined) {
      index = this.modules.push({ bytes, offset }) - 1;
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

  /** Numbers a function, module or component that is imported, or that an imported component exports. */
  import(): number {
    return this.#imports++;
  }

  componentInstance(parent: number | null, offset: number): number {
    this.budget.spend('instances', 1, offset);
    return this.#instances.push(parent) - 1;
  }

  instantiateModule(
    step: Extract<Initializer, { readonly op: 'instantiate-module' }>,
    offset: number,
  ): number {
    this.budget.spend('instances', 1, offset);
    this.#add(step, offset);
    return this.#number('core-instance');
  }

  instantiateComponent(
    step: Extract<Initializer, { readonly op: 'instantiate-component' }>,
    offset: number,
  ): void {
    this.budget.spend('instances', 1, offset);
    this.#add(step, offset);
  }

  /** Extracts a core definition for canonical options; each one once. */
  extract(op: ExtractOp, core: CoreDef, offset: number): number {
    const key = `${op} ${core.kind === 'func' ? core.index : `${core.instance} ${core.name}`}`;
    let index = this.#extracted.get(key);
    if (index === undefined) {
      index = this.#number(op === 'extract-memory' ? 'memory' : 'extracted-func');
      this.#add({ op, core }, offset);
      this.#extracted.set(key, index);
    }
    return index;
  }

  lift(step: Extract<Initializer, { readonly op: 'lift' }>, offset: number): number {
    this.#add(step, offset);
    return this.#number('lifted');
  }

  defineResource(step: Extract<Initializer, { readonly op: 'define-resource' }>, offset: number): void {
    this.#add(step, offset);
  }

  /** A core function that an initializer makes. */
  coreFunc(step: CoreFuncOp, offset: number): CoreDef {
    this.#add(step, offset);
    return { kind: 'func', index: this.#number('core-func') };
  }

  finish(imports: readonly ImportEntry[], exports: readonly ExportEntry[]): Plan {
    const pruned = prune({ initializers: this.#initializers, exports });
    return {
      version: 2,
      types: this.types.types,
      funcTypes: this.types.funcTypes,
      resources: this.#resources,
      imports,
      instances: this.#instances,
      ...pruned,
    };
  }

  #add(step: Initializer, offset: number): void {
    this.budget.spend('definitions', 1, offset);
    this.#initializers.push(step);
  }

  #number(kind: string): number {
    const number = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, number + 1);
    return number;
  }
}
