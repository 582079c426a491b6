import type { FixedLengthListPlan, RecordPlan, TuplePlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import type { ValueType } from '../../plan/value-type.js';
import { propertyName } from '../property-names.js';
import { longestTuple, typeText } from '../type-text.js';
import { checkElements, loadElements, storeElements } from './elements.js';
import { place } from './places.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

export function recordBody(verb: Verb, { fields }: RecordPlan, code: ValueCode): Body {
  switch (verb) {
    case 'is': {
      const checks = fields.map(({ key, value }) => code.is(value, code.anyProperty('value', key)));
      return [`return ${[code.call('isObject', 'value'), ...checks].join(' && ')};`];
    }
    case 'load': {
      const entries = fields.map(({ key, value, offset }) => {
        return `${propertyName(key)}: ${code.load(value, place('at', offset))},`;
      });
      return [`return {\n${entries.join('\n')}\n};`];
    }
    default:
      return fields.map((field) => {
        return `${code.store(field.value, place('at', field.offset), code.property('value', field))};`;
      });
  }
}

export function tupleBody(verb: Verb, { parts }: TuplePlan, code: ValueCode): Body {
  return elementsBody(verb, parts, 'value', code);
}

/** One that has a tuple's type in TypeScript is written like a tuple. */
export function fixedLengthListBody(
  verb: Verb,
  plan: FixedLengthListPlan,
  type: ValueType,
  code: ValueCode,
): Body {
  const { element, length } = plan;
  const spend = verb === 'load' ? [`${code.call('spend', String(length * element.cost))};`] : [];
  if (length > longestTuple) return [...spend, ...loopBody(verb, plan, type, code)];
  const parts = Array.from({ length }, (_, index) => ({ value: element, offset: index * element.size }));
  return [...spend, ...elementsBody(verb, parts, 'list', code)];
}

function elementsBody(verb: Verb, parts: TuplePlan['parts'], subject: string, code: ValueCode): Body {
  switch (verb) {
    case 'is': {
      const checks = parts.map(({ value }, index) => code.is(value, `${subject}[${index}]`));
      return [`return ${[code.call('isTuple', subject, String(parts.length)), ...checks].join(' && ')};`];
    }
    case 'load':
      return [
        `return [${parts.map(({ value, offset }) => code.load(value, place('at', offset))).join(', ')}];`,
      ];
    default:
      return parts.map(({ value, offset }, index) => {
        return `${code.store(value, place('at', offset), `${subject}[${index}]`)};`;
      });
  }
}

function loopBody(
  verb: Verb,
  { element, length }: FixedLengthListPlan,
  type: ValueType,
  code: ValueCode,
): Body {
  const count = String(length);
  switch (verb) {
    case 'is':
      return [
        `if (!${code.call('isTuple', 'list', count)}) return false;`,
        ...checkElements(element, count, code),
        'return true;',
      ];
    case 'load':
      return [
        `const list: ${typeText(type, 'lifted')} = [];`,
        ...loadElements(element, 'at', count, code),
        'return list;',
      ];
    default:
      return storeElements(element, 'at', count, code);
  }
}
