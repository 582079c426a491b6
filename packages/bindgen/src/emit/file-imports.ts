import { StructureKind, type ExportDeclarationStructure, type ImportDeclarationStructure } from 'ts-morph';
import type { TypePlan, UsedName, UsePlan } from '../plan/model.js';
import { isResource } from '../plan/resources.js';
import type { SourceBlock } from './source-file.js';

/** The imports from other generated files, one for each, and the export of what WIT names in this one. */
export function useBlocks(
  path: string,
  uses: readonly UsePlan[],
): { imports: SourceBlock; exports: SourceBlock } {
  const byModule = new Map<string, UsedName[]>();
  for (const use of uses) {
    const module = use.isForeign === true ? foreignModule(path, use.path) : moduleSpecifier(path, use.path);
    byModule.set(module, [...(byModule.get(module) ?? []), ...use.names]);
  }
  const reexported = uses.flatMap(({ names }) => names.filter((used) => used.reexported));
  return {
    imports: [...byModule].map(([module, names]) => importFrom(module, names)),
    exports: reexported.length === 0 ? [] : [exportOf(reexported)],
  };
}

function importFrom(module: string, names: readonly UsedName[]): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: module,
    namedImports: names.map(({ name, local }) => (name === local ? { name } : { name, alias: local })),
  };
}

function exportOf(names: readonly UsedName[]): ExportDeclarationStructure {
  return { kind: StructureKind.ExportDeclaration, namedExports: names.map(({ local }) => local) };
}

/** The imports of the host's classes that implement resources of a file. */
export function hostClassImports(path: string, types: readonly TypePlan[]): ImportDeclarationStructure[] {
  return types.filter(isResource).flatMap(({ host }) =>
    host === undefined
      ? []
      : {
          ...importFrom(foreignModule(path, host.module), [{ ...host, reexported: false }]),
          isTypeOnly: true,
        },
  );
}

/** A module of the user's: one that is relative starts at the folder of all output. */
export function foreignModule(from: string, module: string): string {
  if (!/^\.\.?\//.test(module)) return module;
  const parts: string[] = [];
  for (const part of module.split('/')) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return relativePath(from, parts.join('/')).replace(/^\.\/\.\.\//, '../');
}

/** `imports/a/b.ts`, `exports/c.ts` → `../../exports/c.js`. */
function moduleSpecifier(from: string, to: string): string {
  return relativePath(from, to.replace(/\.ts$/, '.js'));
}

function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared])
    shared++;
  const up = '../'.repeat(folders.length - shared);
  return (up === '' ? './' : up) + target.slice(shared).join('/');
}
