import type { VariantPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import { coreOf, lowerCase, payloadNames } from './cases.js';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

/** `undefined`, or the value itself. */
export function optionBody(verb: Verb, option: VariantPlan, code: ValueCode): Body {
  const some = option.cases[1];
  if (some?.payload === undefined) throw new TypeError('an option has two cases');
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
    case 'lower': {
      const lowered = lowerCase(option, 0, 'value', code);
      const ifNone = lowered.length === 1 ? lowered : ['{', ...lowered, '}'];
      return [`if (${isNone()}) ${ifNone.join('\n')}`, ...lowerCase(option, 1, 'value', code)];
    }
  }
}
