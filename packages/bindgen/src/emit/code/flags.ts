import type { FlagsPlan } from '@wit-bindgen-ts/runtime/abi';
import type { Verb } from '../../plan/code/verbs.js';
import { propertyName, propertyOf } from '../property-names.js';
import type { Body } from './verb-functions.js';

/** Flags are one word, with a bit for each that is `true`; what every object inherits is not. */
export function flagsBody(verb: Verb, { keys }: FlagsPlan): Body {
  if (verb === 'lift') {
    const entries = keys.map((key, index) => `${propertyName(key)}: (value & ${bit(index)}) !== 0,`);
    return [`return {\n${entries.join('\n')}\n};`];
  }
  const bits = keys.map((key, index) => `(${propertyOf('value', key)} === true ? ${bit(index)} : 0)`);
  return [`return ${bits.length === 0 ? '0' : bits.join(' | ')};`];
}

function bit(index: number): string {
  return `0x${(2 ** index).toString(16)}`;
}
