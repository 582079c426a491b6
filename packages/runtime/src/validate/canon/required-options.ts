import { compileErrorAt } from '../../errors/compile-error.js';
import { childrenOf } from '../../types/contains.js';
import type { FuncType } from '../../types/item-type.js';
import type { ValType } from '../../types/val-type.js';
import type { CanonOptions } from '../valid-component.js';

type OptionName = 'memory' | 'realloc' | 'post-return' | 'callback' | 'async';

/** @throws {CompileError} `missing-option`. Where `realloc` is needed, so is the memory that it is for. */
export function requireOption(options: CanonOptions, name: 'memory' | 'realloc', offset: number): void {
  const missing = options.memory === undefined ? 'memory' : name;
  if (options[missing] !== undefined) return;
  throw compileErrorAt('missing-option', offset, `the canonical option \`${missing}\` is required`);
}

/** @throws {CompileError} `misplaced-option` or, for `async`, `async-option`. */
export function refuseOptions(
  options: CanonOptions,
  names: readonly OptionName[],
  what: string,
  offset: number,
): void {
  for (const name of names) {
    if (!isGiven(options, name)) continue;
    const code = name === 'async' ? 'async-option' : 'misplaced-option';
    throw compileErrorAt(code, offset, `the canonical option \`${name}\` is given to ${what}`);
  }
}

function isGiven(options: CanonOptions, name: OptionName): boolean {
  if (name === 'async') return options.async;
  return options[name === 'post-return' ? 'postReturn' : name] !== undefined;
}

const pointers = new WeakMap<ValType, boolean>();
const pointersOfFuncs = new WeakMap<FuncType, { readonly params: boolean; readonly result: boolean }>();

/** Whether parts of a value are always in memory, and the value only says where: strings, lists and maps. */
export function hasPointers(type: ValType | undefined): boolean {
  if (type === undefined) return false;
  let found = pointers.get(type);
  if (found === undefined) {
    found = isPointer(type) || childrenOf(type).some(hasPointers);
    pointers.set(type, found);
  }
  return found;
}

/** The same for all parameters, and for the result, of a function. */
export function funcPointers(func: FuncType): { readonly params: boolean; readonly result: boolean } {
  let found = pointersOfFuncs.get(func);
  if (found === undefined) {
    found = { params: func.params.some(({ type }) => hasPointers(type)), result: hasPointers(func.result) };
    pointersOfFuncs.set(func, found);
  }
  return found;
}

function isPointer(type: ValType): boolean {
  return type.kind === 'string' || type.kind === 'map' || (type.kind === 'list' && type.length === undefined);
}
