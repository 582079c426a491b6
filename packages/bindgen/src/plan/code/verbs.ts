import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';

/**
 * What can be done with a value: tell whether it may be lowered, load it from memory, store it into memory, lift it from
 * core values, and lower it to core values. With the name of a type it makes the name of a function: `loadItem`.
 */
export type Verb = 'is' | 'load' | 'store' | 'lift' | 'lower';

/** What one piece of code asks of another. */
export interface Need {
  readonly verb: Verb;
  readonly value: ValuePlan;
}

export const verbs: readonly Verb[] = ['is', 'load', 'store', 'lift', 'lower'];
const inMemory: readonly Verb[] = ['is', 'load', 'store'];
const asCoreValues: readonly Verb[] = ['lift', 'lower'];

/** The verbs for which a type has a function of its own in generated code; all others are written where they are needed. */
export function ownVerbs(value: ValuePlan): readonly Verb[] {
  switch (value.kind) {
    case 'record':
    case 'tuple':
    case 'fixed-length-list':
      // As core values they are those of their parts.
      return inMemory;
    case 'list':
      return isRuntimeList(value) ? [] : verbs;
    case 'map':
    case 'variant':
      return verbs;
    case 'flags':
      return asCoreValues;
    default:
      return [];
  }
}

/** Whether the runtime has the functions for a list. */
export function isRuntimeList(value: ValuePlan): boolean {
  return value.kind === 'list' && (value.numeric !== undefined || value.element.kind === 'string');
}

/** What the code for a need asks for itself. */
export function needsOf({ verb, value }: Need): Need[] {
  switch (value.kind) {
    case 'list':
    case 'map':
      if (isRuntimeList(value)) return [];
      if (verb === 'load') return [{ verb: 'lift', value }];
      if (verb === 'store') return [{ verb: 'lower', value }];
      return partsOf(value).map((part) => ({ verb: elementVerb(verb), value: part }));
    case 'flags':
      if (verb === 'load') return [{ verb: 'lift', value }];
      return verb === 'store' ? [{ verb: 'lower', value }] : [];
    default:
      return partsOf(value).map((part) => ({ verb, value: part }));
  }
}

/** The values that a value holds directly. */
export function partsOf(value: ValuePlan): readonly ValuePlan[] {
  switch (value.kind) {
    case 'record':
      return value.fields.map((field) => field.value);
    case 'tuple':
      return value.parts.map((part) => part.value);
    case 'list':
    case 'fixed-length-list':
      return [value.element];
    case 'map':
      return [value.key, value.value];
    case 'variant':
      return value.cases.flatMap(({ payload }) => payload ?? []);
    default:
      return [];
  }
}

/** The elements of a list stand in memory, wherever the list itself stands. */
function elementVerb(verb: Verb): Verb {
  if (verb === 'is') return 'is';
  return verb === 'lift' ? 'load' : 'store';
}

/**
 * Whether a value is lowered to its case and one number more: then the function returns the case and leaves the number in
 * the context. All else that has more core values than one is lowered to an array of them, which takes longer.
 */
export function leavesPayload(value: ValuePlan): boolean {
  return value.kind === 'variant' && value.flat?.length === 2 && value.flat[1] !== 'i64';
}

const leaving = new WeakMap<ValuePlan, boolean>();

/** Whether lowering a value to core values lowers one within it that leaves its payload in the context. */
export function leavesAnyPayload(value: ValuePlan): boolean {
  if (value.flat === undefined || value.kind === 'list' || value.kind === 'map') return false;
  let leaves = leaving.get(value);
  if (leaves === undefined) {
    leaves = leavesPayload(value) || partsOf(value).some(leavesAnyPayload);
    leaving.set(value, leaves);
  }
  return leaves;
}
