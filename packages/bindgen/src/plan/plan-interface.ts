import { formatPackageName, type InterfaceId, type TypeId, type World } from '@wit-bindgen-ts/wit-parser';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { identityOf, type InterfaceIdentity } from '../wit/interface-identity.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FilePaths } from './file-paths.js';
import { declareType } from './declare-type.js';
import { FileScope } from './file-scope.js';
import type { DescriptorItem, Direction, InterfacePlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { claimInterfaceNames } from './names/owner-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc } from './plan-func.js';
import { planTypes } from './plan-types.js';
import { resourceFunctions } from './resources.js';

interface PlannedInterface {
  readonly file: FileScope;
  readonly plan: InterfacePlan;
}

/** Plans each interface once for each direction, after those that its types come from. */
export class InterfacePlanner {
  readonly #lookup: WitLookup;
  readonly #paths: FilePaths;
  readonly #worldName: string;
  readonly #exported: ReadonlySet<InterfaceId>;
  readonly #planned = new Map<string, PlannedInterface>();

  constructor(lookup: WitLookup, world: World, paths: FilePaths) {
    this.#lookup = lookup;
    this.#paths = paths;
    this.#worldName = world.name;
    this.#exported = new Set(
      [...world.exports.values()].flatMap((item) => (item.kind === 'interface' ? item.id : [])),
    );
  }

  get all(): InterfacePlan[] {
    return [...this.#planned.values()].map(({ plan }) => plan);
  }

  /** @param key The interface's key among the items of the world. */
  plan(id: InterfaceId, direction: Direction, key: string): InterfacePlan {
    return this.#planned.get(`${direction} ${id}`)?.plan ?? this.#planNew(id, direction, key).plan;
  }

  /** The file that declares a type, as a file of one direction sees it: exports refer to exports where there are any. */
  fileOf(type: TypeId, from: Direction): FileScope {
    const { owner, name } = this.#lookup.typeDef(type);
    if (owner?.kind !== 'interface') throw new TypeError(`the type ${name ?? type} belongs to no interface`);
    const direction = from === 'export' && this.#exported.has(owner.id) ? 'export' : 'import';
    return (this.#planned.get(`${direction} ${owner.id}`) ?? this.#planNew(owner.id, direction, '')).file;
  }

  #planNew(id: InterfaceId, direction: Direction, key: string): PlannedInterface {
    const identity = identityOf(this.#lookup, id, key);
    const path = this.#paths.interface(identity, direction);
    const file = new FileScope(path, this.#lookup, (type) => this.fileOf(type, direction));
    const planned = { file, plan: this.#planInterface(id, direction, identity, file) };
    this.#planned.set(`${direction} ${id}`, planned);
    return planned;
  }

  #planInterface(
    id: InterfaceId,
    direction: Direction,
    identity: InterfaceIdentity,
    file: FileScope,
  ): InterfacePlan {
    const lookup = this.#lookup;
    const wit = lookup.interface(id);
    const names = claimInterfaceNames(file.names, identity.name);
    const keys = new NameScope();
    const all = [...wit.functions.values()];
    const typeIds = inDeclarationOrder([...wit.types.values()], (type) => lookup.typeDef(type).span);
    for (const type of typeIds) declareType(lookup, file, type);
    const types = planTypes({ lookup, file, direction, types: typeIds, functions: all, keys });
    const functions = all
      .filter(({ kind }) => kind.kind === 'freestanding')
      .map((func) => planFunc(lookup, file, keys, func));
    const resources = [...wit.types].filter(([, type]) => lookup.isResource(type));
    return {
      source: this.#source(id, identity),
      path: file.path,
      direction,
      docs: planDocs(wit),
      names,
      uses: file.uses,
      types,
      functions,
      items: [
        ...resources.map(([witName, type]): DescriptorItem => ({
          kind: 'resource',
          witName,
          name: file.nameOf(type),
        })),
        ...types.flatMap(resourceFunctions).map((func): DescriptorItem => ({ kind: 'func', func })),
        ...functions.map((func): DescriptorItem => ({ kind: 'func', func })),
      ],
    };
  }

  #source(id: InterfaceId, { name, package: owner }: InterfaceIdentity): string {
    const packageName = formatPackageName(this.#lookup.package(this.#lookup.interface(id).package).name);
    return `${packageName}, interface ${name}${owner === undefined ? ` of world ${this.#worldName}` : ''}`;
  }
}
