import { worldOf } from '../emit/generated-header.js';

/** The names of worlds, by that of their package without its version: `example:shop`. */
export type PackageWorlds = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether a generated file is of a world that its package has no longer, as its first line says. Of packages that were
 * not read nothing is known.
 */
export function isOfMissingWorld(text: string, packages: PackageWorlds): boolean {
  const source = worldOf(text);
  return source !== undefined && packages.get(source.owner)?.has(source.world) === false;
}
