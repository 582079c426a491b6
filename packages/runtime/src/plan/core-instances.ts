import type { CoreInstanceExpression } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { CoreInstanceItem, Frame } from './frame.js';
import type { CoreArguments, CoreDef } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** Instantiates a core module, or bundles core definitions under names. */
export function coreInstance(
  builder: PlanBuilder,
  frame: Frame,
  expression: CoreInstanceExpression,
  offset: number,
): CoreInstanceItem {
  if (expression.kind === 'exports')
    return { kind: 'exports', exports: bundle(frame, expression.exports, offset) };
  const { module } = frame.coreModules.get(expression.module, offset);
  const args = expression.args.map(({ name, instance }) => ({
    name,
    instance: frame.coreInstances.get(instance, offset),
  }));
  const index = builder.instantiateModule(
    { op: 'instantiate-module', module, args: args.map(({ name, instance }) => argument(name, instance)) },
    offset,
  );
  return { kind: 'instantiated', index };
}

function bundle(
  frame: Frame,
  exports: Extract<CoreInstanceExpression, { readonly kind: 'exports' }>['exports'],
  offset: number,
): ReadonlyMap<string, { readonly sort: string; readonly core: CoreDef }> {
  const bundled = new Map<string, { sort: string; core: CoreDef }>();
  for (const { name, sort, index } of exports) {
    const core = frame.coreSpace(sort)?.get(index, offset);
    if (core === undefined)
      throw compileErrorAt('core-sort', offset, `a core instance cannot export a ${sort}`);
    if (bundled.has(name))
      throw compileErrorAt('duplicate-name', offset, `a core instance exports \`${name}\` twice`);
    bundled.set(name, { sort, core });
  }
  return bundled;
}

/** All exports of an instance are offered: which of them the module imports is known once it is compiled. */
function argument(name: string, instance: CoreInstanceItem): CoreArguments {
  if (instance.kind === 'instantiated') return { module: name, instance: instance.index };
  return { module: name, items: [...instance.exports].map(([item, { core }]) => [item, core]) };
}
