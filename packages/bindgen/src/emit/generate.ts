import type { Resolve, SourceMap, WorldId } from '@wit-bindgen-ts/wit-parser';
import { checkWorld } from '../check/check-world.js';
import type { GeneratedFile } from './emit-world.js';
import { version } from './package-version.js';
import { planWorld } from '../plan/plan-world.js';

export interface GenerateOptions {
  readonly resolve: Resolve;
  /** The world of `resolve` to generate for. */
  readonly world: WorldId;
  /** The files that `resolve` was made from, so that errors can tell lines. */
  readonly sources?: SourceMap;
}

/**
 * Generates the TypeScript of a world: one file for the world, and one for each of its interfaces and directions.
 *
 * The output depends on the WIT alone. Nothing is written.
 *
 * @throws {BindgenError} If the world has items that no bindings can be generated for; it lists all of them.
 */
export async function generate({ resolve, world, sources }: GenerateOptions): Promise<GeneratedFile[]> {
  checkWorld(resolve, world, sources);
  const plan = planWorld(resolve, world);
  // ts-morph and prettier take a second to load, which an error in the WIT need not wait for.
  const { emitWorld } = await import('./emit-world.js');
  return await emitWorld(plan, version);
}
