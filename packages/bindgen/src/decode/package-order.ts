import {
  comparePackageNames,
  type InterfaceId,
  type TypeDef,
  type TypeId,
  type WorldItem,
} from '@wit-bindgen-ts/wit-parser';
import type { Draft, PackageDraft } from './draft.js';

/**
 * The packages as they would be ordered if the WIT was text: by their names, but each after those that it depends on, as
 * far as that can be.
 */
export function orderPackages(draft: Draft): PackageDraft[] {
  const dependencies = new Dependencies(draft);
  const ordered = new Set<PackageDraft>();
  for (const root of draft.packages.sort((a, b) => comparePackageNames(a.name, b.name)))
    visit(root, dependencies, ordered);
  return [...ordered];
}

/** With a stack of its own: a component can name a great many packages. */
function visit(root: PackageDraft, dependencies: Dependencies, ordered: Set<PackageDraft>): void {
  if (ordered.has(root)) return;
  const entered = new Set([root]);
  const stack = [{ owner: root, rest: dependencies.of(root).values() }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.next();
    if (next.done === true) {
      ordered.add(top.owner);
      stack.pop();
    } else if (!ordered.has(next.value) && !entered.has(next.value)) {
      entered.add(next.value);
      stack.push({ owner: next.value, rest: dependencies.of(next.value).values() });
    }
  }
}

/** The packages that each package names, in the order in which it does: in interfaces, then in worlds. */
class Dependencies {
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  of(owner: PackageDraft): Set<PackageDraft> {
    const found = new Set<PackageDraft>();
    for (const id of owner.interfaces.values()) this.#addUses(id, found);
    for (const id of owner.worlds.values()) {
      const { imports, exports } = this.#draft.worlds[id] ?? {};
      const items = [...(imports?.values() ?? []), ...(exports?.values() ?? [])];
      for (const item of items) if (item.kind === 'type') this.#addUse(item.id, found);
      for (const item of items) this.#addInterface(item, found);
    }
    found.delete(owner);
    return found;
  }

  #addInterface(item: WorldItem, found: Set<PackageDraft>): void {
    const each = item.kind === 'interface' ? this.#draft.interfaces[item.id] : undefined;
    if (item.kind !== 'interface' || each === undefined) return;
    if (each.name === undefined) this.#addUses(item.id, found);
    else found.add(each.package);
  }

  #addUses(id: InterfaceId, found: Set<PackageDraft>): void {
    for (const type of this.#draft.interfaces[id]?.types.values() ?? []) this.#addUse(type, found);
  }

  #addUse(id: TypeId, found: Set<PackageDraft>): void {
    const kind = this.#draft.types[id]?.kind;
    if (kind?.kind !== 'alias' || typeof kind.type !== 'number') return;
    const source = this.#draft.types[kind.type];
    const owner = source === undefined ? undefined : this.#ownerOf(source);
    if (owner !== undefined) found.add(owner);
  }

  #ownerOf({ owner }: TypeDef): PackageDraft | undefined {
    return owner?.kind === 'interface' ? this.#draft.interfaces[owner.id]?.package : undefined;
  }
}
