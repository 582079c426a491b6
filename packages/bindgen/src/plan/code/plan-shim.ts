import {
  functionPlanOf,
  type FunctionPlan,
  type ParamsPlan,
  type ValuePlan,
} from '@wit-bindgen-ts/runtime/abi';
import type { Func, Type } from '@wit-bindgen-ts/wit-parser';
import { camelCase } from '../../wit/casing.js';
import type { Direction } from '../model.js';
import { NameScope } from '../names/name-scope.js';
import { capital, namedCoreValues, type CoreValue } from './core-values.js';
import type { CoreParam, ShimLocals, ShimPlan } from './model.js';
import type { ValTypes } from './val-types.js';

/** Records within records, as core values, are written within one another; nobody reads more levels than this. */
const deepestNesting = 16;

/** Whether code can be emitted for a function: the runtime itself does what is asynchronous. */
export function hasShim(types: ValTypes, func: Func): boolean {
  const values = [
    ...func.params.map(({ type }) => type),
    ...(func.result === undefined ? [] : [func.result]),
  ];
  return !func.async && values.every((type) => canBeEmitted(types, type));
}

function canBeEmitted(types: ValTypes, type: Type): boolean {
  const { traits } = types.source(types.of(type));
  return !traits.streams && traits.nesting <= deepestNesting;
}

/**
 * Names everything in the code of one function.
 *
 * @param name Of the function that is emitted.
 * @param args What the function's signature calls its parameters.
 */
export function planShim(
  types: ValTypes,
  direction: Direction,
  name: string,
  { params, result }: Func,
  args: readonly string[],
): ShimPlan {
  const plan = functionPlanOf({
    kind: 'func',
    async: false,
    params: params.map((param) => ({ name: param.name, type: types.of(param.type) })),
    ...(result !== undefined && { result: types.of(result) }),
  });
  return { name, plan, ...(direction === 'export' ? liftNames(plan, args) : lowerNames(plan, args)) };
}

type ShimNames = Pick<ShimPlan, 'params' | 'locals'>;

/** An export is called with arguments. Core values are named where its type tells them, and where they are constants. */
function liftNames({ params }: FunctionPlan, args: readonly string[]): ShimNames {
  const body = new NameScope('binding', 'code');
  const names = args.map((arg) => body.claim(localCandidates(arg)));
  const locals = claimLocals(body);
  const coreNames = new NameScope('binding');
  return {
    params: params.list.map(({ name: witName, value }, index) => ({
      name: names[index] ?? witName,
      value,
      core: coreValues(params, witName, value).map(({ path, type, kind }) => ({
        name: coreNames.claim([path]),
        constant: body.claim(localCandidates(path, path + capital(kind))),
        type,
      })),
    })),
    locals,
  };
}

/** An import is called with core values. What is lifted of them has a name where it is a constant. */
function lowerNames({ params }: FunctionPlan, args: readonly string[]): ShimNames {
  const body = new NameScope('binding', 'code');
  const core = params.list.map(({ name: witName, value }) =>
    coreValues(params, witName, value).map(({ path, type }): CoreParam => {
      const name = body.claim(localCandidates(path));
      return { name, constant: name, type };
    }),
  );
  const locals = claimLocals(body);
  return {
    params: params.list.map(({ value }, index) => {
      const arg = args[index] ?? '';
      return { name: body.claim([arg, `lifted${capital(arg)}`]), value, core: core[index] ?? [] };
    }),
    locals,
  };
}

function coreValues({ flat }: ParamsPlan, witName: string, value: ValuePlan): CoreValue[] {
  return flat === undefined ? [] : namedCoreValues(camelCase(witName), value);
}

function claimLocals(names: NameScope): ShimLocals {
  const claim = (name: string): string => names.claim(localCandidates(name));
  return {
    result: claim('result'),
    value: claim('value'),
    params: claim('params'),
    pointer: claim('pointer'),
    at: claim('at'),
    thrown: claim('thrown'),
  };
}

/** Functions that lift and lower have names that begin with verbs. A parameter that does so too would hide one. */
function localCandidates(name: string, other = `${name}_`): string[] {
  return /^(?:is|load|store|lift|lower)[A-Z0-9]/.test(name) ? [`${name}_`] : [name, other];
}
