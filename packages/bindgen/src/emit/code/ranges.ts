import type { ListPlan, MapPlan } from '@wit-bindgen-ts/runtime/abi';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

/** Where a list or a map stands in memory there are a pointer and a length. */
export function loadRange(value: ListPlan | MapPlan, code: ValueCode): Body {
  const core = [code.call('loadU32', 'cx', 'at'), code.call('loadU32', 'cx', place('at', 4))];
  return [`return ${code.lift(value, core)};`];
}

export function storeRange(value: ListPlan | MapPlan, subject: string, code: ValueCode): Body {
  const [lowered] = code.lower(value, subject).flatMap(({ expressions }) => expressions);
  return [`${code.call('storeRange', 'cx', 'at', lowered ?? '')};`];
}
