import type { InterfaceId, Resolve, TypeId } from '../resolve/model.js';
import { planInterface } from './interface-plan.js';
import type { LeftOutNames } from './left-out-names.js';
import { madeByFuncs, madeByInterface, madeByTypes } from './made-types.js';
import { declaredTypes } from './plan.js';
import type { ExternStep, InterfacePlan, PackagePlan, TypeStep, WorldPlan } from './plan.js';

/**
 * Adds worlds for the interfaces that are in none: a world that a feature left out leaves behind those that were written
 * in place in it.
 */
export function withLeftOutWorlds(
  resolve: Resolve,
  plans: readonly PackagePlan[],
  names: LeftOutNames,
): readonly PackagePlan[] {
  const inWorlds = new Set(
    resolve.worlds
      .flatMap(({ imports, exports }) => [...imports.values(), ...exports.values()])
      .map((item) => (item.kind === 'interface' ? item.id : undefined)),
  );
  const lost = resolve.interfaces.flatMap(({ name }, id) =>
    name === undefined && !inWorlds.has(id) ? [planInterface(resolve, id)] : [],
  );
  if (lost.length === 0) return plans;
  return plans.map((plan) => {
    const own = lost.filter(({ id }) => resolve.interfaces[id]?.package === plan.id);
    const worlds = merged(resolve, plan.worlds, own, (inline) => worldOf(resolve, plan, inline, names));
    return { ...plan, worlds };
  });
}

function worldOf(
  { interfaces }: Resolve,
  { id }: PackagePlan,
  inline: InterfacePlan,
  names: LeftOutNames,
): WorldPlan {
  const { feature } = names;
  const gates = interfaces[inline.id]?.stability;
  const item = {
    kind: 'interface',
    id: inline.id,
    ...(gates !== undefined && { stability: gates }),
    span: { file: 0, start: 0, end: 0 },
  } as const;
  const step: ExternStep = { kind: 'extern', direction: 'import', key: names.next(), item, inline };
  const docs = 'A feature that is not active left a world out. Only an interface in it is here.';
  const prelude = { docs, stability: { kind: 'unstable', feature } } as const;
  return {
    id: undefined,
    name: names.next(),
    prelude,
    package: id,
    firstIncludes: [],
    uses: [],
    includes: [],
    steps: [step],
  };
}

/** Each interface comes before the first world that makes what comes after it. */
function merged(
  resolve: Resolve,
  worlds: readonly WorldPlan[],
  lost: readonly InterfacePlan[],
  worldOfInterface: (inline: InterfacePlan) => WorldPlan,
): WorldPlan[] {
  const rest = lost.map((inline) => ({ inline, last: lastOf(madeByInterface(resolve, inline)) }));
  const all: WorldPlan[] = [];
  for (const world of worlds) {
    const made = madeBy(resolve, world);
    const count = rest.findLastIndex(({ inline, last }) => {
      const isOlder = made.interface !== undefined && inline.id < made.interface;
      return isOlder || (last !== undefined && made.type !== undefined && last < made.type);
    });
    for (const { inline } of rest.splice(0, count + 1)) all.push(worldOfInterface(inline));
    all.push(world);
  }
  return [...all, ...rest.map(({ inline }) => worldOfInterface(inline))];
}

/** The last interface and the last type that come to be with a world. */
function madeBy(
  resolve: Resolve,
  world: WorldPlan,
): { readonly interface: InterfaceId | undefined; readonly type: TypeId | undefined } {
  const types = madeByTypes(resolve, declaredTypes(world));
  const interfaces: InterfaceId[] = [];
  for (const step of world.steps) {
    if (step.kind === 'extern' && step.inline !== undefined) interfaces.push(step.inline.id);
    for (const type of madeByStep(resolve, step)) types.push(type);
  }
  return { interface: lastOf(interfaces), type: lastOf(types) };
}

function madeByStep(resolve: Resolve, step: TypeStep | ExternStep): TypeId[] {
  if (step.kind === 'type') return madeByFuncs(resolve, step.funcs);
  if (step.inline !== undefined) return madeByInterface(resolve, step.inline);
  return step.item.kind === 'function' ? madeByFuncs(resolve, [step.item.function]) : [];
}

function lastOf(ids: readonly number[]): number | undefined {
  return ids.length === 0 ? undefined : ids.reduce((a, b) => Math.max(a, b));
}
