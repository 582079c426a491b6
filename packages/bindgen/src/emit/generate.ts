import type { PackageId, Resolve, SourceMap, WorldId } from '@wit-bindgen-ts/wit-parser';
import { checkInterfaces, checkWorld } from '../check/check-world.js';
import type { BindgenOptions } from '../options/bindgen-options.js';
import { planInterfaces } from '../plan/plan-interfaces.js';
import { planWorld } from '../plan/plan-world.js';
import type { GeneratedFile } from './emit-world.js';
import { version } from './package-version.js';

interface Source {
  readonly resolve: Resolve;
  /** The files that `resolve` was made from, so that errors can tell lines. */
  readonly sources?: SourceMap;
}

export interface GenerateOptions extends BindgenOptions, Source {
  /** The world of `resolve` to generate for. */
  readonly world: WorldId;
  /** Worlds that are generated with the same options: what names something there is not unused. */
  readonly otherWorlds?: readonly WorldId[];
}

export interface GenerateInterfacesOptions extends BindgenOptions, Source {
  /** The package of `resolve` whose interfaces to generate. */
  readonly package: PackageId;
}

/**
 * Generates the TypeScript of a world: one file for the world, and one for each of its interfaces and directions.
 *
 * The output depends on the WIT and the options alone. Nothing is written.
 *
 * @throws {BindgenError} If the world has items that no bindings can be generated for, or an option names nothing there is;
 *   it lists all of them.
 */
export async function generate(options: GenerateOptions): Promise<GeneratedFile[]> {
  const { resolve, world, otherWorlds, sources } = options;
  checkWorld(resolve, world, options, otherWorlds, sources);
  const plan = planWorld(resolve, world, options);
  // ts-morph and prettier take a second to load, which an error in the WIT need not wait for.
  const { emitWorld } = await import('./emit-world.js');
  return await emitWorld(plan, version);
}

/**
 * Generates the TypeScript of the interfaces of a package and of those that their types come from: the files that a world
 * has which imports and exports all of them.
 *
 * @throws {BindgenError} As `generate` does.
 */
export async function generateInterfaces(options: GenerateInterfacesOptions): Promise<GeneratedFile[]> {
  const { resolve, package: id, sources } = options;
  checkInterfaces(resolve, id, options, sources);
  const plans = planInterfaces(resolve, id, options);
  const { emitInterfaces } = await import('./emit-world.js');
  return await emitInterfaces(plans, version);
}
