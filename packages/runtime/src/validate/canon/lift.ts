import { flatten } from '../../abi/flatten.js';
import { coreSignature, flatParams, flatResults, type CallAbi } from '../../abi/signature.js';
import type { Canon } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { FuncType } from '../../types/item-type.js';
import { coreFuncMismatch } from '../core/core-subtyping.js';
import { requireFeature } from '../features-check.js';
import type { Scope } from '../scope.js';
import type { CanonOptions, ValidCanon } from '../valid-component.js';
import { checkAsyncType } from './async-option.js';
import { canonOptions, checkSignature } from './canon-options.js';
import { funcPointers, requireOption } from './required-options.js';

/**
 * `canon lift`: a core function becomes a function of the component.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift
 */
export function lift(
  scope: Scope,
  canon: Extract<Canon, { readonly kind: 'lift' }>,
  offset: number,
): ValidCanon {
  const type = funcTypeAt(scope, canon.type, offset);
  const core = scope.coreFuncs.get(canon.core, offset);
  const options = canonOptions(scope, canon.options, offset);
  if (options.postReturn !== undefined) {
    checkSignature(scope, 'post-return', options.postReturn, core.results, [], offset);
  }
  if (options.async && options.callback === undefined) {
    const what = 'the canonical option `async` without `callback`';
    requireFeature(scope.validation.features, 'asyncStackful', offset, what);
  }
  checkAsyncType(type, options, offset);
  checkRequired(type, options, offset);
  const mismatch = coreFuncMismatch(
    { kind: 'func', ...coreSignature(type, 'lift', options.address, callAbi(options)) },
    core,
  );
  if (mismatch !== undefined) {
    const message = `core function ${canon.core} cannot be lifted to function type ${canon.type}: ${mismatch}`;
    throw compileErrorAt('core-signature', offset, message);
  }
  scope.funcs.push(type);
  return { kind: 'lift', core: canon.core, options, type };
}

export function callAbi(options: CanonOptions): CallAbi {
  if (!options.async) return 'sync';
  return options.callback === undefined ? 'async' : 'async-callback';
}

/** Parameters are lowered into the guest, which takes room there; results only have to be read. */
function checkRequired(type: FuncType, options: CanonOptions, offset: number): void {
  const pointers = funcPointers(type);
  if (pointers.params || flatParams(type, options.address) === undefined) {
    requireOption(options, 'realloc', offset);
  }
  if (pointers.result || isResultInMemory(type, options)) requireOption(options, 'memory', offset);
}

/** The result of an asynchronous function comes as parameters of `task.return`, which can be more. */
function isResultInMemory(type: FuncType, { async, address }: CanonOptions): boolean {
  if (!async) return flatResults(type, address) === undefined;
  return type.result !== undefined && flatten(type.result, address) === undefined;
}

function funcTypeAt(scope: Scope, index: number, offset: number): FuncType {
  const item = scope.types.get(index, offset);
  if (item.kind === 'type' && item.type.kind === 'func') return item.type;
  throw compileErrorAt('not-a-func-type', offset, `type ${index} is not that of a function`);
}
