import { walkDependencies } from '../resolve/dependency-walk.js';
import type { Func, Resolve, Stability, Type, TypeDef, TypeDefKind, TypeId } from '../resolve/model.js';
import { elementTypes } from '../resolve/type-elements.js';
import { declaredTypes } from './plan.js';
import type { InterfacePlan } from './plan.js';

/**
 * The types that come to be with declarations, in the order in which that happens: the declared ones, and those without
 * a name in them, which are made where they are first met.
 */
class MadeTypes {
  readonly #resolve: Resolve;
  readonly #made = new Set<TypeId>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  get inOrder(): TypeId[] {
    return [...this.#made];
  }

  addDeclared(id: TypeId): void {
    for (const part of this.#parts(id)) this.#add(part);
    this.#made.add(id);
  }

  /** A resource that is passed itself, not within another type, gets its handle later, after all other types. */
  addFunc(func: Func): void {
    for (const type of valueTypes(func)) if (!isOwnHandle(this.#resolve, type)) this.#add(type);
  }

  #add(root: Type): void {
    if (!isAnonymous(this.#resolve, root)) return;
    walkDependencies(root, {
      enter: (id) => !this.#made.has(id),
      dependencies: (id) => this.#parts(id),
      leave: (id) => void this.#made.add(id),
    });
  }

  /** The types without a name that a type is made of. The handles among them are made last. */
  #parts(id: TypeId): TypeId[] {
    const type = this.#resolve.types[id];
    if (type === undefined) return [];
    const parts = elementTypes(type.kind).filter((part) => isAnonymous(this.#resolve, part));
    const isHandle = (part: TypeId) => isOwnHandle(this.#resolve, part);
    return [...parts.filter((part) => !isHandle(part)), ...parts.filter(isHandle)];
  }
}

export function madeByTypes(resolve: Resolve, ids: Iterable<TypeId>): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const id of ids) types.addDeclared(id);
  return types.inOrder;
}

export function madeByFuncs(resolve: Resolve, funcs: Iterable<Func>): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const func of funcs) types.addFunc(func);
  return types.inOrder;
}

/** The types of the interface, and all that its functions make. */
export function madeByInterface(resolve: Resolve, plan: InterfacePlan): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const id of declaredTypes(plan)) types.addDeclared(id);
  for (const step of plan.steps) {
    for (const func of step.kind === 'type' ? step.funcs : [step.func]) types.addFunc(func);
  }
  return types.inOrder;
}

/**
 * Those of the types that something with these gates did not make: a type without a name has the gates of what it is
 * made with, or else of the first of its parts that has any.
 */
export function madeElsewhere(
  { types }: Resolve,
  ids: readonly TypeId[],
  gates: Stability | undefined,
): TypeId[] {
  return ids.filter((id) => {
    const type = types[id];
    if (type === undefined || type.name !== undefined || type.kind.kind === 'own') return false;
    const inherited = partsOf(type.kind).map((part) => gatesOfPart(types[part]));
    const expected = gates ?? inherited.find((each) => each !== undefined);
    return JSON.stringify(type.stability) !== JSON.stringify(expected);
  });

  /** A handle stands for its resource. */
  function gatesOfPart(part: TypeDef | undefined): Stability | undefined {
    return part?.name === undefined && part?.kind.kind === 'own'
      ? types[part.kind.resource]?.stability
      : part?.stability;
  }
}

/** The types that a type refers to. */
function partsOf(kind: TypeDefKind): TypeId[] {
  const parts = kind.kind === 'own' || kind.kind === 'borrow' ? [kind.resource] : elementTypes(kind);
  return parts.filter((part) => typeof part === 'number');
}

/** The handles of resources that are passed themselves: see `addFunc`. */
export function ownHandles(resolve: Resolve, func: Func): TypeId[] {
  return valueTypes(func).filter((type) => isOwnHandle(resolve, type));
}

function valueTypes({ params, result }: Func): Type[] {
  const types = params.map(({ type }) => type);
  return result === undefined ? types : [...types, result];
}

function isAnonymous({ types }: Resolve, type: Type): type is TypeId {
  const found = typeof type === 'number' ? types[type] : undefined;
  return found !== undefined && found.name === undefined;
}

function isOwnHandle(resolve: Resolve, type: Type): type is TypeId {
  return isAnonymous(resolve, type) && resolve.types[type]?.kind.kind === 'own';
}
