import type { Func, Param } from '@wit-bindgen-ts/wit-parser';
import type { ChosenOptions } from '../options/chosen-options.js';
import { camelCase } from '../wit/casing.js';
import { ownName } from '../wit/func-names.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FileScope } from './file-scope.js';
import type { Direction, FuncPlan, ParamPlan } from './model.js';
import { claimFunctionMember } from './names/member-names.js';
import { NameScope } from './names/name-scope.js';
import { planDocs } from './plan-docs.js';
import { planValueType } from './plan-value-type.js';

/** Where functions come from: an interface or a world in one direction. */
export interface FuncSource {
  readonly lookup: WitLookup;
  readonly file: FileScope;
  readonly direction: Direction;
  readonly options: ChosenOptions;
  /** What the interface is called in a component; left out for a world. */
  readonly interfaceKey?: string;
}

/** The names taken where a function is to be. */
export interface FuncScopes {
  /** In the object or the class that has it as a member. */
  readonly members: NameScope;
  /** Where its index and its private field stand. */
  readonly keys: NameScope;
}

export function planFunc(source: FuncSource, { members, keys }: FuncScopes, func: Func): FuncPlan {
  const { lookup, file, direction, options, interfaceKey } = source;
  const { result } = func;
  const isConstructor = func.kind.kind === 'constructor';
  const { resultAsValue, promised, trappable } = options.ofFunc(direction, interfaceKey, func);
  // A host function whose promise a guest waits for is the runtime's to call.
  const isDynamic = promised && direction === 'import';
  const params = planParams(lookup, file, func.params);
  const shim = isDynamic ? undefined : file.code.shim(direction, func, params);
  return {
    witName: func.name,
    docs: planDocs(func),
    member: isConstructor ? 'constructor' : claimFunctionMember(members, ownName(func)),
    async: func.async,
    promised: promised || func.async,
    trappable,
    key: isConstructor ? 'new' : keys.claim([camelCase(ownName(func))]),
    params,
    ...(shim !== undefined && { shim }),
    ...(result !== undefined && { result: planValueType(lookup, file, result) }),
    ...(resultAsValue && !isConstructor ? planValue(lookup, file, func) : planOutcome(lookup, file, func)),
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

/** A function that throws nothing that WIT speaks of. A constructor has no choice but to throw. */
function planValue(lookup: WitLookup, file: FileScope, { result }: Func): Pick<FuncPlan, 'returns'> {
  if (result === undefined) return {};
  const kind = lookup.definition(result)?.kind;
  if (kind?.kind !== 'result') return { returns: planValueType(lookup, file, result) };
  const { ok, err } = kind;
  return {
    returns: {
      kind: 'result',
      ...(ok !== undefined && { ok: planValueType(lookup, file, ok) }),
      ...(err !== undefined && { err: planValueType(lookup, file, err) }),
      returned: true,
    },
  };
}
