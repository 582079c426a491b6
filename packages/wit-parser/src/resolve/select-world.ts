import type { Package, PackageId, Resolve, WorldId } from './model.js';
import { formatItemName, formatPackageName } from './package-name.js';

/** Thrown when it is not clear which world is meant. */
export class WorldSelectionError extends Error {
  override readonly name = 'WorldSelectionError';
}

/**
 * The world to generate bindings for. See "Specifying a World" in the standard's WIT.md.
 *
 * @param packageId - The main package.
 * @param name - A world of the main package, such as `shop`, or any world by its full name, `example:shop/shop@1.2.0`;
 *   the version may be left out when there is only one. Without a name, the only world of the main package.
 * @throws WorldSelectionError when there is no such world, or several that may be meant; it lists them.
 */
export function selectWorld(resolve: Resolve, packageId: PackageId, name?: string): WorldId {
  const main = resolve.packages[packageId];
  if (main === undefined) throw new WorldSelectionError(`there is no package with the id ${packageId}`);
  if (name === undefined) return onlyWorld(main);
  if (name.includes('/')) return worldByFullName(resolve, name);
  const found = main.worlds.get(name);
  if (found !== undefined) return found;
  throw new WorldSelectionError(
    `the package ${formatPackageName(main.name)} has no world \`${name}\`; ${listWorlds(main)}`,
  );
}

function onlyWorld(main: Package): WorldId {
  const [first, ...others] = main.worlds.values();
  if (first !== undefined && others.length === 0) return first;
  const problem = first === undefined ? 'has no world' : 'has several worlds, and one must be chosen';
  throw new WorldSelectionError(
    `the package ${formatPackageName(main.name)} ${problem}${first === undefined ? '' : `; ${listWorlds(main)}`}`,
  );
}

function worldByFullName({ packages }: Resolve, name: string): WorldId {
  const candidates = packages.flatMap((each) =>
    [...each.worlds].map(([world, id]) => {
      const { namespace, name: packageName } = each.name;
      const unversioned = { namespace, name: packageName };
      return { id, full: formatItemName(each.name, world), short: formatItemName(unversioned, world) };
    }),
  );
  const exact = candidates.find(({ full }) => full === name);
  if (exact !== undefined) return exact.id;
  const [first, ...others] = candidates.filter(({ short }) => short === name);
  if (first !== undefined && others.length === 0) return first.id;
  if (first === undefined)
    throw new WorldSelectionError(`there is no world \`${name}\`; ${listNames(candidates)}`);
  throw new WorldSelectionError(
    `\`${name}\` has several versions, and one must be chosen; ${listNames([first, ...others])}`,
  );
}

function listWorlds({ name, worlds }: Package): string {
  return listNames([...worlds.keys()].map((world) => ({ full: formatItemName(name, world) })));
}

function listNames(worlds: readonly { readonly full: string }[]): string {
  if (worlds.length === 0) return 'there are no worlds';
  return `the worlds are:${worlds.map(({ full }) => `\n  ${full}`).join('')}`;
}
