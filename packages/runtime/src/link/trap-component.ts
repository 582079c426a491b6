import { hostResourceType, type HostResourceType } from '../call/host-items.js';
import { Component } from '../component/component.js';
import { planVersion } from '../component/clone.js';
import type { HostImport, ResolvedImports } from '../instantiate/imports.js';
import { InstancePre } from '../instantiate/instance-pre.js';
import type { ComponentTypeEntry, ExportEntry, ItemTypeEntry } from '../plan/plan.js';
import { coreModuleType } from '../plan/planned-types.js';
import { trapModule } from './trap-module.js';

/** What a name stands for that was made up, to trap when it is called. */
export type TrapFunction = (path: string) => HostImport;

/**
 * A component with the exports of a type, whose functions trap and whose resources there are no objects of. It needs no
 * imports. `undefined` where a core module among the exports cannot be made up.
 *
 * @param owner - the component whose types the type is made of
 */
export function trapComponent(
  owner: Component,
  type: ComponentTypeEntry,
  path: string,
  trap: TrapFunction,
): InstancePre | undefined {
  const exports = new TrapExports(trap);
  if (!exports.addAll(type.exports, null, path)) return undefined;
  const { types, funcTypes, resources } = owner.plan;
  const component = new Component(
    {
      version: planVersion,
      types,
      funcTypes,
      resources,
      imports: [],
      instances: [null],
      initializers: [],
      exports: exports.entries,
      components: [],
    },
    exports.modules,
    undefined,
  );
  const imports: ResolvedImports = {
    funcs: exports.funcs,
    modules: new Map(),
    components: new Map(),
    resources: new Map(resources.map((_, index) => [index, resourceOfNothing()])),
    identities: new Map(),
    providers: [],
  };
  return new InstancePre(component, imports);
}

/** The exports of a type as those of a plan. */
class TrapExports {
  readonly entries: ExportEntry[] = [];
  readonly funcs = new Map<number, HostImport>();
  readonly modules: WebAssembly.Module[] = [];
  readonly #trap: TrapFunction;

  constructor(trap: TrapFunction) {
    this.#trap = trap;
  }

  /** @returns whether all of them could be made up */
  addAll(items: readonly ItemTypeEntry[], parent: number | null, path: string): boolean {
    return items.every((item) => this.#add(item, parent, `${path}#${item.name}`));
  }

  #add(item: ItemTypeEntry, parent: number | null, path: string): boolean {
    switch (item.kind) {
      case 'func':
        this.entries.push({ ...item, parent, kind: 'imported-func', import: this.funcs.size });
        this.funcs.set(this.funcs.size, this.#trap(path));
        return true;
      case 'module': {
        const module = trapModule(coreModuleType(item.type));
        if (module === undefined) return false;
        this.entries.push({ ...item, parent, module: { kind: 'static', index: this.modules.length } });
        this.modules.push(module);
        return true;
      }
      case 'instance':
        this.entries.push({ name: item.name, parent, kind: 'instance' });
        return this.addAll(item.items, this.entries.length - 1, path);
      case 'component':
        this.entries.push({ ...item, parent, component: null });
        return true;
      default:
        this.entries.push({ ...item, parent });
        return true;
    }
  }
}

function resourceOfNothing(): HostResourceType {
  return hostResourceType(class {});
}
