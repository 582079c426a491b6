import {
  formatPackageName,
  type Func,
  type Resolve,
  type Span,
  type World,
  type WorldId,
  type WorldItem,
} from '@wit-bindgen-ts/wit-parser';
import { camelCase } from '../wit/casing.js';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { componentKey, identityOf, type InterfaceIdentity } from '../wit/interface-identity.js';
import { WitLookup } from '../wit/wit-lookup.js';
import { FilePaths } from './file-paths.js';
import { FileScope } from './file-scope.js';
import type { TypePlan, WorldExport, WorldImport, WorldNames, WorldPlan } from './model.js';
import { InterfaceNaming } from './names/interface-names.js';
import { NameScope } from './names/name-scope.js';
import { claimWorldNames, interfaceNames } from './names/owner-names.js';
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
  readonly #identities = new Map<number, InterfaceIdentity>();
  readonly #locals = new InterfaceNaming();
  readonly #memberNaming = new InterfaceNaming();
  readonly #importKeys = new NameScope();
  readonly #members = new NameScope('worldMember');

  constructor(lookup: WitLookup, id: WorldId) {
    this.#lookup = lookup;
    this.#world = lookup.world(id);
    const paths = new FilePaths();
    const path = paths.world(this.#world.name);
    this.#interfaces = new InterfacePlanner(lookup, this.#world, paths);
    this.#file = new FileScope(path, lookup, (type) => this.#interfaces.fileOf(type, 'import'));
    this.#names = claimWorldNames(this.#file.names, this.#world.name);
  }

  plan(): WorldPlan {
    const types = this.#planTypes();
    const { imports, exports } = this.#planItems(types);
    return {
      source: `${formatPackageName(this.#lookup.package(this.#world.package).name)}, world ${this.#world.name}`,
      path: this.#file.path,
      docs: planDocs(this.#world),
      witName: this.#world.name,
      names: this.#names,
      uses: this.#file.uses,
      types,
      imports,
      exports,
      interfaces: this.#interfaces.all,
    };
  }

  #planTypes(): TypePlan[] {
    const items = [...this.#world.imports];
    return planTypes({
      lookup: this.#lookup,
      file: this.#file,
      direction: 'import',
      types: new Map(items.flatMap(([key, item]) => (item.kind === 'type' ? [[key, item.id]] : []))),
      functions: items.flatMap(([, item]) => (item.kind === 'function' ? item.function : [])),
      keys: this.#importKeys,
    });
  }

  /** Items get their names in the order of their declaration, and keep the order that the world gives them. */
  #planItems(types: readonly TypePlan[]): Pick<WorldPlan, 'imports' | 'exports'> {
    const world = this.#world;
    const imports = new Map<string, WorldImport[]>();
    const exports = new Map<string, WorldExport[]>();
    const planners = [
      ...[...world.imports].map(([key, item]) => ({
        span: spanOf(item),
        plan: () => imports.set(key, this.#planImport(types, key, item)),
      })),
      ...[...world.exports].map(([key, item]) => ({
        span: spanOf(item),
        plan: () => exports.set(key, this.#planExport(key, item)),
      })),
    ];
    for (const { plan } of inDeclarationOrder(planners, ({ span }) => span)) plan();
    return {
      imports: [...world.imports.keys()].flatMap((key) => imports.get(key) ?? []),
      exports: [...world.exports.keys()].flatMap((key) => exports.get(key) ?? []),
    };
  }

  #planImport(types: readonly TypePlan[], key: string, item: WorldItem): WorldImport[] {
    switch (item.kind) {
      case 'interface': {
        const identity = this.#identity(item.id, key);
        const local = this.#file.names.claim(this.#locals.pascal(identity, 'Imported'));
        this.#locals.meet(identity);
        const plan = this.#interfaces.plan(item.id, 'import', key);
        return [{ kind: 'interface', key: componentKey(identity), local, plan, docs: planDocs(item) }];
      }
      case 'function':
        return item.function.kind.kind === 'freestanding'
          ? [{ kind: 'func', func: this.#planFunc(this.#importKeys, item.function) }]
          : [];
      case 'type': {
        if (!this.#lookup.isResource(item.id)) return [];
        const name = this.#file.nameOf(item.id);
        const type = types.find((candidate) => candidate.name === name);
        return type?.kind === 'resource'
          ? [{ kind: 'resource', witName: key, type }]
          : [{ kind: 'used-resource', witName: key, name }];
      }
    }
  }

  #planExport(key: string, item: WorldItem): WorldExport[] {
    switch (item.kind) {
      case 'interface': {
        const identity = this.#identity(item.id, key);
        const type = this.#file.names.claim(this.#locals.pascal(identity, 'Exported'), (name) =>
          Object.values(interfaceNames(name)),
        );
        const member = this.#members.claim(this.#memberNaming.camel(identity));
        this.#locals.meet(identity);
        this.#memberNaming.meet(identity);
        const plan = this.#interfaces.plan(item.id, 'export', key);
        const local = interfaceNames(type);
        return [
          { kind: 'interface', key: componentKey(identity), member, local, plan, docs: planDocs(item) },
        ];
      }
      case 'function': {
        const name = camelCase(item.function.name);
        const member = this.#members.claim([name, `${name}_`]);
        return [{ kind: 'func', func: this.#planFunc(new NameScope(), item.function), member }];
      }
      case 'type':
        return [];
    }
  }

  #planFunc(keys: NameScope, func: Func): ReturnType<typeof planFunc> {
    return planFunc(this.#lookup, this.#file, keys, func);
  }

  /** One object for each interface, so that meeting it again is noticed. */
  #identity(id: number, key: string): InterfaceIdentity {
    const identity = this.#identities.get(id) ?? identityOf(this.#lookup, id, key);
    this.#identities.set(id, identity);
    return identity;
  }
}

function spanOf(item: WorldItem): Span {
  return item.kind === 'function' ? item.function.span : item.span;
}
