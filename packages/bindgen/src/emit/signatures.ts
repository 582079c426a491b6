import { StructureKind, type MethodSignatureStructure, type ParameterDeclarationStructure } from 'ts-morph';
import type { Direction, FuncPlan, ParamPlan } from '../plan/model.js';
import { funcDocs } from './doc-comments.js';
import { methodName } from './property-names.js';
import { typeText, type Flow } from './type-text.js';

/** A caller's view of a function: parameters without `self`. */
export interface Signature {
  readonly parameters: (ParameterDeclarationStructure & { readonly type: string })[];
  readonly returnType: string;
}

/** The host lowers what it passes to an export, and lifts what an import is passed. */
export function signature(func: FuncPlan, direction: Direction): Signature {
  const given: Flow = direction === 'export' ? 'lowered' : 'lifted';
  const returned: Flow = direction === 'export' ? 'lifted' : 'lowered';
  return {
    parameters: callerParams(func).map(({ name, type, optional }) => ({
      kind: StructureKind.Parameter,
      name,
      hasQuestionToken: optional,
      type: typeText(optional && type.kind === 'option' ? type.some : type, given),
    })),
    returnType: returnText(func, returned),
  };
}

/** A call, and what it gives to the caller of the function. */
export function callStatement({ returns, promised }: FuncPlan, call: string): string {
  return returns === undefined && !promised ? `${call};` : `return ${call};`;
}

function returnText({ returns, promised }: FuncPlan, flow: Flow): string {
  const text = returns === undefined ? 'void' : typeText(returns, flow);
  return promised ? `Promise<${text}>` : text;
}

/** The same as a function type. */
export function functionType({ parameters, returnType }: Signature): string {
  const list = parameters.map(
    ({ name, hasQuestionToken, type }) => `${name}${hasQuestionToken ? '?' : ''}: ${type}`,
  );
  return `(${list.join(', ')}) => ${returnType}`;
}

export function methodSignature(func: FuncPlan, direction: Direction): MethodSignatureStructure {
  return {
    kind: StructureKind.MethodSignature,
    // `new` without quotes would be a construct signature.
    name: func.member === 'new' ? "'new'" : methodName(func.member),
    docs: funcDocs(func),
    ...signature(func, direction),
  };
}

export function callerParams({ witName, params }: FuncPlan): readonly ParamPlan[] {
  return witName.startsWith('[method]') ? params.slice(1) : params;
}
