import type { ValType } from '../../types/val-type.js';
import type { AddressType } from '../address.js';
import { unsupported } from '../unsupported.js';
import { listLowerer, mapLowerer } from './lists.js';
import type { Lowerer, LowererCompiler } from './lowerer.js';
import { recordLowerer, tupleLowerer } from './records.js';
import { flagsLowerer, handleLowerer, scalarLowerers } from './scalars.js';
import { stringLowerer } from './strings.js';
import { variantLowerer } from './variants.js';

function compilerFor(address: AddressType): LowererCompiler {
  const lowerers = new WeakMap<ValType, Lowerer>();
  const compiler: LowererCompiler = {
    address,
    lowererOf(type) {
      let lowerer = lowerers.get(type);
      if (lowerer === undefined) {
        lowerer = compile(type, compiler);
        lowerers.set(type, lowerer);
      }
      return lowerer;
    },
  };
  return compiler;
}

const compilers: Readonly<Record<AddressType, LowererCompiler>> = {
  i32: compilerFor('i32'),
  i64: compilerFor('i64'),
};

/**
 * The lowerer of a type, made once for each type object.
 *
 * @throws {CompileError} For a type whose values cannot cross yet.
 */
export function lowererOf(type: ValType, address: AddressType = 'i32'): Lowerer {
  return compilers[address].lowererOf(type);
}

function compile(type: ValType, compiler: LowererCompiler): Lowerer {
  switch (type.kind) {
    case 'string':
      return stringLowerer(compiler.address);
    case 'list':
      return listLowerer(type, compiler);
    case 'map':
      return mapLowerer(type, compiler);
    case 'record':
      return recordLowerer(type, compiler);
    case 'tuple':
      return tupleLowerer(type, compiler);
    case 'variant':
    case 'enum':
    case 'option':
    case 'result':
      return variantLowerer(type, compiler);
    case 'flags':
      return flagsLowerer(type);
    case 'own':
    case 'borrow':
      return handleLowerer(type);
    case 'error-context':
    case 'stream':
    case 'future':
      throw unsupported(type.kind);
    default:
      return scalarLowerers[type.kind];
  }
}
