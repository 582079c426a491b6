import type { LiftedFunction } from '../call/lifted-function.js';
import type { CoreFunction } from '../call/call-context.js';
import type { ErrStyle, HostFunction, HostResourceType } from '../call/host-items.js';
import type { LoweredImport } from '../call/lowered-function.js';
import type { RuntimeResource } from '../call/runtime-resource.js';
import type { Component } from '../component/component.js';
import type { ResourceType } from '../types/val-type.js';
import type { InstancePre } from './instance-pre.js';
import type { Instance } from './instance.js';

/** Everything that a component imports, found: by the numbers that its plan gives. */
export interface ResolvedImports {
  readonly funcs: ReadonlyMap<number, HostImport | ProvidedExport>;
  readonly modules: ReadonlyMap<number, WebAssembly.Module | ProvidedExport>;
  readonly components: ReadonlyMap<number, ImportedComponent | ProvidedExport>;
  /** By the place of the resource in the plan. */
  readonly resources: ReadonlyMap<number, HostResourceType | ProvidedExport>;
  /** What each resource is, to be compared with others: two that are the same object will be the same in every instance. */
  readonly identities: ReadonlyMap<number, ResourceType>;
  /** Components that are instantiated with each instance, for what it imports of their exports. */
  readonly providers: readonly Provider[];
}

/** A function of the host. The name is for messages. */
export interface HostImport {
  readonly kind: 'host';
  readonly name: string;
  readonly func: HostFunction;
  readonly errStyle: ErrStyle;
  /** How generated code lowers it, in place of `loweredImport`: for memories with 32-bit addresses only. */
  readonly lower?: (lowered: LoweredImport) => CoreFunction;
}

/** An export of another instance: a shared one, or that of the provider with this number. */
export interface ProvidedExport {
  readonly kind: 'export';
  readonly from: Instance | number;
  /** The place of the export in the plan. */
  readonly place: number;
}

export interface Provider {
  readonly name: string;
  readonly pre: InstancePre;
}

/** A component that another one imports, to instantiate it. An `InstancePre` has its own imports already. */
export type ImportedComponent = Component | InstancePre;

/** What one instance is given. Components that it instantiates itself add their exports. */
export interface RuntimeImports {
  readonly funcs: Map<number, RuntimeFunc>;
  readonly modules: Map<number, WebAssembly.Module>;
  readonly components: Map<number, ImportedComponent>;
  readonly resources: Map<number, RuntimeResource>;
}

/** A component function while it can be called: the host's, or that of a guest. */
export type RuntimeFunc = HostImport | { readonly kind: 'lifted'; readonly lifted: LiftedFunction };

/** @param providers - the instances of the providers, by their numbers */
export function runtimeImports(imports: ResolvedImports, providers: readonly Instance[]): RuntimeImports {
  const given = emptyImports();
  const stateOf = ({ from }: ProvidedExport) => (typeof from === 'number' ? providers[from] : from)?.state;
  for (const [index, source] of imports.funcs) {
    const func = source.kind === 'host' ? source : stateOf(source)?.exportedFunc(source.place);
    if (func !== undefined) given.funcs.set(index, func);
  }
  for (const [index, source] of imports.modules) {
    const module = 'kind' in source ? stateOf(source)?.exportedModule(source.place) : source;
    if (module !== undefined) given.modules.set(index, module);
  }
  for (const [index, source] of imports.resources) {
    const resource = source.kind === 'export' ? stateOf(source)?.exportedResource(source.place) : source;
    if (resource !== undefined) given.resources.set(index, resource);
  }
  for (const [index, source] of imports.components) {
    const component = 'kind' in source ? stateOf(source)?.exportedComponent(source.place) : source;
    if (component !== undefined) given.components.set(index, component);
  }
  return given;
}

export function emptyImports(): RuntimeImports {
  return { funcs: new Map(), modules: new Map(), components: new Map(), resources: new Map() };
}
