import { isDeepStrictEqual } from 'node:util';
import { ComponentError } from '@wit-bindgen-ts/runtime';
import type { FuncType, ResultType } from '@wit-bindgen-ts/runtime';
import type { Callee } from './callee.js';
import { argumentValues, constantValue } from './constant.js';
import type { ListExpression } from './s-expression.js';

/** Calls a function with constants. */
export async function callWith(func: Callee, constants: readonly ListExpression[]): Promise<unknown> {
  return await func.call(...argumentValues(constants, func.type));
}

/**
 * Calls a function and compares its result.
 *
 * @throws Error with both results, where they differ
 */
export async function expectResult(
  func: Callee,
  constants: readonly ListExpression[],
  results: readonly ListExpression[],
): Promise<void> {
  const { result } = func.type;
  const expected = expectedResult(results, func.type);
  const call = () => callWith(func, constants);
  const found = result?.kind === 'result' ? await tagged(call, result) : await call();
  if (!isDeepStrictEqual(found, expected))
    throw new Error(`returned ${show(found)}, expected ${show(expected)}`);
}

function expectedResult(results: readonly ListExpression[], { result }: FuncType): unknown {
  const [constant] = results;
  if (results.length > 1) throw new Error('a function has one result at most');
  if (constant && result) return constantValue(constant, result);
  if (constant ?? result) throw new Error(`the function returns ${result?.kind ?? 'nothing'}`);
  return undefined;
}

/** A call returns the ok case of a result and throws the err case: puts them together again. */
async function tagged(call: () => Promise<unknown>, { ok, err }: ResultType): Promise<object> {
  try {
    const val = await call();
    return ok ? { tag: 'ok', val } : { tag: 'ok' };
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error;
    const val: unknown = error.payload;
    return err ? { tag: 'err', val } : { tag: 'err' };
  }
}

/** A value in a line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? `${inner.toString()}n` : inner,
  );
}
