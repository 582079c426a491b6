import type { CanonOptions, ValidCanon } from '../validate/valid-component.js';
import type { ResourceType } from '../types/val-type.js';
import { at } from './at.js';
import type { Frame } from './frame.js';
import type { CoreDef, Options } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** Adds the function that a canonical definition makes to the index space of its sort. */
export function addCanonicalFunction(
  builder: PlanBuilder,
  frame: Frame,
  canon: ValidCanon,
  offset: number,
): void {
  if (canon.kind === 'lift') {
    const core = at(frame.core.func, canon.core);
    const options = plannedOptions(builder, frame, canon.options, offset);
    const type = builder.types.func(canon.type, frame.resources, offset);
    const index = builder.lift({ op: 'lift', core, type, options }, offset);
    frame.funcs.push({ sort: 'func', source: { kind: 'lifted', index } });
  } else {
    frame.core.func.push(coreFunction(builder, frame, canon, offset));
  }
}

function coreFunction(
  builder: PlanBuilder,
  frame: Frame,
  canon: Exclude<ValidCanon, { readonly kind: 'lift' }>,
  offset: number,
): CoreDef {
  switch (canon.kind) {
    case 'lower': {
      const { kind, index } = at(frame.funcs, canon.func).source;
      const type = builder.types.func(canon.type, frame.resources, offset);
      const options = plannedOptions(builder, frame, canon.options, offset);
      return kind === 'import'
        ? builder.coreFunc({ op: 'lower-import', import: index, type, options }, offset)
        : builder.coreFunc({ op: 'lower-lifted', lifted: index, type, options }, offset);
    }
    case 'builtin':
      return builder.coreFunc({ op: 'builtin', name: canon.name }, offset);
    default: {
      const { index } = plannedResource(frame, canon.resource);
      return builder.coreFunc({ op: canon.kind, resource: index, instance: frame.instance }, offset);
    }
  }
}

/** The resource of the plan that a symbolic one stands for in a component instance. */
export function plannedResource(frame: Frame, symbolic: ResourceType): ResourceType {
  const resource = frame.resources.get(symbolic);
  if (resource === undefined)
    throw new RangeError(`the resource \`${symbolic.name}\` has no place in the plan`);
  return resource;
}

function plannedOptions(builder: PlanBuilder, frame: Frame, options: CanonOptions, offset: number): Options {
  const { memory, address, realloc, postReturn, callback, stringEncoding, async } = options;
  const func = (
    op: 'extract-realloc' | 'extract-post-return' | 'extract-callback',
    index: number | undefined,
  ) => (index === undefined ? null : builder.extract(op, at(frame.core.func, index), offset));
  return {
    instance: frame.instance,
    stringEncoding,
    memory:
      memory === undefined ? null : builder.extract('extract-memory', at(frame.core.memory, memory), offset),
    address,
    realloc: func('extract-realloc', realloc),
    postReturn: func('extract-post-return', postReturn),
    async,
    callback: func('extract-callback', callback),
  };
}
