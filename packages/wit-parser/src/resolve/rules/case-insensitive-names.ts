import type { PackageContext } from '../context.js';
import { isInterfaceKey, worldItemSpan } from '../model.js';
import type { World, WorldItem, WorldKey } from '../model.js';

/** Names of a world do not differ in case only: the standard takes them for the same. */
export function checkCaseInsensitiveNames(context: PackageContext, { imports, exports }: World): void {
  checkNames(context, 'imports', imports);
  checkNames(context, 'exports', exports);
}

function checkNames(
  { report }: PackageContext,
  verb: 'imports' | 'exports',
  items: ReadonlyMap<WorldKey, WorldItem>,
): void {
  if (areLowerCase(items)) return;
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

/** Names in lower case are distinct as they are. */
function areLowerCase(items: ReadonlyMap<WorldKey, WorldItem>): boolean {
  for (const key of items.keys()) if (key !== key.toLowerCase()) return false;
  return true;
}
