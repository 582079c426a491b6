/** What is printed in which order, before it is text. */
import type { Func, InterfaceId, PackageId, TypeId, WorldId, WorldItem } from '../resolve/model.js';
import type { Prelude } from './attributes.js';
import type { Include } from './includes.js';

/** A declared type; for a resource, with its functions. */
export interface TypeStep {
  readonly kind: 'type';
  readonly id: TypeId;
  readonly funcs: readonly Func[];
}

export interface FuncStep {
  readonly kind: 'func';
  readonly func: Func;
}

export interface InterfacePlan {
  readonly id: InterfaceId;
  readonly uses: readonly TypeId[];
  readonly steps: readonly (TypeStep | FuncStep)[];
}

/** An import or an export that is no type, and no function of a resource. */
export interface ExternStep {
  readonly kind: 'extern';
  readonly direction: 'import' | 'export';
  readonly key: string;
  readonly item: Exclude<WorldItem, { kind: 'type' }>;
  /** For an interface that is written in place. */
  readonly inline: InterfacePlan | undefined;
}

export interface WorldPlan {
  /** `undefined` for a world that is not in the `Resolve`: see `left-out-worlds.ts`. */
  readonly id: WorldId | undefined;
  readonly name: string;
  readonly prelude: Prelude;
  readonly package: PackageId;
  /** Worlds that add nothing, and are included only so that their packages are named: see `package-order.ts`. */
  readonly firstIncludes: readonly Include[];
  readonly uses: readonly TypeId[];
  readonly includes: readonly Include[];
  readonly steps: readonly (TypeStep | ExternStep)[];
}

/** A package, its items in the order of their ids. */
export interface PackagePlan {
  readonly id: PackageId;
  readonly interfaces: readonly InterfacePlan[];
  readonly worlds: readonly WorldPlan[];
  /** An interface that is there only for what has no other place: see `left-out.ts` and `package-order.ts`. */
  readonly leftOut: LeftOutInterface | undefined;
  /** Interfaces of packages that the text must name first: see `package-order.ts`. */
  readonly firstPaths: FirstPaths | undefined;
}

export interface LeftOutInterface {
  readonly name: string;
  readonly feature: string;
  readonly funcs: readonly Func[];
}

export interface FirstPaths {
  readonly paths: readonly PackagePath[];
  /** A world that names them, where some are left out: only what is left out too can do that. */
  readonly leftOut: { readonly name: string; readonly feature: string } | undefined;
}

/** An interface of another package. */
export interface PackagePath {
  readonly path: string;
  /** A name for it that is not taken. */
  readonly alias: string | undefined;
}

/** What an interface or a world uses, then what it declares. */
export function declaredTypes({ uses, steps }: Pick<InterfacePlan | WorldPlan, 'uses' | 'steps'>): TypeId[] {
  return [...uses, ...steps.flatMap((step) => (step.kind === 'type' ? [step.id] : []))];
}

/** The functions of each resource. */
export function groupByResource(funcs: Iterable<Func>): ReadonlyMap<TypeId, readonly Func[]> {
  const groups = new Map<TypeId, Func[]>();
  for (const func of funcs) {
    if (func.kind.kind === 'freestanding') continue;
    const group = groups.get(func.kind.resource);
    if (group === undefined) groups.set(func.kind.resource, [func]);
    else group.push(func);
  }
  return groups;
}
