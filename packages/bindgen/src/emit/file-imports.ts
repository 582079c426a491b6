import { StructureKind, type ImportDeclarationStructure, type StatementStructures } from 'ts-morph';
import type { UsePlan } from '../plan/model.js';
import type { SourceBlock } from './source-file.js';

/** The imports of types that WIT's `use` brings in, and their export under the names that they have here. */
export function useBlocks(
  path: string,
  uses: readonly UsePlan[],
): { imports: SourceBlock; exports: SourceBlock } {
  const reexported = uses.flatMap(({ names }) =>
    names.filter((used) => used.reexported).map(({ local }) => local),
  );
  const exports: StatementStructures[] =
    reexported.length === 0 ? [] : [{ kind: StructureKind.ExportDeclaration, namedExports: reexported }];
  const imports = uses.map((use) => importFrom(path, use.path, use.names));
  return { imports, exports };
}

export interface ImportedName {
  readonly name: string;
  readonly local: string;
}

/** Imports names of one generated file into another. */
export function importFrom(
  from: string,
  to: string,
  names: readonly ImportedName[],
): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: moduleSpecifier(from, to),
    namedImports: names.map(({ name, local }) => (name === local ? { name } : { name, alias: local })),
  };
}

/** `imports/a/b.ts`, `exports/c.ts` → `../../exports/c.js`. */
function moduleSpecifier(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const target = to.replace(/\.ts$/, '.js').split('/');
  let shared = 0;
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared])
    shared++;
  const up = '../'.repeat(folders.length - shared);
  return (up === '' ? './' : up) + target.slice(shared).join('/');
}
