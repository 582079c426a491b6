import { resolve as resolvePath } from 'node:path';
import {
  formatItemName,
  formatPackageName,
  printable,
  selectWorld,
  WorldSelectionError,
  type WorldId,
} from '@wit-bindgen-ts/wit-parser';
import type { GeneratedFile } from '../emit/emit-world.js';
import { generate, generateInterfaces } from '../emit/generate.js';
import { mergeFiles, type FileGroup } from '../write/merge-files.js';
import type { PackageWorlds } from '../write/world-source.js';
import type { GenerateJob } from './generate-jobs.js';
import { loadInput, type LoadedInput } from './load-input.js';
import { refuseNestedFolders } from './nested-folders.js';
import type { ProgressTerminal } from './progress.js';
import { unusedFeatureWarnings } from './unused-features.js';
import { UsageError } from './usage-error.js';

/** A folder and all that is to be in it. */
export interface GeneratedFolder {
  readonly path: string;
  readonly files: readonly GeneratedFile[];
  /** The worlds of the packages that they come from. */
  readonly packages: PackageWorlds;
}

/** What is generated into a folder, by one job or several. */
interface FolderDraft {
  readonly path: string;
  readonly groups: FileGroup[];
  readonly packages: Map<string, ReadonlySet<string>>;
}

/** Generates all that jobs ask for. Jobs can share a folder. Nothing is written. */
export async function generateFolders(
  jobs: readonly GenerateJob[],
  terminal: ProgressTerminal,
): Promise<GeneratedFolder[]> {
  refuseNestedFolders(jobs);
  const folders = new Map<string, FolderDraft>();
  for (const job of jobs) {
    const key = resolvePath(job.outDir);
    const draft = folders.get(key) ?? { path: job.outDir, groups: [], packages: new Map() };
    folders.set(key, draft);
    await runJob(job, draft, terminal);
  }
  return [...folders.values()].map(({ path, groups, packages }) => ({
    path,
    files: mergeFiles(path, groups),
    packages,
  }));
}

async function runJob(job: GenerateJob, draft: FolderDraft, terminal: ProgressTerminal): Promise<void> {
  terminal.step(`reading ${job.input}…`);
  const input = await loadInput(job.input, { features: job.features, standardInput: terminal.input });
  warnOfOmissions(job, input, terminal);
  for (const warning of unusedFeatureWarnings(job.input, job.features, input.sources)) terminal.note(warning);
  addWorlds(draft.packages, input);
  if (job.interfaces) draft.groups.push(await interfacesOf(input, job, terminal));
  else draft.groups.push(...(await worldsOf(input, job, terminal)));
}

/** Versions of a package count as one: it has a new one, and the old one is gone. */
function addWorlds(
  packages: FolderDraft['packages'],
  { resolve, package: main, isComponent }: LoadedInput,
): void {
  const owner = resolve.packages[main];
  if (owner === undefined || isComponent) return;
  const key = `${owner.name.namespace}:${owner.name.name}`;
  packages.set(key, new Set([...(packages.get(key) ?? []), ...owner.worlds.keys()]));
}

async function worldsOf(
  input: LoadedInput,
  job: GenerateJob,
  terminal: ProgressTerminal,
): Promise<FileGroup[]> {
  const { resolve, sources } = input;
  const worlds = chooseWorlds(input, job);
  const groups: FileGroup[] = [];
  for (const world of worlds) {
    const source = `world ${worldName(input, world)}`;
    terminal.step(`generating the ${source}…`);
    const otherWorlds = worlds.filter((other) => other !== world);
    const options = { ...job.options, resolve, world, otherWorlds, ...(sources && { sources }) };
    groups.push({ source, files: await generate(options) });
  }
  return groups;
}

async function interfacesOf(
  { resolve, package: main, sources }: LoadedInput,
  job: GenerateJob,
  terminal: ProgressTerminal,
): Promise<FileGroup> {
  const owner = resolve.packages[main];
  const source = `interfaces of ${owner === undefined ? '' : formatPackageName(owner.name)}`;
  terminal.step(`generating the ${source}…`);
  const options = { ...job.options, resolve, package: main, ...(sources && { sources }) };
  return { source, files: await generateInterfaces(options) };
}

/** The bindings fit the component, but cannot give it these imports, or reach these exports. */
function warnOfOmissions(
  { input }: GenerateJob,
  { omissions }: LoadedInput,
  terminal: ProgressTerminal,
): void {
  for (const { path, reason } of omissions)
    terminal.note(`${printable(input)}: warning: ${printable(path)} ${reason}: the bindings do without it\n`);
}

function chooseWorlds({ resolve, package: main }: LoadedInput, { worlds }: GenerateJob): WorldId[] {
  try {
    if (worlds !== 'all') return (worlds ?? [undefined]).map((name) => selectWorld(resolve, main, name));
    const all = [...(resolve.packages[main]?.worlds.values() ?? [])];
    // With no world at all, this says so.
    return all.length > 0 ? all : [selectWorld(resolve, main)];
  } catch (error) {
    if (error instanceof WorldSelectionError) throw new UsageError(error.message);
    throw error;
  }
}

function worldName({ resolve }: LoadedInput, id: WorldId): string {
  const world = resolve.worlds[id];
  const owner = resolve.packages[world?.package ?? -1];
  return world && owner ? formatItemName(owner.name, world.name) : '';
}
