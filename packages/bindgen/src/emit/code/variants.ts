import type { CasePlan, CoercionName, CoreType, ValuePlan, VariantPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import { stringLiteral } from '../literals.js';
import { coreTypes } from './core-types.js';
import { coreArguments } from './lowered-parts.js';
import { place } from './places.js';
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

/** `{ tag, val }` */
export function variantBody(verb: Verb, variant: VariantPlan, code: ValueCode): Body {
  const { cases, discriminantSize, payloadOffset } = variant;
  switch (verb) {
    case 'is':
      return [
        `if (!${code.call('isObject', 'value')}) return false;`,
        ...switchOn(
          'value.tag',
          cases.map(({ name, payload }) => {
            const check = payload === undefined ? 'true' : code.is(payload, 'value.val');
            return [stringLiteral(name), [`return ${check};`]];
          }),
          'return false;',
        ),
      ];
    case 'load': {
      const discriminant = code.call(`loadU${8 * discriminantSize}`, 'cx', 'at');
      const load = (payload: ValuePlan): string => code.load(payload, place('at', payloadOffset));
      return liftingSwitch(discriminant, cases, load, code);
    }
    case 'store':
      return switchOn(
        'value.tag',
        cases.map(({ name, payload }, index) => [
          stringLiteral(name),
          [
            `${code.storeWord(discriminantSize, 'at', String(index))};`,
            ...(payload === undefined
              ? []
              : [`${code.store(payload, place('at', payloadOffset), 'value.val')};`]),
            'break;',
          ],
        ]),
        `throw ${code.call('changedValue')};`,
      );
    case 'lift': {
      const [discriminant = '', ...core] = payloadNames(variant).map(({ name }) => name);
      const lift = (payload: ValuePlan, { coercions }: CasePlan): string =>
        code.lift(payload, coreOf(payload, coercions, core, code));
      return liftingSwitch(discriminant, cases, lift, code);
    }
    case 'lower':
      return switchOn(
        'value.tag',
        cases.map((one, index) => [stringLiteral(one.name), lowerCase(one, index, 'value.val', code)]),
        `throw ${code.call('changedValue')};`,
      );
  }
}

/** `undefined`, or the value itself. */
export function optionBody(verb: Verb, option: VariantPlan, code: ValueCode): Body {
  const [none, some] = option.cases;
  if (some?.payload === undefined || none === undefined) throw new TypeError('an option has two cases');
  const { payload } = some;
  const isNone = (): string => code.call('isNone', 'value');
  switch (verb) {
    case 'is':
      return [`return ${isNone()} || ${code.is(payload, 'value')};`];
    case 'load':
      return [
        `return ${code.call('loadSome', 'cx', 'at')} ? ${code.load(payload, place('at', option.payloadOffset))} : undefined;`,
      ];
    case 'store':
      return [
        `${code.call('storeBool', 'cx', 'at', `!${isNone()}`)};`,
        `if (!${isNone()}) ${code.store(payload, place('at', option.payloadOffset), 'value')};`,
      ];
    case 'lift': {
      const [discriminant = '', ...core] = payloadNames(option).map(({ name }) => name);
      const lifted = code.lift(payload, coreOf(payload, some.coercions, core, code));
      return [`return ${code.call('liftSome', discriminant)} ? ${lifted} : undefined;`];
    }
    case 'lower':
      return [
        `if (${isNone()}) return [${['0', ...none.padding.map(zero)].join(', ')}];`,
        ...lowerCase(some, 1, 'value', code),
      ];
  }
}

function liftingSwitch(
  discriminant: string,
  cases: readonly CasePlan[],
  payloadText: (payload: ValuePlan, one: CasePlan) => string,
  code: ValueCode,
): Body {
  return switchOn(
    discriminant,
    cases.map((one, index) => {
      const val = one.payload === undefined ? '' : `, val: ${payloadText(one.payload, one)}`;
      return [String(index), [`return { tag: ${stringLiteral(one.name)}${val} };`]];
    }),
    `throw ${code.call('invalidDiscriminant')};`,
  );
}

function switchOn(
  subject: string,
  cases: readonly (readonly [label: string, body: Body])[],
  otherwise: string,
): Body {
  return [
    `switch (${subject}) {`,
    ...cases.flatMap(([label, body]) => [
      `case ${label}:${declares(body) ? ' {' : ''}`,
      ...body,
      ...(declares(body) ? ['}'] : []),
    ]),
    'default:',
    otherwise,
    '}',
  ];
}

function declares(body: Body): boolean {
  return body.some((statement) => statement.startsWith('const '));
}

/** The joined core values of a variant that a payload takes, as its own. */
function coreOf(
  payload: ValuePlan,
  coercions: CasePlan['coercions'],
  joined: readonly string[],
  code: ValueCode,
): string[] {
  return joined
    .slice(0, payload.flat?.length ?? 0)
    .map((name, index) => coerced(coercions[index], 'From', name, code));
}

function lowerCase(
  { payload, coercions, padding }: CasePlan,
  index: number,
  subject: string,
  code: ValueCode,
): Body {
  const parts = payload === undefined ? [] : code.lower(payload, subject);
  const names = (payload?.flat ?? []).map((_, position) => `core${position}`);
  const { statements, args } = coreArguments(parts, names);
  const core = args.map((arg, position) => coerced(coercions[position], 'In', arg, code));
  const all = [String(index), ...core, ...padding.map(zero)];
  return [...statements, `return ${all.length === 1 ? all.join() : `[${all.join(', ')}]`};`];
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
