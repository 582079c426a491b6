import type { Problem } from '../source/diagnostic.js';
import type { PathSyntax } from '../syntax/ast.js';
import { parsePath } from '../syntax/paths.js';
import { TokenKind } from '../syntax/token-kinds.js';
import { SyntaxFailure, TokenStream } from '../syntax/token-stream.js';
import type { Package, PackageId, Resolve, WorldId } from './model.js';
import { formatItemName, formatPackageName, packageKey, packageNameOf } from './package-name.js';

/** Thrown when it is not clear which world is meant. */
export class WorldSelectionError extends Error {
  override readonly name = 'WorldSelectionError';
}

/**
 * The world to generate bindings for. See "Specifying a World" in the standard's WIT.md.
 *
 * @param packageId - The main package.
 * @param name - A world of the main package, such as `shop`, or any world by its full name, `example:shop/shop@1.2.0`;
 *   the version may be left out when the package is there in one only. It is read as in WIT: a world named by a keyword
 *   is `%world`. Without a name, the only world of the main package.
 * @throws WorldSelectionError when there is no such world, or several that may be meant; it lists them.
 */
export function selectWorld(resolve: Resolve, packageId: PackageId, name?: string): WorldId {
  const main = resolve.packages[packageId];
  if (main === undefined) throw new WorldSelectionError(`there is no package with the id ${packageId}`);
  if (name === undefined) return onlyWorld(resolve, main);
  const path = parseName(resolve, name);
  const owner = path.package === undefined ? main : packageOf(resolve, path.package);
  const found = owner.worlds.get(path.name.text);
  if (found !== undefined) return found;
  const listed = owner.worlds.size > 0 ? [owner] : resolve.packages;
  throw selectionError(
    `the package ${formatPackageName(owner.name)} has no world \`${path.name.text}\``,
    listed,
  );
}

function onlyWorld({ packages }: Resolve, main: Package): WorldId {
  const [first, ...others] = main.worlds.values();
  if (first !== undefined && others.length === 0) return first;
  const name = formatPackageName(main.name);
  if (first === undefined) throw selectionError(`the package ${name} has no world`, packages);
  throw selectionError(`the package ${name} has several worlds, and one must be chosen`, [main]);
}

function parseName({ packages }: Resolve, name: string): PathSyntax {
  const problems: Problem[] = [];
  const stream = new TokenStream(name, 0, (problem) => problems.push(problem));
  let path: PathSyntax | undefined;
  try {
    path = parsePath(stream);
    stream.expect(TokenKind.EndOfFile, 'nothing more');
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
  }
  const [problem] = problems;
  if (path !== undefined && problem === undefined) return path;
  throw selectionError(`\`${name}\` is not the name of a world: ${problem?.message ?? ''}`, packages);
}

/** A package without a version comes before those of the same name that have one. */
function packageOf({ packages }: Resolve, syntax: NonNullable<PathSyntax['package']>): Package {
  const wanted = packageNameOf(syntax);
  const key = packageKey(syntax);
  const exact = packages.find(({ name }) => formatPackageName(name) === key);
  if (exact !== undefined) return exact;
  const candidates = packages.filter(
    ({ name }) =>
      wanted.version === undefined && name.namespace === wanted.namespace && name.name === wanted.name,
  );
  const [first, ...others] = candidates;
  if (first === undefined) throw selectionError(`there is no package ${key}`, packages);
  if (others.length === 0) return first;
  throw selectionError(`the package ${key} is there in several versions, and one must be chosen`, candidates);
}

function selectionError(problem: string, packages: readonly Package[]): WorldSelectionError {
  const worlds = packages.flatMap(({ name, worlds: each }) =>
    [...each.keys()].map((world) => `\n  ${formatItemName(name, world)}`),
  );
  const list = worlds.length === 0 ? '' : `; the worlds are:${worlds.join('')}`;
  return new WorldSelectionError(`${problem}${list}`);
}
