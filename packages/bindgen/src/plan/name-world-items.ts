import type { Span, World, WorldItem } from '@wit-bindgen-ts/wit-parser';
import { camelCase } from '../wit/casing.js';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { identityOf, type InterfaceIdentity } from '../wit/interface-identity.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FileScope } from './file-scope.js';
import type { Direction, InterfaceNames } from './model.js';
import { InterfaceNaming } from './names/interface-names.js';
import { NameScope } from './names/name-scope.js';
import { claimInterfaceNamesFrom, loweringsName } from './names/owner-names.js';

/** What the file of a world calls the items of the world, by their keys. */
export interface WorldItemNames {
  /** The interfaces that it imports. */
  readonly imports: ReadonlyMap<string, string>;
  /** The interfaces that it exports. */
  readonly exports: ReadonlyMap<string, InterfaceNames>;
  /** The members of its class: every interface and function that it exports. */
  readonly members: ReadonlyMap<string, string>;
}

/** Names the items of a world in the order of their declaration, whatever they are. Types are declared in the file. */
export function nameWorldItems(lookup: WitLookup, world: World, file: FileScope): WorldItemNames {
  const naming = new WorldItemNaming(lookup, file);
  const items = [...entriesOf('import', world.imports), ...entriesOf('export', world.exports)];
  for (const { direction, key, item } of inDeclarationOrder(items, ({ span }) => span)) {
    naming.name(direction, key, item);
  }
  return naming;
}

interface WorldEntry {
  readonly direction: Direction;
  readonly key: string;
  readonly item: WorldItem;
  readonly span: Span;
}

function entriesOf(direction: Direction, items: World['imports']): WorldEntry[] {
  return [...items].map(([key, item]) => {
    const { span } = item.kind === 'function' ? item.function : item;
    return { direction, key, item, span };
  });
}

class WorldItemNaming implements WorldItemNames {
  readonly imports = new Map<string, string>();
  readonly exports = new Map<string, InterfaceNames>();
  readonly members = new Map<string, string>();
  readonly #lookup: WitLookup;
  readonly #file: FileScope;
  readonly #identities = new Map<string, InterfaceIdentity>();
  readonly #locals = new InterfaceNaming();
  readonly #exported = new InterfaceNaming();
  readonly #memberScope = new NameScope('worldMember');

  constructor(lookup: WitLookup, file: FileScope) {
    this.#lookup = lookup;
    this.#file = file;
  }

  name(direction: Direction, key: string, item: WorldItem): void {
    if (item.kind === 'type') this.#file.declare(item.id);
    else if (item.kind === 'interface') this.#nameInterface(direction, key, this.#identity(item.id, key));
    else if (direction === 'export') this.#nameMember(key, functionNames(item.function.name));
  }

  #nameInterface(direction: Direction, key: string, identity: InterfaceIdentity): void {
    const { names } = this.#file;
    if (direction === 'import') {
      const candidates = this.#locals.pascal(identity, 'Imported');
      this.imports.set(
        key,
        names.claim(candidates, (name) => [name, loweringsName(name)]),
      );
    } else {
      const candidates = this.#locals.pascal(identity, 'Exported');
      this.exports.set(key, claimInterfaceNamesFrom(names, candidates));
      this.#nameMember(key, this.#exported.camel(identity));
      this.#exported.meet(identity);
    }
    this.#locals.meet(identity);
  }

  #nameMember(key: string, candidates: readonly string[]): void {
    this.members.set(key, this.#memberScope.claim(candidates));
  }

  /** One object for each interface, so that meeting it again is noticed. */
  #identity(id: number, key: string): InterfaceIdentity {
    const place = `${id} ${key}`;
    const identity = this.#identities.get(place) ?? identityOf(this.#lookup, id, key);
    this.#identities.set(place, identity);
    return identity;
  }
}

function functionNames(witName: string): string[] {
  const name = camelCase(witName);
  return [name, `${name}_`];
}
