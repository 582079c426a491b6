import type { CanonOption, StringEncoding } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreValType } from '../../types/core-type.js';
import { coreFuncText, sameTypes } from '../core/core-subtyping.js';
import { requireFeature } from '../features-check.js';
import type { Scope } from '../scope.js';
import type { CanonOptions } from '../valid-component.js';
import { memoryAddress } from './memory-option.js';

/** The options that are given, each once. */
type Given = ReadonlyMap<CanonOption['kind'], CanonOption>;

/**
 * Checks what holds for canonical options wherever they stand: each is there once, and refers to what it needs.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canonopt-validation
 */
export function canonOptions(scope: Scope, options: readonly CanonOption[], offset: number): CanonOptions {
  const given = gather(scope, options, offset);
  const memory = indexOf(given, 'memory');
  const address = memory === undefined ? 'i32' : memoryAddress(scope, memory, offset);
  checkTogether(given, offset);
  const realloc = indexOf(given, 'realloc');
  if (realloc !== undefined) {
    checkSignature(scope, 'realloc', realloc, [address, address, address, address], [address], offset);
  }
  const callback = indexOf(given, 'callback');
  if (callback !== undefined) {
    checkSignature(scope, 'callback', callback, ['i32', 'i32', 'i32'], ['i32'], offset);
  }
  return {
    stringEncoding: encodingOf(given),
    memory,
    address,
    realloc,
    postReturn: indexOf(given, 'post-return'),
    async: given.has('async'),
    callback,
  };
}

/** Checks that the core function which an option names has the type that the option is for. */
export function checkSignature(
  scope: Scope,
  option: 'realloc' | 'post-return' | 'callback',
  index: number,
  params: readonly CoreValType[],
  results: readonly CoreValType[],
  offset: number,
): void {
  const found = scope.coreFuncs.get(index, offset);
  if (sameTypes(found.params, params) && sameTypes(found.results, results)) return;
  const wanted = coreFuncText({ kind: 'func', params, results });
  const message = `the canonical option \`${option}\` takes a core function of type ${wanted}, not ${coreFuncText(found)}`;
  throw compileErrorAt('option-signature', offset, message);
}

function gather(scope: Scope, options: readonly CanonOption[], offset: number): Given {
  const given = new Map<CanonOption['kind'], CanonOption>();
  for (const option of options) {
    const before = given.get(option.kind);
    if (before !== undefined) throw duplicate(before, option, offset);
    if (option.kind === 'async') {
      requireFeature(scope.validation.features, 'async', offset, 'the canonical option `async`');
    }
    given.set(option.kind, option);
  }
  return given;
}

function indexOf(given: Given, kind: 'memory' | 'realloc' | 'post-return' | 'callback'): number | undefined {
  const option = given.get(kind);
  return option !== undefined && 'index' in option ? option.index : undefined;
}

function encodingOf(given: Given): StringEncoding {
  const option = given.get('string-encoding');
  return option?.kind === 'string-encoding' ? option.encoding : 'utf8';
}

function duplicate(before: CanonOption, option: CanonOption, offset: number): Error {
  if (before.kind === 'string-encoding' && option.kind === 'string-encoding') {
    const message = `the canonical option \`string-encoding\` is both \`${before.encoding}\` and \`${option.encoding}\``;
    return compileErrorAt('option-conflict', offset, message);
  }
  return compileErrorAt('duplicate-option', offset, `the canonical option \`${option.kind}\` is given twice`);
}

/** Checks which options can stand beside which. */
function checkTogether(given: Given, offset: number): void {
  if (given.has('callback') && !given.has('async')) {
    const message = 'the canonical option `callback` is given without `async`';
    throw compileErrorAt('misplaced-option', offset, message);
  }
  if (given.has('post-return') && given.has('async')) {
    const message = 'the canonical option `post-return` is given together with `async`';
    throw compileErrorAt('misplaced-option', offset, message);
  }
  if (given.has('realloc') && !given.has('memory')) {
    const message = 'the canonical option `realloc` is given without `memory`';
    throw compileErrorAt('missing-option', offset, message);
  }
}
