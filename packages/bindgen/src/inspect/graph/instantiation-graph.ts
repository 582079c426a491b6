import type {
  CoreDef,
  ExportEntry,
  ImportEntry,
  Initializer,
  ItemRef,
  ModuleRef,
  PlannedComponent,
} from '@wit-bindgen-ts/runtime/structure';
import { bytesText } from '../bytes-text.js';
import type { ComponentPart } from '../inspection.js';
import { GraphBuilder, type Graph, type GraphGroup } from './graph.js';
import { placesOf, type PlaceOfModule } from './module-places.js';

type Op<Name extends Initializer['op']> = Extract<Initializer, { readonly op: Name }>;

/** Something that a node provides. */
interface Source {
  readonly node: number | undefined;
  readonly name: string;
}

/** Draws the plan of a component's instantiation. */
export function instantiationGraph(planned: PlannedComponent, structure: ComponentPart): Graph {
  return new PlanWalk(planned, structure).draw();
}

/** Goes through the initializers in their order, as the runtime does. */
class PlanWalk {
  readonly #planned: PlannedComponent;
  readonly #places: ReadonlyMap<number, PlaceOfModule>;
  readonly #structure: ComponentPart;
  readonly #graph = new GraphBuilder();
  /** By number, as initializers name them. */
  readonly #imports: Source[] = [];
  readonly #coreInstances: number[] = [];
  readonly #coreFuncs: Source[] = [];
  readonly #lifted: Source[] = [];
  readonly #groupLabels = new Map<number, string>();

  constructor(planned: PlannedComponent, structure: ComponentPart) {
    this.#planned = planned;
    this.#structure = structure;
    this.#places = placesOf(structure);
  }

  draw(): Graph {
    const { plan } = this.#planned;
    for (const entry of plan.imports) {
      if (leaves(entry).length === 0) continue;
      const node = this.#graph.node('import', entry.name);
      this.#addImports(node, entry);
    }
    for (const initializer of plan.initializers) this.#initialize(initializer);
    this.#addExports(plan.exports);
    return { nodes: this.#graph.nodes, edges: this.#graph.edges, groups: this.#groups() };
  }

  #addImports(node: number, entry: ImportEntry): void {
    for (const { name, number } of leaves(entry)) this.#imports[number] = { node, name };
  }

  #initialize(initializer: Initializer): void {
    switch (initializer.op) {
      case 'instantiate-module':
        return this.#instantiateModule(initializer);
      case 'instantiate-component':
        return this.#instantiateComponent(initializer);
      case 'lift':
        this.#lifted.push(this.#source(initializer.core));
        return;
      case 'lower-import':
        this.#coreFuncs.push(this.#imports[initializer.import] ?? unknown);
        return;
      case 'lower-lifted':
        this.#coreFuncs.push(this.#lifted[initializer.lifted] ?? unknown);
        return;
      case 'builtin':
        this.#coreFuncs.push({ node: undefined, name: initializer.name });
        return;
      case 'resource.new':
      case 'resource.drop':
      case 'resource.rep':
        this.#coreFuncs.push({ node: undefined, name: initializer.op });
        return;
      default:
    }
  }

  #instantiateModule({ module, args, instance }: Op<'instantiate-module'>): void {
    const { label, detail, component } = this.#moduleText(module);
    const node = this.#graph.node('core-instance', label, {
      ...(detail !== undefined && { detail }),
      group: instance,
    });
    if (component !== undefined && !this.#groupLabels.has(instance))
      this.#groupLabels.set(instance, component);
    this.#coreInstances.push(node);
    if (module.kind === 'import') this.#graph.edge(this.#imports[module.index]?.node, node, 'core module');
    for (const each of args) {
      if ('instance' in each) this.#graph.edge(this.#coreInstances[each.instance], node, each.module);
      else for (const [name, def] of each.items) this.#feed(def, node, name);
    }
  }

  /** Core names are a tool's own; where there is a name that WIT has, that says more. */
  #feed(def: CoreDef, node: number, name: string): void {
    const source = this.#source(def);
    this.#graph.edge(source.node, node, def.kind === 'func' ? source.name : name);
  }

  #instantiateComponent({ component, instance, args, exports }: Op<'instantiate-component'>): void {
    const source = this.#imports[component] ?? unknown;
    const node = this.#graph.node('imported-component', `an instance of ${source.name}`, { group: instance });
    this.#graph.edge(source.node, node, 'component');
    for (const [name, item] of args) this.#feedItem(item, node, name);
    for (const entry of exports) this.#addImports(node, entry);
  }

  #feedItem(item: ItemRef, node: number, name: string): void {
    switch (item.kind) {
      case 'func':
        return this.#graph.edge(this.#lifted[item.lifted]?.node, node, name);
      case 'imported-func':
        return this.#graph.edge(this.#imports[item.import]?.node, node, name);
      case 'component':
        if (item.component.kind === 'import')
          this.#graph.edge(this.#imports[item.component.index]?.node, node, name);
        return;
      case 'module':
        if (item.module.kind === 'import')
          this.#graph.edge(this.#imports[item.module.index]?.node, node, name);
        return;
      case 'instance':
        for (const [, each] of item.items) this.#feedItem(each, node, name);
        return;
      case 'resource':
    }
  }

  #source(def: CoreDef): Source {
    if (def.kind === 'func') return this.#coreFuncs[def.index] ?? unknown;
    return { node: this.#coreInstances[def.instance], name: def.name };
  }

  /** One node for each export of the root, with an edge from all that is in it. */
  #addExports(entries: readonly ExportEntry[]): void {
    const nodes: number[] = [];
    for (const entry of entries) {
      const parent = entry.parent === null ? undefined : nodes[entry.parent];
      const node = parent ?? this.#graph.node('export', entry.name);
      nodes.push(node);
      this.#feedExport(entry, node);
    }
  }

  #feedExport(entry: ExportEntry, node: number): void {
    if (entry.kind === 'func') this.#graph.edge(this.#lifted[entry.lifted]?.node, node, entry.name);
    else if (entry.kind === 'imported-func')
      this.#graph.edge(this.#imports[entry.import]?.node, node, entry.name);
    else if (entry.kind === 'module' && entry.module.kind === 'import')
      this.#graph.edge(this.#imports[entry.module.index]?.node, node, 'core module');
  }

  #moduleText(module: ModuleRef): { label: string; detail?: string; component?: string | undefined } {
    if (module.kind === 'import')
      return { label: `an instance of ${this.#imports[module.index]?.name ?? ''}` };
    const place = this.#places.get(this.#planned.modules[module.index]?.offset ?? -1);
    const label = place?.module.name ?? `core module ${module.index}`;
    if (place === undefined) return { label };
    return { label, detail: bytesText(place.module.bytes), component: place.component.name ?? undefined };
  }

  #groups(): GraphGroup[] {
    return this.#planned.plan.instances.map((parent, index) => {
      const unnamed = index === 0 ? (this.#structure.name ?? 'the component') : `component instance ${index}`;
      return { label: this.#groupLabels.get(index) ?? unnamed, parent: parent ?? undefined };
    });
  }
}

const unknown: Source = { node: undefined, name: '' };

/** The numbered items of an import. */
function leaves(entry: ImportEntry): { readonly name: string; readonly number: number }[] {
  if (entry.kind === 'instance') return entry.items.flatMap(leaves);
  return 'import' in entry ? [{ name: entry.name, number: entry.import }] : [];
}
