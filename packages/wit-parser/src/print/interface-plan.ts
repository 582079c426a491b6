import type { Func, InterfaceId, Resolve, TypeId } from '../resolve/model.js';
import { groupByResource } from './plan.js';
import type { FuncStep, InterfacePlan, TypeStep } from './plan.js';
import { usedInterface } from './uses.js';

/**
 * The types in the order of their ids, and the functions in theirs. The functions of a resource stand in it, so that
 * others may have to come before it.
 */
export function planInterface(resolve: Resolve, id: InterfaceId): InterfacePlan {
  const { types = new Map<string, TypeId>(), functions = new Map<string, Func>() } =
    resolve.interfaces[id] ?? {};
  const uses: TypeId[] = [];
  const steps: (TypeStep | FuncStep)[] = [];
  const groups = groupByResource(functions.values());
  const funcs = [...functions.values()];
  const indices = new Map(funcs.map((func, index) => [func, index]));
  let next = 0;
  const addFuncsUntil = (end: number) => {
    for (; next < end; next++) {
      const func = funcs[next];
      if (func?.kind.kind === 'freestanding') steps.push({ kind: 'func', func });
    }
  };
  for (const type of types.values()) {
    if (usedInterface(resolve, type) !== undefined) {
      uses.push(type);
      continue;
    }
    const own = groups.get(type) ?? [];
    const [first] = own;
    if (first !== undefined) addFuncsUntil(indices.get(first) ?? 0);
    steps.push({ kind: 'type', id: type, funcs: own });
  }
  addFuncsUntil(funcs.length);
  return { id, uses, steps };
}
