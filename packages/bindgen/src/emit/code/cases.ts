import type { CasePlan, CoercionName, CoreType, ValuePlan, VariantPlan } from '@wit-bindgen-ts/runtime/abi';
import { leavesPayload } from '../../plan/code/verbs.js';
import { coreTypes } from './core-types.js';
import { coreArguments } from './lowered-parts.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** What a function that lifts calls the core values that it is given. */
export function payloadNames({ kind, flat = [] }: ValuePlan): Parameter[] {
  if (kind === 'flags') return [{ name: 'value', type: 'number' }];
  if (kind !== 'variant') return ['pointer', 'length'].map((name) => ({ name, type: 'number' }));
  return flat.map((core, index) => ({ name: coreName(index, flat.length), type: coreTypes[core] }));
}

function coreName(index: number, count: number): string {
  if (index === 0) return 'discriminant';
  return count === 2 ? 'payload' : `payload${index - 1}`;
}

/** The joined core values of a variant that a payload takes, as its own. */
export function coreOf(
  payload: ValuePlan,
  coercions: CasePlan['coercions'],
  joined: readonly string[],
  code: ValueCode,
): string[] {
  return joined
    .slice(0, payload.flat?.length ?? 0)
    .map((name, index) => coerced(coercions[index], 'From', name, code));
}

/** Returns the core values of one case, or leaves the second of two in the context. */
export function lowerCase(variant: VariantPlan, index: number, subject: string, code: ValueCode): Body {
  const { payload, coercions, padding } = caseAt(variant, index);
  const parts = payload === undefined ? [] : code.lower(payload, subject);
  const names = (payload?.flat ?? []).map((_, position) => `core${position}`);
  const { statements, args } = coreArguments(parts, names);
  const core = args.map((arg, position) => coerced(coercions[position], 'In', arg, code));
  const rest = [...core, ...padding.map(zero)];
  if (leavesPayload(variant)) return [...statements, `cx.payload = ${rest.join()};`, `return ${index};`];
  const all = [String(index), ...rest];
  return [...statements, `return ${all.length === 1 ? all.join() : `[${all.join(', ')}]`};`];
}

function caseAt({ cases }: VariantPlan, index: number): CasePlan {
  const one = cases[index];
  if (one === undefined) throw new RangeError(`a variant has no case ${index}`);
  return one;
}

function zero(core: CoreType): string {
  return core === 'i64' ? '0n' : '0';
}

/** `f32-in-i32` → `f32InI32(…)` when lowered, `f32FromI32(…)` when lifted. */
function coerced(
  coercion: CoercionName | undefined,
  word: 'In' | 'From',
  core: string,
  code: ValueCode,
): string {
  if (coercion === undefined) return core;
  const [payload = '', joined = ''] = coercion.split('-in-');
  return code.call(payload + word + joined.toUpperCase(), core);
}
