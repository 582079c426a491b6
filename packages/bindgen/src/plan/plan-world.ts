import {
  formatPackageName,
  type Func,
  type InterfaceId,
  type Resolve,
  type TypeId,
  type World,
  type WorldId,
  type WorldItem,
} from '@wit-bindgen-ts/wit-parser';
import { componentKey, identityOf } from '../wit/interface-identity.js';
import { WitLookup } from '../wit/wit-lookup.js';
import { FilePaths } from './file-paths.js';
import { FileScope } from './file-scope.js';
import type { FuncPlan, TypePlan, WorldExport, WorldImport, WorldNames, WorldPlan } from './model.js';
import { nameWorldItems, type WorldItemNames } from './name-world-items.js';
import { NameScope } from './names/name-scope.js';
import { claimWorldNames } from './names/owner-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc } from './plan-func.js';
import { InterfacePlanner } from './plan-interface.js';
import { planTypes } from './plan-types.js';

/** Settles every file and every name of a world's generated code. The world has passed `checkWorld`. */
export function planWorld(resolve: Resolve, id: WorldId): WorldPlan {
  return new WorldPlanner(new WitLookup(resolve), id).plan();
}

class WorldPlanner {
  readonly #lookup: WitLookup;
  readonly #world: World;
  readonly #file: FileScope;
  readonly #interfaces: InterfacePlanner;
  readonly #names: WorldNames;
  readonly #itemNames: WorldItemNames;

  constructor(lookup: WitLookup, id: WorldId) {
    this.#lookup = lookup;
    this.#world = lookup.world(id);
    const paths = new FilePaths();
    const path = paths.world(this.#world.name);
    this.#interfaces = new InterfacePlanner(lookup, this.#world, paths);
    this.#file = new FileScope(path, lookup, (type) => this.#interfaces.fileOf(type, 'import'));
    this.#names = claimWorldNames(this.#file.names, this.#world.name);
    this.#itemNames = nameWorldItems(lookup, this.#world, this.#file);
  }

  plan(): WorldPlan {
    const world = this.#world;
    const types = this.#planTypes();
    const imports = [...world.imports].flatMap(([key, item]) => this.#planImport(types, key, item));
    const exports = [...world.exports].flatMap(([key, item]) => this.#planExport(key, item));
    return {
      source: `${formatPackageName(this.#lookup.package(world.package).name)}, world ${world.name}`,
      path: this.#file.path,
      docs: planDocs(world),
      witName: world.name,
      names: this.#names,
      uses: this.#file.uses,
      types,
      imports,
      exports,
      interfaces: this.#interfaces.all,
    };
  }

  #planTypes(): TypePlan[] {
    const items = [...this.#world.imports.values()];
    return planTypes({
      lookup: this.#lookup,
      file: this.#file,
      direction: 'import',
      types: items.flatMap((item) => (item.kind === 'type' ? item.id : [])),
      functions: items.flatMap((item) => (item.kind === 'function' ? item.function : [])),
      keys: new NameScope(),
    });
  }

  #planImport(types: readonly TypePlan[], key: string, item: WorldItem): WorldImport[] {
    switch (item.kind) {
      case 'interface':
        return [
          {
            kind: 'interface',
            key: this.#componentKey(item.id, key),
            local: nameFor(this.#itemNames.imports, key),
            plan: this.#interfaces.plan(item.id, 'import', key),
            docs: planDocs(item),
          },
        ];
      case 'function':
        return item.function.kind.kind === 'freestanding'
          ? [{ kind: 'func', func: this.#planFunc(item.function) }]
          : [];
      case 'type':
        return this.#planResourceImport(types, key, item.id);
    }
  }

  /** Other types than resources are no imports: they are part of the types of functions. */
  #planResourceImport(types: readonly TypePlan[], witName: string, id: TypeId): WorldImport[] {
    if (!this.#lookup.isResource(id)) return [];
    const name = this.#file.nameOf(id);
    const type = types.find((candidate) => candidate.name === name);
    return type?.kind === 'resource'
      ? [{ kind: 'resource', witName, type }]
      : [{ kind: 'used-resource', witName, name }];
  }

  #planExport(key: string, item: WorldItem): WorldExport[] {
    switch (item.kind) {
      case 'interface':
        return [
          {
            kind: 'interface',
            key: this.#componentKey(item.id, key),
            member: nameFor(this.#itemNames.members, key),
            local: nameFor(this.#itemNames.exports, key),
            plan: this.#interfaces.plan(item.id, 'export', key),
            docs: planDocs(item),
          },
        ];
      case 'function': {
        const member = nameFor(this.#itemNames.members, key);
        return [{ kind: 'func', func: this.#planFunc(item.function), member }];
      }
      case 'type':
        return [];
    }
  }

  #planFunc(func: Func): FuncPlan {
    return planFunc(this.#lookup, this.#file, new NameScope(), func);
  }

  #componentKey(id: InterfaceId, key: string): string {
    return componentKey(identityOf(this.#lookup, id, key));
  }
}

function nameFor<T>(names: ReadonlyMap<string, T>, key: string): T {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`the item ${key} has no name`);
  return name;
}
