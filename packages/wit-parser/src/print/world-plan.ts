import { interfaceKey } from '../resolve/model.js';
import type { Resolve, TypeId, WorldId, WorldItem, WorldKey } from '../resolve/model.js';
import type { WorldIncludes } from './includes.js';
import { planInterface } from './interface-plan.js';
import { madeByFuncs, madeByInterface, madeByTypes } from './made-types.js';
import { groupByResource } from './plan.js';
import type { ExternStep, TypeStep, WorldPlan } from './plan.js';
import { mergeSteps } from './step-order.js';
import type { Makes } from './step-order.js';
import { usedInterface } from './uses.js';

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
  included: WorldIncludes | undefined,
  made: Set<TypeId>,
): WorldPlan {
  const world = resolve.worlds[id];
  const imports = ownItems(world?.imports, included?.imports);
  const exports = ownItems(world?.exports, included?.exports);
  const types = imports.map(([, item]) => (item.kind === 'type' ? item.id : undefined)).filter(isPresent);
  const uses = types.filter((type) => usedInterface(resolve, type) !== undefined);
  const declared = types.filter((type) => usedInterface(resolve, type) === undefined);
  const importSteps = externSteps(resolve, 'import', imports);
  const exportSteps = externSteps(resolve, 'export', exports);
  for (const type of madeByTypes(resolve, declared)) made.add(type);
  const sequences: WorldStep[][] = [
    importSteps.filter(({ item }) => item.kind === 'interface'),
    typeSteps(imports, declared),
    importSteps.filter(({ item }) => item.kind === 'function'),
    exportSteps.filter(({ item }) => item.kind === 'function'),
    exportSteps.filter(({ item }) => item.kind === 'interface'),
  ];
  const steps = mergeSteps(sequences, (step) => makesOf(resolve, step), made);
  return { id, uses, includes: included?.includes ?? [], steps };
}

type Entry = readonly [WorldKey, WorldItem];

/** Without what an `include` brings in. */
function ownItems(
  items: ReadonlyMap<WorldKey, WorldItem> | undefined,
  included: ReadonlySet<WorldKey> | undefined,
): Entry[] {
  return [...(items ?? [])].filter(([key]) => included?.has(key) !== true);
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

function makesOf(resolve: Resolve, step: WorldStep): Makes {
  if (step.kind === 'type') return { types: madeByFuncs(resolve, step.funcs), interface: undefined };
  if (step.inline !== undefined)
    return { types: madeByInterface(resolve, step.inline), interface: step.inline.id };
  const funcs = step.item.kind === 'function' ? [step.item.function] : [];
  return { types: madeByFuncs(resolve, funcs), interface: undefined };
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
