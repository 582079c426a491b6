import { interfaceKey } from '../resolve/model.js';
import type { PackageId, Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { namedFuncLines } from './functions.js';
import type { Include } from './includes.js';
import { interfaceBody, typeSection } from './interfaces.js';
import { braced, listed, separated } from './lines.js';
import type { Section } from './lines.js';
import { identifier, interfacePath, worldPath } from './names.js';
import type { ExternStep, WorldPlan } from './plan.js';
import { useSections } from './uses.js';

export function worldLines(resolve: Resolve, plan: WorldPlan): string[] {
  const { name, prelude, package: from, firstIncludes, uses, includes, steps } = plan;
  const body = separated([
    ...firstIncludes.map((include) => includeSection(resolve, include, from)),
    ...useSections(resolve, uses, (source) => interfacePath(resolve, source, from)),
    ...includes.map((include) => includeSection(resolve, include, from)),
    ...steps.map((step) =>
      step.kind === 'type' ? typeSection(resolve, step) : externSection(resolve, step, from),
    ),
  ]);
  return [...preludeLines(prelude), ...braced(`world ${identifier(name)}`, body)];
}

function includeSection(resolve: Resolve, { world, renames }: Include, from: PackageId): Section {
  const head = `include ${worldPath(resolve, world, from)}`;
  const names = [...renames].map(([name, here]) => `${identifier(name)} as ${identifier(here)}`);
  return {
    kind: 'include',
    lines: names.length === 0 ? [`${head};`] : listed(`${head} with { `, names, ' }'),
  };
}

function externSection(resolve: Resolve, step: ExternStep, from: PackageId): Section {
  const { direction, key, item, inline } = step;
  if (item.kind === 'function') {
    const [first = '', ...rest] = namedFuncLines(resolve, key, item.function);
    return { kind: direction, lines: [...preludeLines(item.function), `${direction} ${first}`, ...rest] };
  }
  const label = key === interfaceKey(item.id) ? '' : `${identifier(key)}: `;
  if (inline === undefined) {
    const path = interfacePath(resolve, item.id, from);
    return { kind: direction, lines: [...preludeLines(item), `${direction} ${label}${path};`] };
  }
  const docs = item.docs ?? resolve.interfaces[item.id]?.docs;
  const prelude = preludeLines({ ...item, ...(docs !== undefined && { docs }) });
  const body = interfaceBody(resolve, inline, from);
  return { kind: direction, lines: [...prelude, ...braced(`${direction} ${label}interface`, body)] };
}
