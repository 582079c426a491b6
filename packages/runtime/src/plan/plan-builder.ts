import type { ResourceType } from '../types/val-type.js';
import type { ValidComponent } from '../validate/valid-component.js';
import type { Budget } from './budget.js';
import type { Frame } from './frame.js';
import type { ComponentItem } from './items.js';
import type { ComponentRef, CoreDef, ExportEntry, ImportEntry, Initializer, Plan } from './plan.js';
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

/** The core modules of a binary, which plans refer to by their place here. Each is kept once. */
export class CoreModuleList {
  readonly modules: CoreModuleBytes[] = [];
  readonly #indices = new Map<Uint8Array<ArrayBuffer>, number>();

  indexOf(bytes: Uint8Array<ArrayBuffer>, offset: number): number {
    let index = this.#indices.get(bytes);
    if (index === undefined) {
      index = this.modules.push({ bytes, offset }) - 1;
      this.#indices.set(bytes, index);
    }
    return index;
  }
}

/** What the plans of one binary share. */
export interface Planning {
  readonly budget: Budget;
  readonly modules: CoreModuleList;
  /** Plans a component by itself that is defined in another. */
  readonly planInside: (component: ValidComponent, outer: Frame) => Plan;
}

/** Collects the parts of a plan and numbers them. */
export class PlanBuilder {
  readonly budget: Budget;
  readonly types: TypeTable;
  readonly #planning: Planning;
  readonly #components: Plan[] = [];
  readonly #componentIndices = new Map<ComponentItem, number>();
  readonly #resources: { name: string }[] = [];
  readonly #instances: (number | null)[] = [];
  readonly #initializers: Initializer[] = [];
  readonly #extracted = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  #imports = 0;

  constructor(planning: Planning) {
    this.#planning = planning;
    this.budget = planning.budget;
    this.types = new TypeTable(planning.budget);
  }

  module(bytes: Uint8Array<ArrayBuffer>, offset: number): number {
    return this.#planning.modules.indexOf(bytes, offset);
  }

  /** A component that is given away whole. */
  component(item: ComponentItem): ComponentRef {
    const { source } = item;
    if (source.kind === 'import') return source;
    let index = this.#componentIndices.get(item);
    if (index === undefined) {
      index = this.#components.push(this.#planning.planInside(source.component, source.outer)) - 1;
      this.#componentIndices.set(item, index);
    }
    return { kind: 'static', index };
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
      components: this.#components,
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
