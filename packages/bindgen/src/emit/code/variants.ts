import type { CasePlan, ValuePlan, VariantPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import { stringLiteral } from '../literals.js';
import { coreOf, lowerCase, payloadNames } from './cases.js';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

/** `{ tag, val }` */
export function variantBody(verb: Verb, variant: VariantPlan, code: ValueCode): Body {
  const { cases, discriminantSize, payloadOffset } = variant;
  switch (verb) {
    case 'is':
      return [`if (!${code.call('isObject', 'value')}) return false;`, ...checkTag(cases, code)];
    case 'load': {
      const discriminant = code.call(`loadU${8 * discriminantSize}`, 'cx', 'at');
      const load = (payload: ValuePlan): string => code.load(payload, place('at', payloadOffset));
      return liftingSwitch(discriminant, cases, load, code);
    }
    case 'store':
      return switchOnTag(cases, code, ({ payload }, index) => [
        `${code.storeWord(discriminantSize, 'at', String(index))};`,
        ...(payload === undefined
          ? []
          : [`${code.store(payload, place('at', payloadOffset), 'value.val')};`]),
        ...(cases.length === 1 ? [] : ['break;']),
      ]);
    case 'lift': {
      const [discriminant = '', ...core] = payloadNames(variant).map(({ name }) => name);
      const lift = (payload: ValuePlan, { coercions }: CasePlan): string =>
        code.lift(payload, coreOf(payload, coercions, core, code));
      return liftingSwitch(discriminant, cases, lift, code);
    }
    case 'lower':
      return switchOnTag(cases, code, (_, index) => lowerCase(variant, index, 'value.val', code));
  }
}

/** To the compiler a tag that can be but one thing need not be looked at. */
function checkTag(cases: readonly CasePlan[], code: ValueCode): Body {
  const check = ({ payload }: CasePlan): string =>
    payload === undefined ? 'true' : code.is(payload, 'value.val');
  const [only] = cases;
  if (only !== undefined && cases.length === 1) {
    const checks = [
      `tag === ${stringLiteral(only.name)}`,
      ...(only.payload === undefined ? [] : [check(only)]),
    ];
    return ['const tag: string = value.tag;', `return ${checks.join(' && ')};`];
  }
  return switchOn(
    'value.tag',
    cases.map((one) => [stringLiteral(one.name), [`return ${check(one)};`]]),
    'return false;',
  );
}

/** For a value that has been checked. */
function switchOnTag(
  cases: readonly CasePlan[],
  code: ValueCode,
  bodyOf: (one: CasePlan, index: number) => Body,
): Body {
  const [only] = cases;
  if (only !== undefined && cases.length === 1) {
    const otherwise = `throw ${code.call('changedValue')};`;
    return [
      'const tag: string = value.tag;',
      `if (tag !== ${stringLiteral(only.name)}) ${otherwise}`,
      ...bodyOf(only, 0),
    ];
  }
  return switchOn(
    'value.tag',
    cases.map((one, index) => [stringLiteral(one.name), bodyOf(one, index)]),
    `throw ${code.call('changedValue')};`,
  );
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
