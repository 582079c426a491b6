import type { CoreInstanceExpression } from '../binary/definitions.js';
import { at } from './at.js';
import type { CoreDefSort, Frame } from './frame.js';
import type { CoreInstanceItem } from './items.js';
import type { CoreArguments, CoreDef } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** Instantiates a core module, or bundles core definitions under names. */
export function coreInstance(
  builder: PlanBuilder,
  frame: Frame,
  expression: CoreInstanceExpression,
  offset: number,
): CoreInstanceItem {
  if (expression.kind === 'exports') {
    builder.budget.spend('definitions', expression.exports.length, offset);
    const exports = expression.exports.map(
      ({ name, sort, index }) => [name, coreDef(frame, sort, index)] as const,
    );
    return { kind: 'exports', exports: new Map(exports) };
  }
  const { module, type } = at(frame.coreModules, expression.module);
  const args = expression.args.map(({ name, instance }) =>
    argument(name, at(frame.coreInstances, instance), type.imports.get(name)),
  );
  for (const arg of args) builder.budget.spend('definitions', 'items' in arg ? arg.items.length : 1, offset);
  const index = builder.instantiateModule(
    { op: 'instantiate-module', module, instance: frame.instance, args },
    offset,
  );
  return { kind: 'instantiated', index };
}

/** An export of a core instance. */
export function coreExport(frame: Frame, instance: number, name: string): CoreDef {
  const item = at(frame.coreInstances, instance);
  if (item.kind === 'instantiated') return { kind: 'export', instance: item.index, name };
  const found = item.exports.get(name);
  if (found === undefined) throw new RangeError(`core instance ${instance} exports no \`${name}\``);
  return found;
}

function coreDef(frame: Frame, sort: string, index: number): CoreDef {
  if (!isCoreDefSort(sort)) throw new RangeError(`a core instance cannot export a ${sort}`);
  return at(frame.core[sort], index);
}

function isCoreDefSort(sort: string): sort is CoreDefSort {
  return sort === 'func' || sort === 'table' || sort === 'memory' || sort === 'global' || sort === 'tag';
}

/** Of a bundle the module is given what it imports. */
function argument(
  name: string,
  instance: CoreInstanceItem,
  imports: ReadonlyMap<string, unknown> = new Map(),
): CoreArguments {
  if (instance.kind === 'instantiated') return { module: name, instance: instance.index };
  const items = [...imports.keys()].flatMap((item): [string, CoreDef][] => {
    const core = instance.exports.get(item);
    return core === undefined ? [] : [[item, core]];
  });
  return { module: name, items };
}
