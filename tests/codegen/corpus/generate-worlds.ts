import { BindgenError, generate, type GeneratedFile } from 'wit-bindgen-ts';
import type { ResolvedWit, WorldId } from '@wit-bindgen-ts/wit-parser';
import { describeDiagnostic, loadCase, refusal } from '../../conformance/wit/load-case.js';
import type { Loaded } from '../../conformance/wit/load-case.js';
import type { Failure } from '../../conformance/report.js';
import type { WitPackage } from './packages.js';

/** What was generated of a world. */
export interface GeneratedWorld {
  /** The package and the world: `shop.wit, world shop`. */
  readonly name: string;
  /** By their paths below the folder that bindings are generated into. */
  readonly files: readonly GeneratedFile[];
}

export interface RefusedWorld {
  readonly name: string;
  readonly failure: Failure;
}

/** A package that needs one in WebAssembly, which are not read yet. */
export interface SkippedPackage {
  readonly name: string;
  readonly skipped: string;
}

/** What became of a package: of its worlds, or of itself where it could not be read. */
export type Generated = GeneratedWorld | RefusedWorld | SkippedPackage;

/** Generates every world of a package, with all features. A package without worlds has none. */
export async function generatePackage({ input }: WitPackage, name: string): Promise<readonly Generated[]> {
  const loaded = await loadCase(input, 'all');
  if (!('wit' in loaded)) return [unreadPackage(name, input, loaded)];
  const { wit } = loaded;
  const results: Generated[] = [];
  for (const [world, id] of wit.resolve.packages[wit.package]?.worlds ?? []) {
    results.push(await generateWorld(wit, id, input, `${name}, world ${world}`));
  }
  return results;
}

function unreadPackage(
  name: string,
  input: string,
  loaded: Exclude<Loaded, { wit: ResolvedWit }>,
): Generated {
  const isWebAssembly =
    'diagnostics' in loaded && loaded.diagnostics.every(({ code }) => code === 'webassembly-package');
  const failure = refusal(input, loaded);
  return isWebAssembly ? { name, skipped: failure.message } : { name, failure };
}

async function generateWorld(
  { resolve, sources }: ResolvedWit,
  world: WorldId,
  input: string,
  name: string,
): Promise<Generated> {
  try {
    return { name, files: await generate({ resolve, sources, world }) };
  } catch (error) {
    return { name, failure: failureOf(error, input) };
  }
}

function failureOf(error: unknown, input: string): Failure {
  if (!(error instanceof BindgenError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { line: 0, kind: 'crash', message: message.split('\n').slice(0, 4).join(' | ') };
  }
  const [first] = error.diagnostics;
  if (first === undefined) return { line: 0, kind: 'refused', message: error.message };
  return { line: first.line, kind: 'refused', message: describeDiagnostic(input, first) };
}
