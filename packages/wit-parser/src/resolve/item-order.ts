import type { Identifier, InterfaceSyntax, WorldSyntax } from '../syntax/ast.js';
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
  const placed: PlacedItem[] = [];
  for (const [index, file] of files.entries()) {
    for (const item of unit.files[index] ?? []) {
      if (item.kind === 'interface' || item.kind === 'world') placed.push({ item, file });
    }
  }
  const indices = new Map<string, number>();
  for (const [index, { item }] of placed.entries()) {
    if (!indices.has(item.name.text)) indices.set(item.name.text, index);
  }
  const uses = placed.map(({ item, file }) => localUses(context, file, item));
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
  const ordered = order.map((index) => placed[index]).filter((item) => item !== undefined);
  if (ordered.length < placed.length) markBroken(context, placed, ordered);
  return ordered;
}

/** What depends on itself, or on such an item, has no names: none of them is missed. */
function markBroken(
  { scope }: PackageContext,
  placed: readonly PlacedItem[],
  ordered: readonly PlacedItem[],
): void {
  const isOrdered = new Set(ordered);
  for (const each of placed) {
    const item = isOrdered.has(each) ? undefined : scope.items.get(each.item.name.text);
    if (item !== undefined && item.kind !== 'failed') item.isBroken = true;
  }
}

interface LocalUse {
  /** The item's own name, which the file may have renamed. */
  readonly target: string;
  readonly name: Identifier;
}

/** Only types and included worlds decide the order. An import of a world may name what stands anywhere. */
function localUses(
  context: PackageContext,
  file: FileContext,
  item: InterfaceSyntax | WorldSyntax,
): LocalUse[] {
  const kind = item.kind === 'interface' ? 'use-types' : 'include';
  const uses: LocalUse[] = [];
  for (const each of item.items) {
    if (each.kind !== kind || !('path' in each) || each.path.package !== undefined) continue;
    const target = localTarget(context, file, each.path.name.text);
    if (target !== undefined) uses.push({ target, name: each.path.name });
  }
  return uses;
}

function localTarget({ scope }: PackageContext, { used }: FileContext, name: string): string | undefined {
  if (!used.has(name)) return scope.items.has(name) ? name : undefined;
  const renamed = used.get(name);
  return renamed !== undefined && scope.items.get(renamed.name) === renamed ? renamed.name : undefined;
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
