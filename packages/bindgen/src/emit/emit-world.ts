import type { InterfacePlan, WorldPlan } from '../plan/model.js';
import { generatedHeader } from './generated-header.js';
import { interfaceBlocks } from './interface-file.js';
import { printSourceFile, type SourceBlock } from './source-file.js';
import { worldBlocks } from './world-file.js';

/** A generated file: where it goes and what it says. */
export interface GeneratedFile {
  /** Relative to the folder of all output, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Writes the source text of every file of a plan. */
export async function emitWorld(plan: WorldPlan, version: string): Promise<GeneratedFile[]> {
  const world = await emitFile(plan, worldBlocks(plan), version);
  return [world, ...(await emitInterfaces(plan.interfaces, version))];
}

/** Writes the source text of the files of interfaces. What has nothing to say gets no file. */
export async function emitInterfaces(
  plans: readonly InterfacePlan[],
  version: string,
): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const plan of plans.filter(({ isForeign }) => !isForeign)) {
    const blocks = interfaceBlocks(plan);
    if (blocks.some((block) => block.length > 0)) files.push(await emitFile(plan, blocks, version));
  }
  return files;
}

async function emitFile(
  { path, source }: Pick<WorldPlan, 'path' | 'source'>,
  blocks: readonly SourceBlock[],
  version: string,
): Promise<GeneratedFile> {
  return { path, text: await printSourceFile(generatedHeader(version, source), blocks) };
}
