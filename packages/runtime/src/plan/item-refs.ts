import type { Item } from './items.js';
import type { ItemRef, NamedRef } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** An argument for a component that is only known when it is linked; `undefined` for a type, which is nothing to give. */
export function itemRef(
  builder: PlanBuilder,
  name: string,
  item: Item,
  offset: number,
): [NamedRef] | undefined {
  builder.budget.spend('definitions', 1, offset);
  const ref = refOf(builder, item, offset);
  return ref && [[name, ref]];
}

function refOf(builder: PlanBuilder, item: Item, offset: number): ItemRef | undefined {
  switch (item.sort) {
    case 'func':
      return item.source.kind === 'lifted'
        ? { kind: 'func', lifted: item.source.index }
        : { kind: 'imported-func', import: item.source.index };
    case 'instance': {
      const items = [...item.exports].flatMap(
        ([inner, exported]) => itemRef(builder, inner, exported, offset) ?? [],
      );
      return { kind: 'instance', items };
    }
    case 'core-module':
      return { kind: 'module', module: item.module };
    case 'type':
      return item.resource && { kind: 'resource', resource: item.resource.index };
    case 'component':
      return { kind: 'component', component: builder.component(item) };
  }
}
