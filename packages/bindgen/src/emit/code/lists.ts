import type { ListPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import type { ValueType } from '../../plan/value-type.js';
import { typeText } from '../type-text.js';
import { checkElements, loadElements, storeElements } from './elements.js';
import { times } from './places.js';
import { loadRange, storeRange } from './ranges.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

export function listBody(verb: Verb, list: ListPlan, type: ValueType, code: ValueCode): Body {
  const { element } = list;
  const size = String(element.size);
  const alignment = String(element.alignment);
  switch (verb) {
    case 'is':
      return [
        `if (!${code.call('isList', 'list', size)}) return false;`,
        'const { length } = list;',
        ...checkElements(element, 'length', code),
        'return true;',
      ];
    case 'load':
      return loadRange(list, code);
    case 'store':
      return storeRange(list, 'list', code);
    case 'lift':
      return [
        `const start = ${code.call('checkList', 'cx', 'pointer', 'length', size, alignment, String(element.cost))};`,
        `const list: ${typeText(type, 'lifted')} = [];`,
        ...loadElements(element, 'start', 'length', code),
        'return list;',
      ];
    case 'lower':
      return [
        `const length = ${code.call('lengthOf', 'list', size)};`,
        `const pointer = ${code.call('allocate', 'cx', times('length', element.size), alignment)};`,
        ...storeElements(element, 'pointer', 'length', code),
        'cx.length = length;',
        'return pointer;',
      ];
  }
}
