import { interfaceKey } from '../resolve/model.js';
import type { Func, Resolve, TypeId, WorldId } from '../resolve/model.js';
import type { WorldIncludes } from './includes.js';
import { planInterface } from './interface-plan.js';
import { madeByFuncs, madeByInterface, madeByTypes, madeElsewhere, ownHandles } from './made-types.js';
import { declaredTypes, groupByResource } from './plan.js';
import type { ExternStep, InterfacePlan, TypeStep, WorldPlan } from './plan.js';
import { mergeSteps } from './step-order.js';
import type { Direction } from './placed-items.js';
import type { MadeIds, Makes } from './step-order.js';
import { usedInterface } from './uses.js';
import { ownItems, withoutImplied } from './world-items.js';
import type { Entry } from './world-items.js';

type WorldStep = TypeStep | ExternStep;

/**
 * Imported interfaces, types, imported functions, exports: as a person would order them, as far as the types without a
 * name that they make come to be in the order of their ids.
 *
 * @param made - The types without a name that the package has already. Those of the world are added.
 */
export function planWorld(
  resolve: Resolve,
  id: WorldId,
  included: WorldIncludes,
  made: Set<TypeId>,
): WorldPlan {
  const world = resolve.worlds[id];
  if (world === undefined) throw new RangeError(`no world ${id}`);
  const { includes } = included;
  const own = (direction: Direction) =>
    withoutImplied(resolve, { world, direction, includes }, ownItems(world[direction], included[direction]));
  const imports = own('imports');
  const exports = own('exports');
  const types = imports.map(([, item]) => (item.kind === 'type' ? item.id : undefined)).filter(isPresent);
  const uses = types.filter((type) => usedInterface(resolve, type) !== undefined);
  const declared = types.filter((type) => usedInterface(resolve, type) === undefined);
  const importSteps = externSteps(resolve, 'import', imports);
  const exportSteps = externSteps(resolve, 'export', exports);
  const sequences: WorldStep[][] = [
    importSteps.filter(({ item }) => item.kind === 'interface'),
    typeSteps(imports, declared),
    importSteps.filter(({ item }) => item.kind === 'function'),
    exportSteps.filter(({ item }) => item.kind === 'function'),
    exportSteps.filter(({ item }) => item.kind === 'interface'),
  ];
  for (const type of madeByTypes(resolve, declared)) made.add(type);
  const nested = new Set([...made, ...madeByFuncs(resolve, sequences.flat().flatMap(funcsOf))]);
  const makes = (step: WorldStep) => makesOf(resolve, step, nested);
  const steps = mergeSteps(sequences, makes, [
    { made, mayBeLeftOver: (type) => resolve.types[type]?.name === undefined },
    { made: new Set(), mayBeLeftOver: () => false },
    { made: new Set(), mayBeLeftOver: () => false },
  ]);
  return {
    id,
    name: world.name,
    prelude: world,
    package: world.package,
    firstIncludes: [],
    uses,
    includes,
    steps,
  };
}

function typeSteps(imports: readonly Entry[], declared: readonly TypeId[]): TypeStep[] {
  const funcs = imports.map(([, item]) => (item.kind === 'function' ? item.function : undefined));
  const groups = groupByResource(funcs.filter(isPresent));
  return declared.map((id) => ({ kind: 'type', id, funcs: groups.get(id) ?? [] }));
}

function externSteps(
  resolve: Resolve,
  direction: ExternStep['direction'],
  entries: readonly Entry[],
): ExternStep[] {
  return entries.flatMap(([key, item]): ExternStep[] => {
    if (item.kind === 'type') return [];
    if (item.kind === 'function')
      return item.function.kind.kind === 'freestanding'
        ? [{ kind: 'extern', direction, key, item, inline: undefined }]
        : [];
    const isInline = key !== interfaceKey(item.id) && resolve.interfaces[item.id]?.name === undefined;
    const inline = isInline ? planInterface(resolve, item.id) : undefined;
    return [{ kind: 'extern', direction, key, item, inline }];
  });
}

/** Types, interfaces, and the handles that imported functions need last. */
function makesOf(resolve: Resolve, step: WorldStep, nested: ReadonlySet<TypeId>): Makes {
  if (step.kind === 'extern' && step.inline !== undefined)
    return [madeInline(resolve, step.inline), { ids: [step.inline.id] }];
  const funcs = funcsOf(step);
  const handles = funcs.flatMap((func) => ownHandles(resolve, func)).filter((id) => !nested.has(id));
  const isExport = step.kind === 'extern' && step.direction === 'export';
  const ids = isExport ? [] : [...new Set(handles)];
  const types = madeByFuncs(resolve, funcs);
  return [{ ids: types, needed: madeElsewhere(resolve, types, undefined) }, { ids: [] }, { ids }];
}

function madeInline(resolve: Resolve, inline: InterfacePlan): MadeIds {
  const ofTypes = declaredTypes(inline).flatMap((id) =>
    madeElsewhere(resolve, madeByTypes(resolve, [id]), resolve.types[id]?.stability),
  );
  const own = new Set(madeByTypes(resolve, declaredTypes(inline)));
  const ids = madeByInterface(resolve, inline);
  const others = ids.filter((id) => !own.has(id));
  return { ids, needed: [...ofTypes, ...madeElsewhere(resolve, others, undefined)] };
}

function funcsOf(step: WorldStep): readonly Func[] {
  if (step.kind === 'type') return step.funcs;
  return step.item.kind === 'function' ? [step.item.function] : [];
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
