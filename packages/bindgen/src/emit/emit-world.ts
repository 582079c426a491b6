import type { WorldPlan } from '../plan/model.js';
import { generatedHeader } from './generated-header.js';
import { interfaceBlocks } from './interface-file.js';
import { printSourceFile } from './source-file.js';
import { worldBlocks } from './world-file.js';

/** A generated file: where it goes and what it says. */
export interface GeneratedFile {
  /** Relative to the folder of all output, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Writes the source text of every file of a plan. */
export async function emitWorld(plan: WorldPlan, version: string): Promise<GeneratedFile[]> {
  const emit = async (
    path: string,
    source: string,
    blocks: ReturnType<typeof worldBlocks>,
  ): Promise<GeneratedFile> => ({
    path,
    text: await printSourceFile(generatedHeader(version, source), blocks),
  });
  const files = [await emit(plan.path, plan.source, worldBlocks(plan))];
  for (const item of plan.interfaces.filter(({ isForeign }) => !isForeign)) {
    const blocks = interfaceBlocks(item);
    if (blocks.some((block) => block.length > 0)) files.push(await emit(item.path, item.source, blocks));
  }
  return files;
}
