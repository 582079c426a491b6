import {
  formatPackageName,
  interfaceKey,
  type InterfaceId,
  type Resolve,
  type TypeId,
  type World,
  type WorldId,
  type WorldItem,
} from '@wit-bindgen-ts/wit-parser';
import type { BindgenOptions } from '../options/bindgen-options.js';
import { ChosenOptions } from '../options/chosen-options.js';
import { componentKey, identityOf } from '../wit/interface-identity.js';
import { WitLookup } from '../wit/wit-lookup.js';
import { FilePaths } from './file-paths.js';
import { FileScope } from './file-scope.js';
import { importOptionsOf } from './import-options.js';
import type { Direction, TypePlan, WorldExport, WorldImport, WorldNames, WorldPlan } from './model.js';
import { nameWorldItems, type WorldItemNames } from './name-world-items.js';
import { NameScope } from './names/name-scope.js';
import { claimWorldNames, loweringsName } from './names/owner-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc, type FuncScopes, type FuncSource } from './plan-func.js';
import { InterfacePlanner } from './plan-interface.js';
import { claimClasses, planTypes } from './plan-types.js';

/** Settles every file and every name of a world's generated code. The world has passed `checkWorld`. */
export function planWorld(resolve: Resolve, id: WorldId, options: BindgenOptions = {}): WorldPlan {
  return new WorldPlanner(new WitLookup(resolve), id, options).plan();
}

class WorldPlanner {
  readonly #lookup: WitLookup;
  readonly #world: World;
  readonly #file: FileScope;
  readonly #interfaces: InterfacePlanner;
  readonly #names: WorldNames;
  readonly #itemNames: WorldItemNames;
  readonly #options: ChosenOptions;
  readonly #resultsAsValues: boolean;
  readonly #importScopes: FuncScopes = { members: new NameScope('member'), keys: new NameScope() };

  constructor(lookup: WitLookup, id: WorldId, options: BindgenOptions) {
    this.#lookup = lookup;
    this.#world = lookup.world(id);
    this.#options = new ChosenOptions(lookup, options);
    this.#resultsAsValues = options.results === 'value';
    const { name, exports } = this.#world;
    const paths = new FilePaths();
    const path = paths.world(name);
    this.#interfaces = new InterfacePlanner(
      lookup,
      paths,
      this.#options,
      interfacesByFullName(exports),
      name,
    );
    this.#file = new FileScope(path, lookup, (type) => this.#interfaces.fileOf(type, 'import'));
    this.#names = claimWorldNames(this.#file.names, this.#world.name);
    this.#itemNames = nameWorldItems(lookup, this.#world, this.#file);
  }

  plan(): WorldPlan {
    const world = this.#world;
    this.#reserveInterfaceKeys();
    const types = this.#planTypes();
    const imports = [...world.imports].flatMap(([key, item]) => this.#planImport(types, key, item));
    const exports = [...world.exports].flatMap(([key, item]) => this.#planExport(key, item));
    const code = this.#file.code.plan();
    return {
      source: `${formatPackageName(this.#lookup.package(world.package).name)}, world ${world.name}`,
      path: this.#file.path,
      docs: planDocs(world),
      witName: world.name,
      names: this.#names,
      uses: this.#file.uses,
      types,
      code,
      imports,
      exports,
      interfaces: this.#interfaces.all,
      importOptions: importOptionsOf(imports, this.#resultsAsValues),
    };
  }

  /** In the object of all imports, interfaces stand by the names that they have in a component. */
  #reserveInterfaceKeys(): void {
    for (const [key, item] of this.#world.imports) {
      if (item.kind === 'interface') this.#importScopes.members.reserve(this.#componentKey(item.id, key));
    }
  }

  #planTypes(): TypePlan[] {
    const items = [...this.#world.imports];
    const types = items.flatMap(([key, item]) => (item.kind === 'type' ? [[key, item.id] as const] : []));
    const scopes = this.#importScopes;
    return planTypes({
      ...this.#source('import'),
      types: types.map(([, id]) => id),
      functions: items.flatMap(([, item]) => (item.kind === 'function' ? item.function : [])),
      scopes,
      classes: claimClasses(this.#lookup, scopes.members, types),
    });
  }

  #source(direction: Direction): FuncSource {
    return { lookup: this.#lookup, file: this.#file, direction, options: this.#options };
  }

  #planImport(types: readonly TypePlan[], key: string, item: WorldItem): WorldImport[] {
    switch (item.kind) {
      case 'interface': {
        const local = nameFor(this.#itemNames.imports, key);
        return [
          {
            kind: 'interface',
            key: this.#componentKey(item.id, key),
            local,
            lowerings: loweringsName(local),
            plan: this.#interfaces.plan(item.id, 'import', key),
            docs: planDocs(item),
          },
        ];
      }
      case 'function':
        return item.function.kind.kind === 'freestanding'
          ? [{ kind: 'func', func: planFunc(this.#source('import'), this.#importScopes, item.function) }]
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
        const scopes = { members: new NameScope(), keys: new NameScope() };
        return [{ kind: 'func', func: planFunc(this.#source('export'), scopes, item.function), member }];
      }
      case 'type':
        return [];
    }
  }

  #componentKey(id: InterfaceId, key: string): string {
    return componentKey(identityOf(this.#lookup, id, key));
  }
}

/** Those that the world gives other names stand alone: nobody finds types there. */
function interfacesByFullName(items: World['exports']): Set<InterfaceId> {
  const ids = [...items].flatMap(([key, item]) =>
    item.kind === 'interface' && key === interfaceKey(item.id) ? item.id : [],
  );
  return new Set(ids);
}

function nameFor<T>(names: ReadonlyMap<string, T>, key: string): T {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`the item ${key} has no name`);
  return name;
}
