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
  readonly mappable: MappableInterface[];
}

/** What `with` can map in one interface, or in a world, each in all of its spellings: the more exact ones first. */
export interface MappableInterface {
  /** None of a world. */
  readonly spellings: readonly string[];
  readonly resources: readonly (readonly string[])[];
}

/** The keys of `with` that count for something: a more exact one counts, and an interface for all that is in it. */
export function countedMappings(
  { mappable }: OptionTargets,
  mappings: Readonly<Record<string, string>>,
): Set<string> {
  const counted = new Set<string>();
  const count = (spellings: readonly string[]): boolean => {
    const chosen = spellings.find((spelling) => Object.hasOwn(mappings, spelling));
    if (chosen !== undefined) counted.add(chosen);
    return chosen !== undefined;
  };
  for (const { spellings, resources } of mappable) if (!count(spellings)) resources.forEach(count);
  return counted;
}

export function noTargets(): OptionTargets {
  return {
    imports: new Set(),
    exports: new Set(),
    constructors: new Set(),
    importedInterfaces: new Set(),
    importedResources: new Set(),
    mappable: [],
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
        addMappable(targets, lookup, undefined, [item.id]);
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
  addMappable(targets, lookup, name, [...types.values()]);
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
function addMappable(
  { importedInterfaces, importedResources, mappable }: OptionTargets,
  lookup: WitLookup,
  key: string | undefined,
  types: readonly TypeId[],
): void {
  const spellings = key === undefined ? [] : interfaceSpellings(key);
  const resources = types
    .filter((id) => lookup.typeDef(id).kind.kind === 'resource')
    .map((id) => resourceSpellings(lookup, key, id));
  for (const each of spellings) importedInterfaces.add(each);
  for (const each of resources.flat()) importedResources.add(each);
  mappable.push({ spellings, resources });
}
