import type { ComponentItem, ExternAttributes, InstanceType } from '@wit-bindgen-ts/runtime/structure';
import type { Func, InterfaceId } from '@wit-bindgen-ts/wit-parser';
import type { Draft, InterfaceDraft, PackageDraft } from './draft.js';
import { attributeOf, isPlainName, type PackageItem } from './extern-names.js';
import { decodeFunc, foreignItem } from './functions.js';
import { NotInWit, type Omission } from './omission.js';
import { at, Scope } from './scope.js';
import { namedType, type TypeDecoder } from './type-decoder.js';

/** Decodes instance types to interfaces. An interface can be met several times: what it has is put together. */
export class InterfaceDecoder {
  readonly #draft: Draft;
  readonly #types: TypeDecoder;
  readonly #omissions: Omission[];
  readonly #scopes = new Map<InterfaceId, Scope>();

  constructor(draft: Draft, types: TypeDecoder, omissions: Omission[]) {
    this.#draft = draft;
    this.#types = types;
    this.#omissions = omissions;
  }

  /** @param path - where the instance is met, for omissions */
  named(item: PackageItem, type: InstanceType, path: string): InterfaceId {
    const id = this.#draft.interface(this.#draft.package(item.package), item.name);
    this.#decode(id, type, path);
    return id;
  }

  inline(owner: PackageDraft, type: InstanceType, path: string): InterfaceId {
    const id = this.#draft.inlineInterface(owner);
    this.#decode(id, type, path);
    return id;
  }

  #decode(id: InterfaceId, type: InstanceType, path: string): void {
    const scope = this.#scopes.get(id) ?? Scope.ofInterface(this.#draft, id);
    this.#scopes.set(id, scope);
    const draft = at(this.#draft.interfaces, id);
    for (const [name, item] of type.exports) {
      try {
        this.#decodeItem(draft, scope, type, name, item);
      } catch (error) {
        if (!(error instanceof NotInWit)) throw error;
        this.#omissions.push({ path: `${path} › ${name}`, reason: error.message });
      }
    }
  }

  #decodeItem(
    draft: InterfaceDraft,
    scope: Scope,
    { exports, attributes }: InstanceType,
    name: string,
    item: ComponentItem,
  ): void {
    const externalId = externalIdOf(attributes, name);
    const type = namedType(exports, name, item);
    if (type !== undefined) {
      if (!isPlainName(name)) throw new NotInWit('is a type with the name of an interface');
      const known = draft.types.get(name);
      if (known === undefined) this.#types.declare(scope, name, type, externalId);
      else if (!this.#types.recognize(scope, known, type)) throw differs;
    } else if (item.kind === 'func') {
      const resource = (each: string): number | undefined => draft.types.get(each);
      const func = withExternalId(decodeFunc(this.#types, scope, name, item, resource), externalId);
      const known = draft.functions.get(name);
      if (known === undefined) draft.functions.set(name, func);
      else if (JSON.stringify(known) !== JSON.stringify(func)) throw differs;
    } else throw new NotInWit(foreignItem(item));
  }
}

const differs = new NotInWit('differs from what another import or export of the same interface says');

export function externalIdOf(attributes: ExternAttributes | undefined, name: string): string | undefined {
  return attributeOf(attributes?.get(name) ?? [], 'external-id');
}

export function withExternalId(func: Func, externalId: string | undefined): Func {
  return externalId === undefined ? func : { ...func, externalId };
}
