import type { PackageId, Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { funcLines } from './functions.js';
import { braced, separated } from './lines.js';
import type { Lines, Section } from './lines.js';
import { identifier, interfacePath } from './names.js';
import type { InterfacePlan, TypeStep } from './plan.js';
import { typeDefLines } from './types.js';
import { useSections } from './uses.js';

/** A named interface. */
export function interfaceLines(resolve: Resolve, plan: InterfacePlan): string[] {
  const found = resolve.interfaces[plan.id];
  if (found?.name === undefined) return [];
  const body = interfaceBody(resolve, plan, found.package);
  return [...preludeLines(found), ...braced(`interface ${identifier(found.name)}`, body)];
}

/** What stands between the braces of an interface. */
export function interfaceBody(resolve: Resolve, { uses, steps }: InterfacePlan, from: PackageId): Lines {
  return separated([
    ...useSections(resolve, uses, (id) => interfacePath(resolve, id, from)),
    ...steps.map((step) =>
      step.kind === 'type'
        ? typeSection(resolve, step)
        : { kind: 'func', lines: funcLines(resolve, step.func) },
    ),
  ]);
}

/** The declaration of a type. That of a resource has its functions in it. */
export function typeSection(resolve: Resolve, { id, funcs }: TypeStep): Section {
  const type = resolve.types[id];
  if (type === undefined) throw new RangeError(`no type ${id}`);
  const prelude = preludeLines(type);
  if (type.kind.kind !== 'resource')
    return { kind: 'type', lines: [...prelude, ...typeDefLines(resolve, type)] };
  const head = `resource ${identifier(type.name ?? '')}`;
  const body = separated(funcs.map((func) => ({ kind: 'func', lines: funcLines(resolve, func) })));
  return { kind: 'type', lines: [...prelude, ...(body.length === 0 ? [`${head};`] : braced(head, body))] };
}
