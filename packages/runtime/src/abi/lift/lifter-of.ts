import type { ValType } from '../../types/val-type.js';
import type { AddressType } from '../address.js';
import { unsupported } from '../unsupported.js';
import type { Lifter, LifterCompiler } from './lifter.js';
import { listLifter, mapLifter } from './lists.js';
import { recordLifter, tupleLifter } from './records.js';
import { flagsLifter, handleLifter, scalarLifters } from './scalars.js';
import { stringLifter } from './strings.js';
import { variantLifter } from './variants.js';

function compilerFor(address: AddressType, views: boolean): LifterCompiler {
  const lifters = new WeakMap<ValType, Lifter>();
  const compiler: LifterCompiler = {
    address,
    views,
    lifterOf(type) {
      let lifter = lifters.get(type);
      if (lifter === undefined) {
        lifter = compile(type, compiler);
        lifters.set(type, lifter);
      }
      return lifter;
    },
  };
  return compiler;
}

const compilers: Readonly<Record<AddressType, LifterCompiler>> = {
  i32: compilerFor('i32', false),
  i64: compilerFor('i64', false),
};
const viewingCompilers: Readonly<Record<AddressType, LifterCompiler>> = {
  i32: compilerFor('i32', true),
  i64: compilerFor('i64', true),
};

/**
 * The lifter of a type, made once for each type object.
 *
 * @throws {CompileError} For a type whose values cannot cross yet.
 */
export function lifterOf(type: ValType, address: AddressType = 'i32'): Lifter {
  return compilers[address].lifterOf(type);
}

/**
 * The lifter of a type, whose lists of numbers are views of memory. The payload of an `err` is copied all the same, at the
 * outside: it is thrown when the call is over.
 */
export function viewingLifterOf(type: ValType, address: AddressType): Lifter {
  const viewing = viewingCompilers[address];
  if (type.kind !== 'result') return viewing.lifterOf(type);
  return variantLifter(type, viewing, (name) => (name === 'err' ? compilers[address] : viewing));
}

function compile(type: ValType, compiler: LifterCompiler): Lifter {
  switch (type.kind) {
    case 'string':
      return stringLifter(compiler.address);
    case 'list':
      return listLifter(type, compiler);
    case 'map':
      return mapLifter(type, compiler);
    case 'record':
      return recordLifter(type, compiler);
    case 'tuple':
      return tupleLifter(type, compiler);
    case 'variant':
    case 'enum':
    case 'option':
    case 'result':
      return variantLifter(type, compiler);
    case 'flags':
      return flagsLifter(type);
    case 'own':
    case 'borrow':
      return handleLifter(type);
    case 'error-context':
    case 'stream':
    case 'future':
      throw unsupported(type.kind);
    default:
      return scalarLifters[type.kind];
  }
}
