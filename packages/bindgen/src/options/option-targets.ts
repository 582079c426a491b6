import type { Func, InterfaceId, TypeId, World } from '@wit-bindgen-ts/wit-parser';
import { componentKey, identityOf } from '../wit/interface-identity.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import { functionSpellings, interfaceSpellings, resourceSpellings } from './item-spellings.js';

/** Everything that options can name, in every spelling. */
export interface OptionTargets {
  /** Imported functions, and the interfaces that have some. */
  readonly imports: Set<string>;
  readonly exports: Set<string>;
  /** Those functions of either side that are constructors. */
  readonly constructors: Set<string>;
  readonly importedInterfaces: Set<string>;
  readonly importedResources: Set<string>;
}

export function noTargets(): OptionTargets {
  return {
    imports: new Set(),
    exports: new Set(),
    constructors: new Set(),
    importedInterfaces: new Set(),
    importedResources: new Set(),
  };
}

export function addWorldTargets(targets: OptionTargets, lookup: WitLookup, world: World): void {
  for (const direction of ['imports', 'exports'] as const) {
    for (const [key, item] of world[direction]) {
      if (item.kind === 'interface') {
        addInterfaceTargets(targets, lookup, item.id, key, direction);
      } else if (item.kind === 'function') {
        addFunctions(targets, direction, lookup, undefined, [item.function]);
      } else if (direction === 'imports') {
        addResources(targets.importedResources, lookup, undefined, [item.id]);
      }
    }
  }
}

/** @param key The key of the interface among the items of its world. */
export function addInterfaceTargets(
  targets: OptionTargets,
  lookup: WitLookup,
  id: InterfaceId,
  key: string,
  direction: 'imports' | 'exports',
): void {
  const { functions, types } = lookup.interface(id);
  const name = componentKey(identityOf(lookup, id, key));
  addFunctions(targets, direction, lookup, name, [...functions.values()]);
  if (direction === 'exports') return;
  for (const spelling of interfaceSpellings(name)) targets.importedInterfaces.add(spelling);
  addResources(targets.importedResources, lookup, name, [...types.values()]);
}

function addFunctions(
  targets: OptionTargets,
  direction: 'imports' | 'exports',
  lookup: WitLookup,
  key: string | undefined,
  functions: readonly Func[],
): void {
  const to = targets[direction];
  for (const func of functions) {
    for (const each of functionSpellings(lookup, key, func)) {
      to.add(each);
      if (func.kind.kind === 'constructor') targets.constructors.add(each);
    }
  }
  if (key !== undefined && functions.length > 0) for (const each of interfaceSpellings(key)) to.add(each);
}

/** Of a resource that another interface declares, that one has the class. */
function addResources(
  to: Set<string>,
  lookup: WitLookup,
  key: string | undefined,
  types: readonly TypeId[],
): void {
  for (const id of types) {
    if (lookup.typeDef(id).kind.kind !== 'resource') continue;
    for (const each of resourceSpellings(lookup, key, id)) to.add(each);
  }
}
