import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText, WitSources } from '@wit-bindgen-ts/wit-parser';

/** A package and its dependencies, as they stand in a folder; or one file. */
export interface WitCase {
  readonly name: string;
  readonly files: readonly CaseFile[];
}

export interface CaseFile {
  /** In the case, with `/`: `deps/http/types.wit`. */
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const conformance = '../shared/conformance';

/** Folders in which each `.wit` file is a case, and each folder one too. */
const collections = [
  'tests/codegen/worlds',
  'tests/guests',
  'examples',
  `${conformance}/wit/accept`,
  `${conformance}/wit/reject`,
  `${conformance}/wit-codegen`,
  `${conformance}/wasi`,
];

/** All WIT of this repository, and that of `shared/conformance` where it stands beside it. */
export function readCorpus(): WitCase[] {
  return collections.flatMap((collection) => casesIn(join(root, collection), collection.replace('../', '')));
}

/** The case as {@link resolveWit} takes it, with one file replaced. */
export function sourcesOf({ files }: WitCase, replaced?: CaseFile): WitSources {
  const main: SourceText[] = [];
  const dependencies = new Map<string, SourceText[]>();
  for (const file of files) {
    const source = file.path === replaced?.path ? replaced : file;
    const dependency = /^deps\/([^/]+)/.exec(file.path)?.[1];
    if (dependency === undefined) main.push(source);
    else dependencies.set(dependency, [...(dependencies.get(dependency) ?? []), source]);
  }
  return { main, dependencies: [...dependencies.values()] };
}

function casesIn(collection: string, name: string): WitCase[] {
  if (!existsSync(collection)) return [];
  return readdirSync(collection)
    .sort()
    .flatMap((entry) => {
      const path = join(collection, entry);
      const files = statSync(path).isDirectory() ? filesOfFolder(path) : filesAt(path, entry);
      return files.length === 0 ? [] : [{ name: `${name}/${entry}`, files }];
    });
}

/** A case may keep its WIT in a folder `wit`, beside its guest. */
function filesOfFolder(folder: string): CaseFile[] {
  const wit = existsSync(join(folder, 'wit')) ? join(folder, 'wit') : folder;
  const main = readdirSync(wit).flatMap((entry) => filesAt(join(wit, entry), entry));
  return [...main, ...dependenciesOf(wit)];
}

function dependenciesOf(folder: string): CaseFile[] {
  if (!existsSync(join(folder, 'deps'))) return [];
  const entries = readdirSync(join(folder, 'deps'), { recursive: true, encoding: 'utf8' }).sort();
  return entries.flatMap((entry) =>
    filesAt(join(folder, 'deps', entry), `deps/${entry.replaceAll('\\', '/')}`),
  );
}

function filesAt(path: string, name: string): CaseFile[] {
  if (!path.endsWith('.wit') || statSync(path).isDirectory()) return [];
  return [{ path: name, text: readFileSync(path, 'utf8') }];
}
