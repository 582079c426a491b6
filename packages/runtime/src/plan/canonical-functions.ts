import type { Canon, CanonOptions } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { findType, paramTypes, resultTypes } from '../types/contains.js';
import type { FuncType } from '../types/item-type.js';
import type { ValType } from '../types/val-type.js';
import { flatParams, flatResults } from '../abi/signature.js';
import type { Frame } from './frame.js';
import type { FuncItem } from './items.js';
import type { CoreDef, Options } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';
import { resourceType } from './value-types.js';

/** Adds the function that a canonical definition makes to the index space of its sort. */
export function addCanonicalFunction(builder: PlanBuilder, frame: Frame, canon: Canon, offset: number): void {
  switch (canon.kind) {
    case 'lift':
      return frame.funcs.push(lift(builder, frame, canon, offset));
    case 'lower':
      return frame.coreFuncs.push(lower(builder, frame, canon, offset));
    default: {
      const resource = resourceType(frame, canon.resource, offset);
      frame.coreFuncs.push(
        builder.coreFunc({ op: canon.kind, resource: resource.index, instance: frame.instance }),
      );
    }
  }
}

function lift(
  builder: PlanBuilder,
  frame: Frame,
  canon: Extract<Canon, { readonly kind: 'lift' }>,
  offset: number,
): FuncItem {
  const type = frame.types.get(canon.type, offset);
  if (type.kind !== 'func')
    throw compileErrorAt('not-a-func-type', offset, `type ${canon.type} is not that of a function`);
  checkSupported(type, canon.options, offset);
  checkOptions(type, canon.options, 'lift', offset);
  const core = frame.coreFuncs.get(canon.core, offset);
  const options = plannedOptions(builder, frame, canon.options, offset);
  const index = builder.lift({ op: 'lift', core, type: builder.types.func(type), options });
  return { sort: 'func', type, source: { kind: 'lifted', index } };
}

function lower(
  builder: PlanBuilder,
  frame: Frame,
  canon: Extract<Canon, { readonly kind: 'lower' }>,
  offset: number,
): CoreDef {
  const { type, source } = frame.funcs.get(canon.func, offset);
  checkSupported(type, canon.options, offset);
  checkOptions(type, canon.options, 'lower', offset);
  const planned = {
    type: builder.types.func(type),
    options: plannedOptions(builder, frame, canon.options, offset),
  };
  return source.kind === 'import'
    ? builder.coreFunc({ op: 'lower-import', import: source.index, ...planned })
    : builder.coreFunc({ op: 'lower-lifted', lifted: source.index, ...planned });
}

function plannedOptions(builder: PlanBuilder, frame: Frame, options: CanonOptions, offset: number): Options {
  const { memory, realloc, postReturn, stringEncoding } = options;
  return {
    instance: frame.instance,
    stringEncoding,
    memory:
      memory === undefined ? null : builder.extract('extract-memory', frame.coreMemories.get(memory, offset)),
    realloc:
      realloc === undefined ? null : builder.extract('extract-realloc', frame.coreFuncs.get(realloc, offset)),
    postReturn:
      postReturn === undefined
        ? null
        : builder.extract('extract-post-return', frame.coreFuncs.get(postReturn, offset)),
  };
}

/** Refuses what belongs to asynchronous calls, which this runtime does not have yet. */
function checkSupported(type: FuncType, options: CanonOptions, offset: number): void {
  if (type.async || options.async || options.callback !== undefined) {
    throw compileErrorAt('unsupported-async', offset, 'asynchronous functions are not supported yet');
  }
  const found = findType([...paramTypes(type), ...resultTypes(type)], isAsynchronous);
  if (found !== undefined) {
    throw compileErrorAt('unsupported-async', offset, `values of type ${found.kind} are not supported yet`);
  }
}

function isAsynchronous({ kind }: ValType): boolean {
  return kind === 'stream' || kind === 'future' || kind === 'error-context';
}

/** Checks that memory and realloc are there where values pass through linear memory. */
function checkOptions(
  type: FuncType,
  options: CanonOptions,
  direction: 'lift' | 'lower',
  offset: number,
): void {
  const params = paramTypes(type);
  const results = resultTypes(type);
  const spilledParams = flatParams(type, 'i32') === undefined;
  const spilledResults = flatResults(type, 'i32') === undefined;
  // What is lowered into the guest needs room there; what is lifted from it only needs to be read.
  const lowered = direction === 'lift' ? params : results;
  const allocates = (direction === 'lift' && spilledParams) || findType(lowered, isInMemory) !== undefined;
  const reads =
    spilledParams || spilledResults || findType([...params, ...results], isInMemory) !== undefined;
  if (reads && options.memory === undefined) {
    throw compileErrorAt('missing-option', offset, 'the canonical option `memory` is required');
  }
  if (allocates && options.realloc === undefined) {
    throw compileErrorAt('missing-option', offset, 'the canonical option `realloc` is required');
  }
  if (options.realloc !== undefined && options.memory === undefined) {
    throw compileErrorAt(
      'missing-option',
      offset,
      'the canonical option `realloc` is given without `memory`',
    );
  }
  if (options.postReturn !== undefined && direction === 'lower') {
    throw compileErrorAt(
      'misplaced-option',
      offset,
      'the canonical option `post-return` is given to a lowered function',
    );
  }
}

function isInMemory(type: ValType): boolean {
  return type.kind === 'string' || type.kind === 'map' || (type.kind === 'list' && type.length === undefined);
}
