import type {
  ComponentItem,
  ComponentType,
  ExternAttributes,
  InstanceType,
} from '@wit-bindgen-ts/runtime/structure';
import { interfaceKey, type InterfaceId, type WorldId, type WorldItem } from '@wit-bindgen-ts/wit-parser';
import { nowhere, type Draft, type PackageDraft, type WorldDraft } from './draft.js';
import { attributeOf, isPlainName, parsePackageItem } from './extern-names.js';
import { decodeFunc, foreignItem } from './functions.js';
import { externalIdOf, withExternalId, type InterfaceDecoder } from './interface-decoder.js';
import { NotInWit, type Omission } from './omission.js';
import { at, Scope } from './scope.js';
import { namedType, type NamedType, type TypeDecoder } from './type-decoder.js';

type Direction = 'imports' | 'exports';

/** An import or an export. */
interface Extern {
  readonly direction: Direction;
  readonly name: string;
  /** All with the same direction. */
  readonly items: ReadonlyMap<string, ComponentItem>;
  readonly attributes: ExternAttributes | undefined;
  readonly path: string;
}

/** Decodes component types to worlds. */
export class WorldDecoder {
  readonly #draft: Draft;
  readonly #types: TypeDecoder;
  readonly #interfaces: InterfaceDecoder;
  readonly #omissions: Omission[];

  constructor(draft: Draft, types: TypeDecoder, interfaces: InterfaceDecoder, omissions: Omission[]) {
    this.#draft = draft;
    this.#types = types;
    this.#interfaces = interfaces;
    this.#omissions = omissions;
  }

  decode(owner: PackageDraft, name: string, type: ComponentType): WorldId {
    const id = this.#draft.world(owner, name);
    const world = at(this.#draft.worlds, id);
    const scope = Scope.ofWorld(this.#draft, id);
    for (const direction of ['imports', 'exports'] as const) {
      const items = type[direction];
      for (const [each, item] of items) {
        const path = `${direction} › ${each}`;
        const attributes = type.attributes?.[direction];
        try {
          this.#decodeItem(world, scope, { direction, name: each, items, attributes, path }, item);
        } catch (error) {
          if (!(error instanceof NotInWit)) throw error;
          this.#omissions.push({ path, reason: error.message });
        }
      }
    }
    return id;
  }

  #decodeItem(world: WorldDraft, scope: Scope, extern: Extern, item: ComponentItem): void {
    const { direction, name, items, attributes } = extern;
    const type = namedType(items, name, item);
    if (type !== undefined) this.#decodeType(world, scope, extern, type);
    else if (item.kind === 'instance') this.#decodeInstance(world, extern, item);
    else if (item.kind === 'func') {
      const func = decodeFunc(this.#types, scope, name, item, (each) => typeNamed(world, each));
      const externalId = externalIdOf(attributes, name);
      world[direction].set(name, { kind: 'function', function: withExternalId(func, externalId) });
    } else throw new NotInWit(foreignItem(item));
  }

  /**
   * Worlds do not export types. One that a component exports stands in the world, so that functions can name it. A resource
   * cannot: there it would be the host's.
   */
  #decodeType(world: WorldDraft, scope: Scope, extern: Extern, type: NamedType): void {
    const { direction, name, attributes, path } = extern;
    if (!isPlainName(name)) throw new NotInWit('is a type with the name of an interface');
    if (direction === 'exports') {
      if (this.#types.isNewResource(scope, type))
        throw new NotInWit('is an exported resource, outside of any interface');
      this.#omissions.push({ path, reason: 'is an exported type, and stands in the world as its own' });
      const known = typeNamed(world, name);
      if (known !== undefined && this.#types.recognize(scope, known, type)) return;
      if (world.imports.has(name)) throw new NotInWit('is a type with the name of an import');
    }
    this.#types.declare(scope, name, type, externalIdOf(attributes, name));
  }

  #decodeInstance(world: WorldDraft, extern: Extern, type: InstanceType): void {
    const { direction, name, attributes, path } = extern;
    const own = attributes?.get(name) ?? [];
    const implemented = attributeOf(own, 'implements');
    const item = parsePackageItem(implemented ?? name, own);
    const isPlain = implemented !== undefined || item === undefined;
    if (isPlain && !isPlainName(name)) throw new NotInWit('has a name of a form that WIT does not have');
    const id =
      item === undefined
        ? this.#interfaces.inline(world.package, type, path)
        : this.#interfaces.named(item, type, path);
    const key = isPlain ? name : interfaceKey(id);
    world[direction].set(key, interfaceItem(id, externalIdOf(attributes, name)));
  }
}

function interfaceItem(id: InterfaceId, externalId: string | undefined): WorldItem {
  return { kind: 'interface', id, span: nowhere, ...(externalId !== undefined && { externalId }) };
}

function typeNamed({ imports }: WorldDraft, name: string): number | undefined {
  const item = imports.get(name);
  return item?.kind === 'type' ? item.id : undefined;
}
