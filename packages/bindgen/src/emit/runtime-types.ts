import type { Direction, FuncPlan, TypePlan } from '../plan/model.js';
import type { ValueType } from '../plan/value-type.js';
import type { RuntimeImports } from './runtime-imports.js';
import { callerParams } from './signatures.js';
import type { Flow } from './type-text.js';

/** Imports the types of the runtime that the declarations of a file speak of. */
export function importRuntimeTypes(
  runtime: RuntimeImports,
  types: readonly TypePlan[],
  functions: readonly FuncPlan[],
  direction: Direction,
): void {
  for (const type of types) {
    for (const part of partsOf(type)) importTypesIn(runtime, part, 'lifted');
  }
  const [given, returned]: [Flow, Flow] =
    direction === 'export' ? ['lowered', 'lifted'] : ['lifted', 'lowered'];
  for (const func of functions) {
    for (const { type } of callerParams(func)) importTypesIn(runtime, type, given);
    if (func.returns !== undefined) importTypesIn(runtime, func.returns, returned);
  }
}

function partsOf(type: TypePlan): ValueType[] {
  switch (type.kind) {
    case 'record':
      return type.fields.map((field) => field.type);
    case 'variant':
      return type.cases.flatMap((item) => item.type ?? []);
    case 'alias':
      return [type.type];
    default:
      return [];
  }
}

function importTypesIn(runtime: RuntimeImports, type: ValueType, flow: Flow): void {
  if (type.kind === 'primitive' && type.name === 'error-context') runtime.type('ErrorContext');
  if (type.kind === 'result' && type.returned === true) runtime.type('Result');
  if (type.kind === 'stream' && flow === 'lifted') runtime.type('StreamReader');
  if (type.kind === 'future' && flow === 'lifted') runtime.type('FutureReader');
  if (type.kind === 'stream' && type.numeric !== undefined) return;
  for (const part of elementsOf(type)) importTypesIn(runtime, part, flow);
}

function elementsOf(type: ValueType): ValueType[] {
  switch (type.kind) {
    case 'list':
    case 'fixed-length-list':
      return [type.element];
    case 'stream':
    case 'future':
      return type.element === undefined ? [] : [type.element];
    case 'map':
      return [type.key, type.value];
    case 'tuple':
      return [...type.types];
    case 'option':
      return [type.some];
    case 'result':
      return [type.ok ?? [], type.err ?? []].flat();
    default:
      return [];
  }
}
