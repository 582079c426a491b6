import type { ValuePlan } from '../plan/value-plan.js';
import { unsupported } from '../unsupported.js';
import { enumLifter, flagsLifter } from './labels.js';
import type { Lifter, LifterCompiler } from './lifter.js';
import { fixedLengthListLifter, listLifter, mapLifter } from './lists.js';
import { recordLifter, tupleLifter } from './records.js';
import { handleLifter, scalarLifters } from './scalars.js';
import { stringLifter } from './strings.js';
import { variantLifter } from './variants.js';

function compilerFor(views: boolean): LifterCompiler {
  const lifters = new WeakMap<ValuePlan, Lifter>();
  const compiler: LifterCompiler = {
    views,
    lifterOf(plan) {
      let lifter = lifters.get(plan);
      if (lifter === undefined) {
        lifter = compile(plan, compiler);
        lifters.set(plan, lifter);
      }
      return lifter;
    },
  };
  return compiler;
}

const copying = compilerFor(false);
const viewing = compilerFor(true);

/**
 * The lifter that follows a plan, made once for each.
 *
 * @throws {CompileError} For a type whose values cannot cross yet.
 */
export function lifterOf(plan: ValuePlan): Lifter {
  return copying.lifterOf(plan);
}

/**
 * As `lifterOf`, but lists of numbers are views of memory. The payload of an `err` is copied all the same, at the outside:
 * it is thrown when the call is over.
 */
export function viewingLifterOf(plan: ValuePlan): Lifter {
  if (plan.kind !== 'variant' || plan.type.kind !== 'result') return viewing.lifterOf(plan);
  return variantLifter(plan, ({ name }) => (name === 'err' ? copying : viewing));
}

function compile(plan: ValuePlan, compiler: LifterCompiler): Lifter {
  switch (plan.kind) {
    case 'scalar':
      return scalarLifters[plan.name];
    case 'string':
      return stringLifter(plan);
    case 'list':
      return listLifter(plan, compiler);
    case 'fixed-length-list':
      return fixedLengthListLifter(plan, compiler);
    case 'map':
      return mapLifter(plan, compiler);
    case 'record':
      return recordLifter(plan, compiler);
    case 'tuple':
      return tupleLifter(plan, compiler);
    case 'variant':
      return variantLifter(plan, () => compiler);
    case 'enum':
      return enumLifter(plan);
    case 'flags':
      return flagsLifter(plan);
    case 'own':
    case 'borrow':
      return handleLifter(plan);
    case 'async':
      throw unsupported(plan.name);
  }
}
