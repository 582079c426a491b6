import type { Func, Resolve, Type, TypeId } from '../resolve/model.js';
import { elementTypes } from '../resolve/type-elements.js';
import { declaredTypes } from './plan.js';
import type { InterfacePlan } from './plan.js';

/**
 * The types that come to be with a declaration, in the order of their ids: the declared ones, and those without a name
 * in them, which are made where they are first met.
 */
export class MadeTypes {
  readonly #resolve: Resolve;
  readonly #ids = new Set<TypeId>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  get sorted(): TypeId[] {
    return [...this.#ids].sort((a, b) => a - b);
  }

  addDeclared(id: TypeId): void {
    this.#ids.add(id);
    const type = this.#resolve.types[id];
    if (type !== undefined) this.#addAnonymous(elementTypes(type.kind));
  }

  /** A resource that is passed itself, not within another type, gets its handle later, after all other types. */
  addFunc(func: Func): void {
    this.#addAnonymous(valueTypes(func).filter((type) => !isOwnHandle(this.#resolve, type)));
  }

  #addAnonymous(roots: readonly Type[]): void {
    const rest = [...roots];
    for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
      if (typeof id === 'string' || this.#ids.has(id)) continue;
      const type = this.#resolve.types[id];
      if (type === undefined || type.name !== undefined) continue;
      this.#ids.add(id);
      for (const element of elementTypes(type.kind)) rest.push(element);
    }
  }
}

export function madeByTypes(resolve: Resolve, ids: Iterable<TypeId>): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const id of ids) types.addDeclared(id);
  return types.sorted;
}

export function madeByFuncs(resolve: Resolve, funcs: Iterable<Func>): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const func of funcs) types.addFunc(func);
  return types.sorted;
}

/** The types of the interface, and all that its functions make. */
export function madeByInterface(resolve: Resolve, plan: InterfacePlan): TypeId[] {
  const types = new MadeTypes(resolve);
  for (const id of declaredTypes(plan)) types.addDeclared(id);
  for (const step of plan.steps)
    for (const func of step.kind === 'type' ? step.funcs : [step.func]) types.addFunc(func);
  return types.sorted;
}

/** The handles that a signature needs last: see {@link MadeTypes.addFunc}. */
export function ownHandles(resolve: Resolve, func: Func): TypeId[] {
  return valueTypes(func).filter((type) => isOwnHandle(resolve, type));
}

function valueTypes({ params, result }: Func): Type[] {
  const types = params.map(({ type }) => type);
  return result === undefined ? types : [...types, result];
}

function isOwnHandle({ types }: Resolve, type: Type): type is TypeId {
  const found = typeof type === 'number' ? types[type] : undefined;
  return found?.kind.kind === 'own' && found.name === undefined;
}
