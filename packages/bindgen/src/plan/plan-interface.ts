import { formatPackageName, interfaceKey, type InterfaceId, type TypeId } from '@wit-bindgen-ts/wit-parser';
import type { ChosenOptions } from '../options/chosen-options.js';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { componentKey, identityOf, type InterfaceIdentity } from '../wit/interface-identity.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FilePaths } from './file-paths.js';
import { FileScope } from './file-scope.js';
import type { DescriptorItem, Direction, InterfacePlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { claimInterfaceNames } from './names/owner-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc } from './plan-func.js';
import { claimClasses, planTypes } from './plan-types.js';
import { resourceFunctions } from './resources.js';

interface PlannedInterface {
  readonly file: FileScope;
  readonly plan: InterfacePlan;
}

/** Plans each interface once for each direction, after those that its types come from. */
export class InterfacePlanner {
  readonly #lookup: WitLookup;
  readonly #paths: FilePaths;
  readonly #options: ChosenOptions;
  readonly #worldName: string;
  readonly #exported: ReadonlySet<InterfaceId>;
  readonly #planned = new Map<string, PlannedInterface>();

  /**
   * @param exported The interfaces that are exported by their full names, so that others that are find their types there.
   * @param worldName The world that interfaces without a package belong to.
   */
  constructor(
    lookup: WitLookup,
    paths: FilePaths,
    options: ChosenOptions,
    exported: ReadonlySet<InterfaceId>,
    worldName = '',
  ) {
    this.#lookup = lookup;
    this.#paths = paths;
    this.#options = options;
    this.#exported = exported;
    this.#worldName = worldName;
  }

  get all(): InterfacePlan[] {
    return [...this.#planned.values()].map(({ plan }) => plan);
  }

  /** @param key The interface's key among the items of the world. */
  plan(id: InterfaceId, direction: Direction, key: string): InterfacePlan {
    return this.#find(id, direction, key).plan;
  }

  /** The file that declares a type, as a file of one direction sees it: exports refer to exports where there are any. */
  fileOf(type: TypeId, from: Direction): FileScope {
    const { owner, name } = this.#lookup.typeDef(type);
    if (owner?.kind !== 'interface') throw new TypeError(`the type ${name ?? type} belongs to no interface`);
    const direction = from === 'export' && this.#exported.has(owner.id) ? 'export' : 'import';
    return this.#find(owner.id, direction, interfaceKey(owner.id)).file;
  }

  #find(id: InterfaceId, direction: Direction, key: string): PlannedInterface {
    const place = `${direction} ${id} ${key}`;
    const planned = this.#planned.get(place) ?? this.#planNew(id, direction, key);
    this.#planned.set(place, planned);
    return planned;
  }

  #planNew(id: InterfaceId, direction: Direction, key: string): PlannedInterface {
    const identity = identityOf(this.#lookup, id, key);
    const module = direction === 'import' ? this.#options.moduleOf(componentKey(identity)) : undefined;
    const path = module ?? this.#paths.interface(identity, direction);
    const fileOf = (type: TypeId): FileScope => this.fileOf(type, direction);
    const file = new FileScope(path, this.#lookup, fileOf, module !== undefined);
    return { file, plan: this.#planInterface(id, direction, identity, file) };
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
    const scopes = { members: new NameScope('member'), keys: new NameScope() };
    const all = [...wit.functions.values()];
    const typeIds = inDeclarationOrder([...wit.types.values()], (type) => lookup.typeDef(type).span);
    for (const type of typeIds) file.declare(type);
    const options = this.#options;
    const source = { lookup, file, direction, options, interfaceKey: componentKey(identity) };
    const classes = claimClasses(lookup, scopes.members, wit.types);
    const types = planTypes({ ...source, types: typeIds, functions: all, scopes, classes });
    const functions = all
      .filter(({ kind }) => kind.kind === 'freestanding')
      .map((func) => planFunc(source, scopes, func));
    const resources = [...wit.types].filter(([, type]) => lookup.isResource(type));
    const code = file.code.plan();
    return {
      source: this.#source(id, identity),
      path: file.path,
      isForeign: file.isForeign,
      direction,
      docs: planDocs(wit),
      names,
      uses: file.uses,
      types,
      functions,
      code,
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
    const wit = this.#lookup.interface(id);
    const packageName = formatPackageName(this.#lookup.package(wit.package).name);
    if (owner !== undefined) return `${packageName}, interface ${name}`;
    const named = wit.name === undefined ? name : `${wit.name} as ${name}`;
    return `${packageName}, interface ${named} of world ${this.#worldName}`;
  }
}
