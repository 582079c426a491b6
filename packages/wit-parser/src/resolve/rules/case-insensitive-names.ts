import type { PackageContext } from '../context.js';
import { isInterfaceKey } from '../includes.js';
import { worldItemSpan } from '../model.js';
import type { WorldId, WorldItem, WorldKey } from '../model.js';

/** Reports names of a world that differ in case only: the standard takes them for the same. */
export function checkCaseInsensitiveNames(context: PackageContext, id: WorldId): void {
  const world = context.arenas.worlds[id];
  if (world === undefined) return;
  checkNames(context, 'imports', world.imports);
  checkNames(context, 'exports', world.exports);
}

function checkNames(
  { report }: PackageContext,
  verb: 'imports' | 'exports',
  items: ReadonlyMap<WorldKey, WorldItem>,
): void {
  const first = new Map<string, readonly [WorldKey, WorldItem]>();
  for (const [key, item] of items) {
    if (isInterfaceKey(key, item)) continue;
    const earlier = first.get(key.toLowerCase());
    if (earlier === undefined) {
      first.set(key.toLowerCase(), [key, item]);
      continue;
    }
    report({
      code: 'case-insensitive-duplicate',
      message: `the world ${verb} \`${earlier[0]}\` and \`${key}\`, which differ in case only`,
      span: worldItemSpan(item),
      notes: [{ message: `\`${earlier[0]}\` stands here`, span: worldItemSpan(earlier[1]) }],
    });
  }
}
