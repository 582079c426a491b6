import type { Arenas } from './arenas.js';
import { walkDependencies } from './dependency-walk.js';
import type { Walk } from './dependency-walk.js';
import { impliedItem } from './implied-items.js';
import type { InterfaceItem, InterfaceNode } from './implied-items.js';
import type { InterfaceId, WorldItem, WorldKey } from './model.js';

/** An export that needs an interface both as an import and as an export. */
export interface ExportConflict extends InterfaceNode {
  readonly needed: InterfaceId;
}

/**
 * Adds the exports of a world, each after those that it needs, and to the imports what else they need.
 *
 * An interface that an export needs is the exported one, if that is exported. But all that needs it must agree: an
 * import cannot have types of an export, so an interface must not be needed both ways.
 *
 * @param declared - The exports as they are written.
 */
export function addExports(
  arenas: Arenas,
  declared: ReadonlyMap<WorldKey, WorldItem>,
  imports: Map<WorldKey, WorldItem>,
  exports: Map<WorldKey, WorldItem>,
): ExportConflict | undefined {
  const exported = new Map<WorldKey, InterfaceItem>();
  for (const [key, item] of declared) {
    if (item.kind === 'interface') exported.set(key, item);
    else exports.set(key, item);
  }
  const walk = new ExportWalk(arenas, exported, imports, exports);
  for (const [key, item] of exported) {
    walkDependencies({ key, item, isExport: true }, walk);
    if (walk.conflict !== undefined) return { key, item, needed: walk.conflict };
  }
  return undefined;
}

interface ExportNode extends InterfaceNode {
  /** The interface is exported; else it is imported because an export needs it. */
  readonly isExport: boolean;
}

class ExportWalk implements Walk<ExportNode> {
  /** The interface that would be needed both as an import and as an export, if there is one. */
  conflict: InterfaceId | undefined;
  readonly #arenas: Arenas;
  readonly #exported: ReadonlyMap<WorldKey, InterfaceItem>;
  readonly #imports: Map<WorldKey, WorldItem>;
  readonly #exports: Map<WorldKey, WorldItem>;
  readonly #requiredImports = new Set<InterfaceId>();

  constructor(
    arenas: Arenas,
    exported: ReadonlyMap<WorldKey, InterfaceItem>,
    imports: Map<WorldKey, WorldItem>,
    exports: Map<WorldKey, WorldItem>,
  ) {
    this.#arenas = arenas;
    this.#exported = exported;
    this.#imports = imports;
    this.#exports = exports;
  }

  enter({ key, item, isExport }: ExportNode): boolean {
    if (this.conflict !== undefined) return false;
    if (!this.#exports.has(key)) return isExport || !this.#requiredImports.has(item.id);
    if (!isExport) this.conflict = item.id;
    return false;
  }

  dependencies({ item, isExport }: ExportNode): readonly ExportNode[] {
    return this.#arenas.interfaceDependencies(item.id).map((id) => {
      const { key, item: implied } = impliedItem(this.#arenas, id, item);
      const needed = { ...implied, externalId: item.externalId };
      return { key, item: needed, isExport: isExport && this.#exported.has(key) };
    });
  }

  leave({ key, item, isExport }: ExportNode): void {
    if (this.conflict !== undefined) return;
    if (!isExport) {
      this.#requiredImports.add(item.id);
      if (!this.#imports.has(key)) this.#imports.set(key, item);
    } else if (this.#requiredImports.has(item.id)) this.conflict = item.id;
    else this.#exports.set(key, item);
  }
}
