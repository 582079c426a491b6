import type { Func, Param } from '@wit-bindgen-ts/wit-parser';
import { camelCase } from '../wit/casing.js';
import { ownName } from '../wit/func-names.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FileScope } from './file-scope.js';
import type { FuncPlan, ParamPlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { planDocs } from './plan-docs.js';
import { planValueType } from './plan-value-type.js';

/** @param keys The keys taken where the function's index and its private field stand. */
export function planFunc(lookup: WitLookup, file: FileScope, keys: NameScope, func: Func): FuncPlan {
  const member = camelCase(ownName(func));
  const { result } = func;
  return {
    witName: func.name,
    docs: planDocs(func),
    member,
    key: func.kind.kind === 'constructor' ? 'new' : keys.claim([member]),
    params: planParams(lookup, file, func.params),
    ...(result !== undefined && { result: planValueType(lookup, file, result) }),
    ...planOutcome(lookup, file, func),
  };
}

function planParams(lookup: WitLookup, file: FileScope, params: readonly Param[]): ParamPlan[] {
  const names = new NameScope('binding');
  const firstOptional = params.findLastIndex(({ type }) => !lookup.isPlainOption(type)) + 1;
  return params.map(({ name: witName, type }, index) => {
    const name = camelCase(witName);
    return {
      witName,
      name: names.claim([name, `${name}_`]),
      type: planValueType(lookup, file, type),
      optional: index >= firstOptional,
    };
  });
}

/** A function whose result is a `result`, by whatever name, returns the `ok` case and throws the `err` case. */
function planOutcome(
  lookup: WitLookup,
  file: FileScope,
  { result }: Func,
): Pick<FuncPlan, 'returns' | 'throws'> {
  if (result === undefined) return {};
  const kind = lookup.definition(result)?.kind;
  if (kind?.kind !== 'result') return { returns: planValueType(lookup, file, result) };
  return {
    ...(kind.ok !== undefined && { returns: planValueType(lookup, file, kind.ok) }),
    throws: kind.err === undefined ? {} : { payload: planValueType(lookup, file.mentions, kind.err) },
  };
}
