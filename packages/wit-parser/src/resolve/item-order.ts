import type { Identifier, InterfaceSyntax, PathSyntax, WorldSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import type { PackageUnit } from './package-units.js';
import { topologicalOrder } from './topological-order.js';

/** An interface or a world, and the file that it stands in. */
export interface PlacedItem {
  readonly item: InterfaceSyntax | WorldSyntax;
  readonly file: FileContext;
}

/**
 * The interfaces and worlds of a package, each after those of the same package that it takes types from or includes.
 * Reports those that depend on themselves, and leaves them out.
 *
 * @param files - The contexts of the files of `unit`, in the same order.
 */
export function orderItems(
  context: PackageContext,
  unit: PackageUnit,
  files: readonly FileContext[],
): readonly PlacedItem[] {
  const placed = files.flatMap((file, index) => {
    const items = unit.files[index] ?? [];
    return items
      .filter((item) => item.kind !== 'use' && item.kind !== 'broken')
      .map((item): PlacedItem => ({ item, file }));
  });
  const indices = new Map<string, number>();
  for (const [index, { item }] of placed.entries()) {
    if (!indices.has(item.name.text)) indices.set(item.name.text, index);
  }
  const uses = placed.map(({ item, file }) =>
    [...orderingPaths(item)].flatMap((path) => localUse(context, file, path)),
  );
  const dependencies = uses.map((list) => list.map(({ target }) => indices.get(target) ?? 0));
  const { order, cycles } = topologicalOrder(dependencies);
  for (const cycle of cycles) {
    reportItemCycle(
      context,
      cycle.map(({ from, to }) => {
        const use = uses[from]?.find(({ target }) => indices.get(target) === to)?.name;
        return { from: placed[from]?.item.name, to: placed[to]?.item.name, use };
      }),
    );
  }
  return order.map((index) => placed[index]).filter((item) => item !== undefined);
}

/** Only types and included worlds decide the order. An import of a world may name what stands anywhere. */
function* orderingPaths(item: InterfaceSyntax | WorldSyntax): Generator<PathSyntax> {
  const kind = item.kind === 'interface' ? 'use-types' : 'include';
  for (const each of item.items) if (each.kind === kind && 'path' in each) yield each.path;
}

interface LocalUse {
  /** The item's own name, which the file may have renamed. */
  readonly target: string;
  readonly name: Identifier;
}

function localUse(context: PackageContext, { used }: FileContext, path: PathSyntax): LocalUse[] {
  if (path.package !== undefined) return [];
  const { name } = path;
  const renamed = used.get(name.text);
  if (!used.has(name.text)) return context.scope.items.has(name.text) ? [{ target: name.text, name }] : [];
  const isLocal = renamed !== undefined && context.scope.items.get(renamed.name) === renamed;
  return isLocal ? [{ target: renamed.name, name }] : [];
}

interface CycleStep {
  readonly from: Identifier | undefined;
  readonly to: Identifier | undefined;
  readonly use: Identifier | undefined;
}

function reportItemCycle({ report }: PackageContext, steps: readonly CycleStep[]): void {
  const target = steps[0]?.to;
  if (target === undefined) return;
  report({
    code: 'dependency-cycle',
    message: `\`${target.text}\` depends on itself`,
    span: target.span,
    notes: steps.flatMap(({ from, to, use }) =>
      from === undefined || to === undefined || use === undefined
        ? []
        : [{ message: `\`${from.text}\` needs \`${to.text}\` here`, span: use.span }],
    ),
  });
}
