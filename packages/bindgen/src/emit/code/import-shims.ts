import { StructureKind, type FunctionDeclarationStructure } from 'ts-morph';
import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { ShimParam, ShimPlan } from '../../plan/code/model.js';
import type { FuncPlan } from '../../plan/model.js';
import { coreTypes } from './core-types.js';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import { codeTypeText, literalType, type Body } from './verb-functions.js';

/**
 * How a function of the host is called.
 *
 * @param args The expressions of all arguments of the component function: a method's first one is the object.
 */
export type HostCall = (args: readonly string[]) => string;

/** The function that lowers an import: it makes what the guest calls. */
export function importShim(
  func: FuncPlan,
  shim: ShimPlan,
  hostType: string,
  hostCall: HostCall,
  code: ValueCode,
): FunctionDeclarationStructure {
  const { thrown } = shim.locals;
  // A method is one of the object that it is called on.
  const host = func.witName.startsWith('[method]') ? [] : [{ name: 'host', type: hostType }];
  const lines = [
    `return (${coreParameters(shim)}): ${coreResultType(shim)} => {`,
    'cx.enter();',
    'try {',
    ...callBody(func, shim, hostCall, code),
    `} catch (${thrown}) {`,
    `throw cx.fail(${thrown});`,
    '}',
    '};',
  ];
  return {
    kind: StructureKind.Function,
    name: shim.name,
    parameters: [{ name: 'cx', type: code.runtime.type('LoweredFunction') }, ...host],
    statements: [lines.join('\n')],
  };
}

/** What goes through memory is a pointer: to all parameters, and as the last one to where the result is to be. */
function coreParameters({ params, plan, locals }: ShimPlan): string {
  const given =
    plan.params.flat === undefined
      ? [`${locals.params}: number`]
      : params.flatMap(({ core }) => core.map(({ name, type }) => `${name}: ${coreTypes[type]}`));
  const at = plan.result !== undefined && plan.result.flat === undefined ? [`${locals.at}: number`] : [];
  return [...given, ...at].join(', ');
}

function coreResultType({ plan: { result } }: ShimPlan): string {
  const core = result?.flat?.[0];
  return core === undefined ? 'void' : coreTypes[core];
}

function callBody(func: FuncPlan, shim: ShimPlan, hostCall: HostCall, code: ValueCode): Body {
  const { plan, locals } = shim;
  const { statements, args } = liftedArguments(func, shim, code);
  const call = hostCall(args);
  if (plan.result === undefined) return [...statements, `${call};`, 'cx.leave();'];
  const { value, flat } = plan.result;
  return [
    ...statements,
    resultStatement(func, locals.result, call, code),
    `if (!${code.is(value, locals.result)}) cx.misfit(${locals.result});`,
    ...(flat === undefined ? storedResult(value, shim, code) : returnedResult(value, shim, code)),
  ];
}

/** A host function whose result is a `result` returns what is `ok`, and throws what is not. */
function resultStatement(
  { throws, returns, result }: FuncPlan,
  name: string,
  call: string,
  code: ValueCode,
): string {
  if (throws === undefined || result === undefined) return `const ${name} = ${call};`;
  const attempted = returns === undefined ? `{ ${call}; }` : call;
  return `const ${name}: ${codeTypeText(result, 'lowered', code)} = cx.attempt(() => ${attempted});`;
}

function storedResult(value: ValuePlan, { locals }: ShimPlan, code: ValueCode): Body {
  const pointer = `cx.pointer(${locals.at}, ${value.size}, ${value.alignment})`;
  return [`${code.store(value, pointer, locals.result)};`, 'cx.leave();'];
}

function returnedResult(value: ValuePlan, { locals }: ShimPlan, code: ValueCode): Body {
  const parts = code.lower(value, locals.result);
  const lowered = parts.flatMap(({ expressions }) => expressions).join();
  if (parts.every(({ form }) => form === 'plain')) return ['cx.leave();', `return ${lowered};`];
  return [`const ${locals.value} = ${lowered};`, 'cx.leave();', `return ${locals.value};`];
}

interface LiftedArguments {
  readonly statements: Body;
  readonly args: readonly string[];
}

/** Where the host is only tried, all that can trap is done before. */
function liftedArguments(func: FuncPlan, shim: ShimPlan, code: ValueCode): LiftedArguments {
  const { params, plan, locals } = shim;
  const { flat, size, alignment, list } = plan.params;
  const lifted = params.map(({ value, core }, index) =>
    flat === undefined
      ? code.load(value, place(locals.pointer, list[index]?.offset ?? 0))
      : code.lift(
          value,
          core.map(({ name }) => name),
        ),
  );
  const spilled =
    flat === undefined
      ? [`const ${locals.pointer} = cx.params(${locals.params}, ${size}, ${alignment});`]
      : [];
  if (func.throws === undefined) return { statements: spilled, args: lifted };
  const isConstant = ({ value }: ShimParam): boolean => flat === undefined || !isNumber(value);
  return {
    statements: [
      ...spilled,
      ...params.flatMap((param, index) =>
        isConstant(param)
          ? [
              `const ${param.name}${literalType(param.value, func.params[index]?.type, code)} = ${lifted[index]};`,
            ]
          : [],
      ),
    ],
    args: params.map((param, index) => (isConstant(param) ? param.name : (lifted[index] ?? ''))),
  };
}

/** Lifting a number from a core value cannot fail. */
function isNumber(value: ValuePlan): boolean {
  return value.kind === 'scalar' && value.name !== 'char';
}
