import type { MapPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import type { ValueType } from '../../plan/value-type.js';
import { typeText } from '../type-text.js';
import { elementPlace, place, times } from './places.js';
import { loadRange, storeRange } from './ranges.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

/** A map is a list of its entries. */
export function mapBody(verb: Verb, map: MapPlan, type: ValueType, code: ValueCode): Body {
  const { key, value, entry } = map;
  const size = String(entry.size);
  const alignment = String(entry.alignment);
  switch (verb) {
    case 'is':
      return [
        `if (!${code.call('isMap', 'map', size)}) return false;`,
        `for (const [key, value] of ${code.call('mapEntries', 'map')}) {`,
        `if (!${code.is(key, 'key')} || !${code.is(value, 'value')}) return false;`,
        '}',
        'return true;',
      ];
    case 'load':
      return loadRange(map, code);
    case 'store':
      return storeRange(map, 'map', code);
    case 'lift':
      return [
        `const start = ${code.call('checkList', 'cx', 'pointer', 'length', size, alignment, String(entry.cost))};`,
        `const map = new ${typeText(type, 'lifted')}();`,
        'for (let index = 0; index < length; index++) {',
        `const at = ${elementPlace('start', entry.size)};`,
        `map.set(${code.load(key, 'at')}, ${code.load(value, place('at', entry.valueOffset))});`,
        '}',
        'return map;',
      ];
    case 'lower':
      return [
        `const entries = ${code.call('mapEntries', 'map')};`,
        `const pointer = ${code.call('allocate', 'cx', times('entries.length', entry.size), alignment)};`,
        'let at = pointer;',
        'for (const [key, value] of entries) {',
        `${code.store(key, 'at', 'key')};`,
        `${code.store(value, place('at', entry.valueOffset), 'value')};`,
        `at += ${size};`,
        '}',
        'cx.length = entries.length;',
        'return pointer;',
      ];
  }
}
