import { StructureKind, type FunctionDeclarationStructure } from 'ts-morph';
import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { VerbFunction } from '../../plan/code/model.js';
import type { Verb } from '../../plan/code/verbs.js';
import type { ValueType } from '../../plan/value-type.js';
import { typeText, type Flow } from '../type-text.js';
import { payloadNames } from './cases.js';
import { flagsBody } from './flags.js';
import { listBody } from './lists.js';
import { mapBody } from './maps.js';
import { optionBody } from './options.js';
import { fixedLengthListBody, recordBody, tupleBody } from './records.js';
import type { ValueCode } from './value-code.js';
import { variantBody } from './variants.js';

/** What a function that lifts or lowers is made of. */
export type Body = readonly string[];

/** A function that does one thing with the values of one type. */
export function verbFunction(
  func: VerbFunction,
  code: ValueCode,
  isExported: boolean,
): FunctionDeclarationStructure {
  const { verb, name, value } = func;
  const type = codeTypeText(func.type, verb === 'load' || verb === 'lift' ? 'lifted' : 'lowered', code);
  const context = code.context(verb, value).map(() => {
    return { name: 'cx', type: code.runtime.type('LiftLowerContext') };
  });
  return {
    kind: StructureKind.Function,
    isExported,
    name,
    parameters: [...context, ...parametersOf(verb, value, type)],
    returnType: returnTypeOf(verb, value, type, code),
    // As one text: the printer would set blocks apart with blank lines.
    statements: [bodyOf(func, code).join('\n')],
  };
}

/** A type where code speaks of it: a `result` without a name goes by that of the runtime. */
export function codeTypeText(type: ValueType, flow: Flow, code: ValueCode): string {
  if (type.kind !== 'result') return typeText(type, flow);
  code.runtime.type('Result');
  return typeText({ ...type, returned: true }, flow);
}

/** The type of a constant that is lifted, where it is a literal and would be one of a wider type. */
export function literalType({ kind }: ValuePlan, type: ValueType | undefined, code: ValueCode): string {
  const isLiteral = kind === 'record' || kind === 'tuple' || kind === 'fixed-length-list';
  return isLiteral && type !== undefined ? `: ${codeTypeText(type, 'lifted', code)}` : '';
}

/** What the function calls a value that it is given. */
export function subjectOf({ kind }: ValuePlan): string {
  if (kind === 'list' || kind === 'fixed-length-list') return 'list';
  return kind === 'map' ? 'map' : 'value';
}

function parametersOf(verb: Verb, value: ValuePlan, type: string): { name: string; type: string }[] {
  const given = { name: subjectOf(value), type };
  const at = { name: 'at', type: 'number' };
  switch (verb) {
    case 'is':
    case 'lower':
      return [given];
    case 'load':
      return [at];
    case 'store':
      return [at, given];
    case 'lift':
      return payloadNames(value);
  }
}

function returnTypeOf(verb: Verb, value: ValuePlan, type: string, code: ValueCode): string {
  switch (verb) {
    case 'is':
      return 'boolean';
    case 'load':
    case 'lift':
      return type;
    case 'store':
      return 'void';
    case 'lower':
      return value.kind === 'variant' ? code.loweredType(value) : 'number';
  }
}

function bodyOf({ verb, value, type }: VerbFunction, code: ValueCode): Body {
  switch (value.kind) {
    case 'record':
      return recordBody(verb, value, code);
    case 'tuple':
      return tupleBody(verb, value, code);
    case 'fixed-length-list':
      return fixedLengthListBody(verb, value, type, code);
    case 'list':
      return listBody(verb, value, type, code);
    case 'map':
      return mapBody(verb, value, type, code);
    case 'variant':
      return value.shape === 'plain-option' ? optionBody(verb, value, code) : variantBody(verb, value, code);
    case 'flags':
      return flagsBody(verb, value);
    default:
      throw new TypeError(`a ${value.kind} has no functions of its own`);
  }
}
