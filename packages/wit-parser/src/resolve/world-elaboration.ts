import type { Arenas, WorldDraft } from './arenas.js';
import type { PackageContext } from './context.js';
import { walkDependencies } from './dependency-walk.js';
import { interfaceKey } from './model.js';
import type { InterfaceId, TypeId, WorldId, WorldItem, WorldKey } from './model.js';
import { formatItemName } from './package-name.js';

type InterfaceItem = WorldItem & { kind: 'interface' };

/**
 * Completes a world: every interface whose types its items need is imported too, unless it is exported, and items come
 * after what they need. See "Transitive imports and worlds" in the standard's WIT.md.
 */
export function elaborateWorld(context: PackageContext, id: WorldId): void {
  const { arenas } = context;
  const world = arenas.worlds[id];
  if (world === undefined) return;
  const imports = new Map<WorldKey, WorldItem>();
  for (const [key, item] of sortImports(arenas, world.imports)) addImport(arenas, imports, key, item);
  const exports = elaborateExports(context, world, imports);
  world.imports = new Map(sortImports(arenas, imports));
  world.exports = exports;
}

function addImport(arenas: Arenas, imports: Map<WorldKey, WorldItem>, key: WorldKey, item: WorldItem): void {
  if (item.kind === 'interface') {
    addImportedInterface(arenas, imports, { key, item });
    return;
  }
  const used = item.kind === 'type' ? arenas.usedInterface(item.id) : undefined;
  if (item.kind === 'type' && used !== undefined) {
    const { stability } = arenas.type(item.id);
    const gates = stability === undefined ? {} : { stability };
    const source: InterfaceItem = { kind: 'interface', id: used, ...gates, span: item.span };
    addImportedInterface(arenas, imports, { key: interfaceKey(used), item: source });
  }
  imports.set(key, item);
}

interface ImportNode {
  readonly key: WorldKey;
  readonly item: InterfaceItem;
}

function addImportedInterface(arenas: Arenas, imports: Map<WorldKey, WorldItem>, root: ImportNode): void {
  walkDependencies(root, {
    enter: ({ key }) => !imports.has(key),
    dependencies: ({ item }) =>
      mapIterable(arenas.interfaceDependencies(item.id), (id) => impliedImport(id, item)),
    leave: ({ key, item }) => void imports.set(key, item),
  });
}

/** An import that nobody wrote: it has the stability of the item that needs it, and its place. */
function impliedImport(id: InterfaceId, { stability, span }: InterfaceItem): ImportNode {
  const gates = stability === undefined ? {} : { stability };
  return { key: interfaceKey(id), item: { kind: 'interface', id, ...gates, span } };
}

/**
 * An interface that an export needs is the exported one, if that is exported. But all that needs it must agree: an
 * import cannot have types of an export, so an interface must not be needed both ways.
 */
function elaborateExports(
  context: PackageContext,
  world: WorldDraft,
  imports: Map<WorldKey, WorldItem>,
): Map<WorldKey, WorldItem> {
  const exports = new Map<WorldKey, WorldItem>();
  const exported = new Map<WorldKey, InterfaceItem>();
  for (const [key, item] of world.exports) {
    if (item.kind === 'interface') exported.set(key, item);
    else exports.set(key, item);
  }
  const walk = new ExportWalk(context.arenas, exported, imports, exports);
  for (const [key, item] of exported) {
    const conflict = walk.add(key, item);
    if (conflict === undefined) continue;
    reportConflict(context, world, key, item, conflict);
    break;
  }
  return exports;
}

interface ExportNode extends ImportNode {
  /** The interface is exported; else it is imported because an export needs it. */
  readonly isExport: boolean;
}

class ExportWalk {
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

  /** @returns The interface that would be needed both as an import and as an export, if there is one. */
  add(key: WorldKey, item: InterfaceItem): InterfaceId | undefined {
    let conflict: InterfaceId | undefined;
    walkDependencies<ExportNode>(
      { key, item, isExport: true },
      {
        enter: (node) => {
          if (conflict !== undefined) return false;
          if (this.#exports.has(node.key)) {
            if (!node.isExport) conflict = node.item.id;
            return false;
          }
          return node.isExport || !this.#requiredImports.has(node.item.id);
        },
        dependencies: (node) =>
          mapIterable(this.#arenas.interfaceDependencies(node.item.id), (id) => this.#need(id, node)),
        leave: (node) => {
          if (conflict === undefined && !this.#finish(node)) conflict = node.item.id;
        },
      },
    );
    return conflict;
  }

  #need(id: InterfaceId, { item, isExport }: ExportNode): ExportNode {
    const { key, item: implied } = impliedImport(id, item);
    const gates = item.externalId === undefined ? {} : { externalId: item.externalId };
    return { key, item: { ...implied, ...gates }, isExport: isExport && this.#exported.has(key) };
  }

  /** @returns Whether the interface is needed in one way only. */
  #finish({ key, item, isExport }: ExportNode): boolean {
    if (isExport) {
      if (this.#requiredImports.has(item.id)) return false;
      this.#exports.set(key, item);
      return true;
    }
    this.#requiredImports.add(item.id);
    if (!this.#imports.has(key)) this.#imports.set(key, item);
    return true;
  }
}

function reportConflict(
  { arenas, report }: PackageContext,
  world: WorldDraft,
  key: WorldKey,
  item: InterfaceItem,
  conflict: InterfaceId,
): void {
  const needed = nameOf(arenas, conflict, interfaceKey(conflict));
  report({
    code: 'conflicting-export',
    message: `the export \`${nameOf(arenas, item.id, key)}\` needs \`${needed}\` both as an export and as an import`,
    span: world.span,
    notes: [
      { message: 'exported here', span: item.span },
      {
        message: `export every interface that it uses and that uses types of \`${needed}\`, or do not export \`${needed}\``,
      },
    ],
  });
}

function nameOf(arenas: Arenas, id: InterfaceId, label: string): string {
  const found = arenas.interfaces[id];
  const owner = found && arenas.packages[found.package];
  return found?.name === undefined || owner === undefined ? label : formatItemName(owner.name, found.name);
}

/** Interfaces, then the types of a world (those it uses first), then its functions, those of resources last. */
function sortImports(arenas: Arenas, imports: ReadonlyMap<WorldKey, WorldItem>): [WorldKey, WorldItem][] {
  const ranked = [...imports].map(([key, item]) => ({ key, item, rank: importRank(arenas, item) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ key, item }) => [key, item]);
}

function importRank(arenas: Arenas, item: WorldItem): number {
  if (item.kind === 'interface') return 0;
  if (item.kind === 'type') return isUsed(arenas, item.id) ? 1 : 2;
  return item.function.kind.kind === 'freestanding' ? 3 : 4;
}

function isUsed(arenas: Arenas, id: TypeId): boolean {
  return arenas.usedInterface(id) !== undefined;
}

function* mapIterable<In, Out>(items: Iterable<In>, map: (item: In) => Out): Generator<Out> {
  for (const item of items) yield map(item);
}
