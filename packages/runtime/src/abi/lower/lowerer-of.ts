import type { ValuePlan } from '../plan/value-plan.js';
import { unsupported } from '../unsupported.js';
import { enumLowerer, flagsLowerer } from './labels.js';
import { fixedLengthListLowerer, listLowerer, mapLowerer } from './lists.js';
import type { Lowerer, LowererCompiler } from './lowerer.js';
import { recordLowerer, tupleLowerer } from './records.js';
import { handleLowerer, scalarLowerers } from './scalars.js';
import { stringLowerer } from './strings.js';
import { variantLowerer } from './variants.js';

const lowerers = new WeakMap<ValuePlan, Lowerer>();
const compiler: LowererCompiler = { lowererOf };

/**
 * The lowerer that follows a plan, made once for each.
 *
 * @throws {CompileError} For a type whose values cannot cross yet.
 */
export function lowererOf(plan: ValuePlan): Lowerer {
  let lowerer = lowerers.get(plan);
  if (lowerer === undefined) {
    lowerer = compile(plan);
    lowerers.set(plan, lowerer);
  }
  return lowerer;
}

function compile(plan: ValuePlan): Lowerer {
  switch (plan.kind) {
    case 'scalar':
      return scalarLowerers[plan.name];
    case 'string':
      return stringLowerer(plan);
    case 'list':
      return listLowerer(plan, compiler);
    case 'fixed-length-list':
      return fixedLengthListLowerer(plan, compiler);
    case 'map':
      return mapLowerer(plan, compiler);
    case 'record':
      return recordLowerer(plan, compiler);
    case 'tuple':
      return tupleLowerer(plan, compiler);
    case 'variant':
      return variantLowerer(plan, compiler);
    case 'enum':
      return enumLowerer(plan);
    case 'flags':
      return flagsLowerer(plan);
    case 'own':
    case 'borrow':
      return handleLowerer(plan);
    case 'async':
      throw unsupported(plan.name);
  }
}
