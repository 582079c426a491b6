import { StructureKind, type FunctionDeclarationStructure } from 'ts-morph';
import type { FunctionPlan } from '@wit-bindgen-ts/runtime/abi';
import type { ShimPlan } from '../../plan/code/model.js';
import type { FuncPlan } from '../../plan/model.js';
import { coreTypes } from './core-types.js';
import { coreArguments, type CoreArguments } from './lowered-parts.js';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import { codeTypeText, literalType, type Body } from './verb-functions.js';

/**
 * The function that lifts an export: it makes what the host calls.
 *
 * @param hostType Of what the host calls.
 */
export function exportShim(
  func: FuncPlan,
  shim: ShimPlan,
  hostType: string,
  code: ValueCode,
): FunctionDeclarationStructure {
  const lifted = `${code.runtime.type('LiftedFunction')}<${hostType}, ${coreFunctionType(shim)}>`;
  const args = shim.params.map(({ name }) => name).join(', ');
  return {
    kind: StructureKind.Function,
    name: shim.name,
    parameters: [{ name: 'cx', type: lifted }],
    returnType: hostType,
    statements: [`return (${args}) => {\n${callBody(func, shim, code).join('\n')}\n};`],
  };
}

/** With the names of core values, as far as types have names. */
function coreFunctionType({ params, plan, locals }: ShimPlan): string {
  const core = params.flatMap((param) => param.core);
  const list =
    plan.params.flat === undefined
      ? `${locals.params}: number`
      : core.map(({ name, type }) => `${name}: ${coreTypes[type]}`).join(', ');
  return `(${list}) => ${coreResultType(plan)}`;
}

/** A result in memory is a pointer. */
function coreResultType({ result }: FunctionPlan): string {
  if (result === undefined) return 'void';
  const [core = 'i32'] = result.flat ?? [];
  return coreTypes[core];
}

function callBody(func: FuncPlan, shim: ShimPlan, code: ValueCode): Body {
  const { params, locals } = shim;
  const checks = params.map(({ name, value }) => `!${code.is(value, name)}`);
  const args = params.map(({ name }) => name).join(', ');
  const unwraps = func.throws !== undefined && func.result !== undefined;
  return [
    ...(checks.length === 0 ? [] : misfitBody(func, checks.join(' || '), `cx.call(${args})`)),
    ...(unwraps ? [`let ${locals.result}: ${codeTypeText(func.result, 'lifted', code)};`] : []),
    'cx.enter();',
    'try {',
    ...enteredBody(func, shim, unwraps, code),
    `} catch (${locals.thrown}) {`,
    `throw cx.fail(${locals.thrown});`,
    '}',
    ...(unwraps
      ? [`${func.returns === undefined ? '' : 'return '}${code.call('unwrap', locals.result)};`]
      : []),
  ];
}

/** Arguments that do not fit are left to the runtime, which tells what is wrong with them. */
function misfitBody({ returns }: FuncPlan, misfits: string, call: string): Body {
  return returns === undefined
    ? [`if (${misfits}) {`, `${call};`, 'return;', '}']
    : [`if (${misfits}) return ${call};`];
}

/** What is done while the instance is entered. A `result` is unwrapped after that. */
function enteredBody(func: FuncPlan, shim: ShimPlan, unwraps: boolean, code: ValueCode): Body {
  const { plan, locals } = shim;
  const { statements, args } =
    plan.params.flat === undefined ? spilledArguments(shim, code) : flatArguments(shim, code);
  const call = `cx.core(${args.join(', ')})`;
  if (plan.result === undefined) return [...statements, `${call};`, 'cx.leave();'];
  const { value, flat } = plan.result;
  const core = flat === undefined ? locals.pointer : locals.value;
  const { size, alignment } = value;
  const type = flat === undefined ? '' : literalType(value, func.result, code);
  const lifted =
    flat === undefined
      ? code.load(value, `cx.result(${core}, ${size}, ${alignment})`)
      : code.lift(value, [core]);
  return [
    ...statements,
    `const ${core} = ${call};`,
    unwraps ? `${locals.result} = ${lifted};` : `const ${locals.result}${type} = ${lifted};`,
    `cx.leave(${core});`,
    ...(unwraps ? [] : [`return ${locals.result};`]),
  ];
}

function flatArguments({ params }: ShimPlan, code: ValueCode): CoreArguments {
  const parts = params.flatMap(({ name, value }) => code.lower(value, name));
  const names = params.flatMap((param) => param.core.map(({ constant }) => constant));
  return coreArguments(parts, names);
}

/** Where there are too many core values, all parameters are stored as a tuple. */
function spilledArguments({ params, plan, locals }: ShimPlan, code: ValueCode): CoreArguments {
  const { size, alignment, list } = plan.params;
  const stores = params.map(({ name, value }, index) => {
    return `${code.store(value, place(locals.params, list[index]?.offset ?? 0), name)};`;
  });
  const allocate = code.call('allocate', 'cx', String(size), String(alignment));
  return { statements: [`const ${locals.params} = ${allocate};`, ...stores], args: [locals.params] };
}
