import { StructureKind, type ExportDeclarationStructure, type ImportDeclarationStructure } from 'ts-morph';
import type { UsedName, UsePlan } from '../plan/model.js';
import type { SourceBlock } from './source-file.js';

/** The imports from other generated files, one for each, and the export of what WIT names in this one. */
export function useBlocks(
  path: string,
  uses: readonly UsePlan[],
): { imports: SourceBlock; exports: SourceBlock } {
  const byPath = new Map<string, UsedName[]>();
  for (const use of uses) byPath.set(use.path, [...(byPath.get(use.path) ?? []), ...use.names]);
  const reexported = uses.flatMap(({ names }) => names.filter((used) => used.reexported));
  return {
    imports: [...byPath].map(([from, names]) => importFrom(path, from, names)),
    exports: reexported.length === 0 ? [] : [exportOf(reexported)],
  };
}

function importFrom(path: string, from: string, names: readonly UsedName[]): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: moduleSpecifier(path, from),
    namedImports: names.map(({ name, local }) => (name === local ? { name } : { name, alias: local })),
  };
}

function exportOf(names: readonly UsedName[]): ExportDeclarationStructure {
  return { kind: StructureKind.ExportDeclaration, namedExports: names.map(({ local }) => local) };
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
