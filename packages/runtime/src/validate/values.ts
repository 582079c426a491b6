import type { Definition } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { TypeComparison } from '../types/compare.js';
import type { ValType } from '../types/val-type.js';
import { requireFeature } from './features-check.js';
import { checkCount } from './limits.js';
import type { Scope } from './scope.js';
import { resolveValType } from './types/value-types.js';

export function requireValues(scope: Scope, offset: number): void {
  requireFeature(
    scope.validation.features,
    'values',
    offset,
    'a value that is imported, exported or defined',
  );
}

/** Adds a value that the component defines. */
export function defineValue(
  scope: Scope,
  definition: Extract<Definition, { readonly kind: 'value' }>,
  offset: number,
): void {
  requireValues(scope, offset);
  checkCount('values', scope.values.size, offset);
  scope.values.push({ type: resolveValType(scope, definition.type, offset), used: false });
}

/** The type of a value that something takes. Each value can be taken once. */
export function useValue(scope: Scope, index: number, offset: number): ValType {
  requireValues(scope, offset);
  const value = scope.values.get(index, offset);
  if (value.used) throw compileErrorAt('value-used-twice', offset, `value ${index} is used a second time`);
  value.used = true;
  return value.type;
}

/** Checks that each value of a component has been taken. */
export function checkAllValuesUsed(scope: Scope, offset: number): void {
  for (let index = 0; index < scope.values.size; index += 1) {
    if (scope.values.get(index, offset).used) continue;
    throw compileErrorAt('value-unused', offset, `value ${index} is never used`);
  }
}

/** Checks a start definition: its function is called with values, and gives one. */
export function defineStart(
  scope: Scope,
  definition: Extract<Definition, { readonly kind: 'start' }>,
  offset: number,
): void {
  requireFeature(scope.validation.features, 'values', offset, 'a start function of a component');
  if (scope.hasStart) throw compileErrorAt('start-twice', offset, 'a component has two start functions');
  scope.hasStart = true;
  const { params, result } = scope.funcs.get(definition.func, offset);
  const results = result === undefined ? 0 : 1;
  if (definition.args.length !== params.length || definition.results !== results) {
    const message = `the start function has ${params.length} parameters and ${results} results, but ${definition.args.length} and ${definition.results} are given`;
    throw compileErrorAt('start-signature', offset, message);
  }
  const comparison = new TypeComparison(
    (expected, found) => expected === found,
    scope.validation.work.visitor(offset),
  );
  for (const [i, arg] of definition.args.entries()) {
    const param = params[i];
    const type = useValue(scope, arg, offset);
    const difference = param === undefined ? undefined : comparison.difference(param.type, type);
    if (difference === undefined) continue;
    const message = `value ${arg} does not fit the parameter \`${param?.name}\` of the start function: ${difference}`;
    throw compileErrorAt('start-signature', offset, message);
  }
  if (result !== undefined) scope.values.push({ type: result, used: false });
}
