import type { TypeDef, TypeId } from '@wit-bindgen-ts/wit-parser';
import type { Draft, PackageDraft } from './draft.js';

/** The packages, each after those that it depends on: as far as that can be. */
export function orderPackages(draft: Draft, main: PackageDraft): PackageDraft[] {
  const dependencies = packageDependencies(draft);
  const ordered = new Set<PackageDraft>();
  for (const root of [...draft.packages.filter((each) => each !== main), main]) {
    visit(root, dependencies, ordered);
  }
  return [...ordered];
}

/** With a stack of its own: a component can name a great many packages. */
function visit(
  root: PackageDraft,
  dependencies: ReadonlyMap<PackageDraft, ReadonlySet<PackageDraft>>,
  ordered: Set<PackageDraft>,
): void {
  const entered = new Set([root]);
  const stack = [{ owner: root, rest: [...(dependencies.get(root) ?? [])] }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.shift();
    if (next === undefined) {
      ordered.add(top.owner);
      stack.pop();
    } else if (!ordered.has(next) && !entered.has(next)) {
      entered.add(next);
      stack.push({ owner: next, rest: [...(dependencies.get(next) ?? [])] });
    }
  }
}

function packageDependencies(draft: Draft): Map<PackageDraft, Set<PackageDraft>> {
  const dependencies = new Map(draft.packages.map((each) => [each, new Set<PackageDraft>()]));
  const add = (from: PackageDraft, to: PackageDraft | undefined): void => {
    if (to !== undefined && to !== from) dependencies.get(from)?.add(to);
  };
  for (const type of draft.types) {
    const from = ownerOf(draft, type);
    if (from !== undefined && type.kind.kind === 'alias' && typeof type.kind.type === 'number')
      add(from, packageOf(draft, type.kind.type));
  }
  for (const world of draft.worlds) {
    for (const item of [...world.imports.values(), ...world.exports.values()])
      if (item.kind === 'interface') add(world.package, draft.interfaces[item.id]?.package);
  }
  return dependencies;
}

function packageOf(draft: Draft, id: TypeId): PackageDraft | undefined {
  const type = draft.types[id];
  return type === undefined ? undefined : ownerOf(draft, type);
}

function ownerOf({ interfaces, worlds }: Draft, { owner }: TypeDef): PackageDraft | undefined {
  if (owner === undefined) return undefined;
  return owner.kind === 'interface' ? interfaces[owner.id]?.package : worlds[owner.id]?.package;
}
