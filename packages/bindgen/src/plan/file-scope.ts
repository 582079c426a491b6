import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { UsedName, UsePlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { typeNameCandidates } from './names/type-names.js';

/** What a file calls the named types that it refers to. */
export interface TypeNames {
  nameOf(id: TypeId): string;
}

/** The names of one generated file: which types it declares, and which it imports. */
export class FileScope implements TypeNames {
  /** Names for comments, for which nothing is imported. */
  readonly mentions: TypeNames = {
    nameOf: (id) => this.#knownName(id) ?? typeNameCandidates(this.#lookup, id)[0],
  };
  readonly path: string;
  readonly isForeign: boolean;
  readonly names = new NameScope('global', 'runtime');
  readonly #lookup: WitLookup;
  readonly #fileOf: (type: TypeId) => FileScope;
  readonly #local = new Map<TypeId, string>();
  readonly #uses = new Map<string, { readonly from: FileScope; readonly names: UsedName[] }>();

  /**
   * @param path Of the file, or of the user's module that takes its place.
   * @param fileOf Finds the file that declares a type of another interface.
   */
  constructor(path: string, lookup: WitLookup, fileOf: (type: TypeId) => FileScope, isForeign = false) {
    this.path = path;
    this.isForeign = isForeign;
    this.#lookup = lookup;
    this.#fileOf = fileOf;
  }

  get uses(): UsePlan[] {
    return [...this.#uses].map(([path, { from, names }]) => ({ path, names, isForeign: from.isForeign }));
  }

  /** Names a type of this file. What a `use` brings in is imported under that name. */
  declare(id: TypeId, candidates: readonly string[], derive?: (name: string) => readonly string[]): string {
    const local = this.names.claim(candidates, derive);
    this.#local.set(id, local);
    const used = this.#lookup.usedType(id);
    if (used !== undefined) this.#import(used, local, true);
    return local;
  }

  /** What this file calls a named type. One that WIT does not name here is imported. */
  nameOf(id: TypeId): string {
    const known = this.#knownName(id);
    if (known !== undefined) return known;
    const local = this.names.claim(typeNameCandidates(this.#lookup, id));
    this.#local.set(id, local);
    this.#import(id, local, false);
    return local;
  }

  #knownName(id: TypeId): string | undefined {
    return this.#local.get(id) ?? this.#nameOfAlias(id);
  }

  #nameOfAlias(id: TypeId): string | undefined {
    for (const [alias, name] of this.#local) {
      for (let used = this.#lookup.usedType(alias); used !== undefined; used = this.#lookup.usedType(used)) {
        if (used === id) return name;
      }
    }
    return undefined;
  }

  #import(id: TypeId, local: string, reexported: boolean): void {
    const file = this.#fileOf(id);
    const use = this.#uses.get(file.path) ?? { from: file, names: [] };
    use.names.push({ name: file.nameOf(id), local, reexported });
    this.#uses.set(file.path, use);
  }
}
