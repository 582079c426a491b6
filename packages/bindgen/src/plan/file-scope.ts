import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from '../wit/wit-lookup.js';
import { FileCode } from './code/file-code.js';
import type { UsedName, UsePlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { derivedNames, typeNameCandidates } from './names/type-names.js';

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
  /** What in the file lifts and lowers values. */
  readonly code: FileCode;
  readonly #lookup: WitLookup;
  readonly #fileOf: (type: TypeId) => FileScope;
  readonly #local = new Map<TypeId, string>();
  /** Of types that are used: the first that uses each. */
  readonly #aliases = new Map<TypeId, TypeId>();
  readonly #declared = new Set<TypeId>();
  /** Types that only names are derived from so far. */
  readonly #unimported = new Set<TypeId>();
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
    this.code = new FileCode(lookup, this);
  }

  get uses(): UsePlan[] {
    return [...this.#uses].map(([path, { from, names }]) => ({ path, names, isForeign: from.isForeign }));
  }

  /** Names a type of this file. What a `use` brings in is imported under that name. */
  declare(id: TypeId): void {
    const local = this.#claim(id);
    const used = this.#lookup.usedType(id);
    if (used === undefined) this.#declared.add(id);
    else this.#import(used, local, true);
  }

  /** What this file calls a named type. One that WIT does not name here is imported. */
  nameOf(type: TypeId): string {
    const id = this.#original(type);
    const local = this.localName(id);
    if (!this.#unimported.delete(id)) return local;
    this.#import(id, local, false);
    return local;
  }

  /** The same for names that are derived from that of the type: the type itself is not imported for it. */
  localName(type: TypeId): string {
    const id = this.#original(type);
    const known = this.#knownName(id);
    if (known !== undefined) return known;
    this.#unimported.add(id);
    return this.#claim(id);
  }

  /**
   * Imports a name that is derived from that of a type, as `loadItem` from `Item`, from the file that declares the type.
   * False if no generated file does.
   */
  importDerived(type: TypeId, derive: (name: string) => string): boolean {
    const id = this.#original(type);
    const local = this.localName(id);
    if (this.#declared.has(id)) return true;
    const file = this.#fileOf(id);
    if (file.isForeign) return false;
    this.#use(file, { name: derive(file.nameOf(id)), local: derive(local), reexported: false });
    return true;
  }

  /**
   * What a name that another file uses stands for. A type without a name of its own is one wherever it stands, and may have
   * its parts by the names of the place where it was met first.
   */
  #original(id: TypeId): TypeId {
    if (this.#knownName(id) !== undefined) return id;
    const { kind, owner } = this.#lookup.typeDef(id);
    if (kind.kind !== 'alias' || typeof kind.type !== 'number') return id;
    const isElsewhere = owner?.kind === 'world' || this.#lookup.usedType(id) !== undefined;
    const isNamed = this.#lookup.typeDef(kind.type).name !== undefined;
    return isElsewhere && isNamed ? this.#original(kind.type) : id;
  }

  #claim(id: TypeId): string {
    const candidates = typeNameCandidates(this.#lookup, id);
    const local = this.names.claim(candidates, (name) => derivedNames(this.#lookup, id, name));
    this.#local.set(id, local);
    for (let used = this.#lookup.usedType(id); used !== undefined; used = this.#lookup.usedType(used))
      if (!this.#aliases.has(used)) this.#aliases.set(used, id);
    return local;
  }

  #knownName(id: TypeId): string | undefined {
    return this.#local.get(id) ?? this.#local.get(this.#aliases.get(id) ?? id);
  }

  #import(id: TypeId, local: string, reexported: boolean): void {
    const file = this.#fileOf(id);
    this.#use(file, { name: file.nameOf(id), local, reexported });
  }

  #use(file: FileScope, name: UsedName): void {
    const use = this.#uses.get(file.path) ?? { from: file, names: [] };
    use.names.push(name);
    this.#uses.set(file.path, use);
  }
}
