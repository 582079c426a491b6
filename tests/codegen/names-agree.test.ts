import { describe, expect, it } from '@jest/globals';
import {
  claimClassMember,
  claimFunctionMember,
  dataKeys,
} from '../../packages/bindgen/src/plan/names/member-names.js';
import { NameScope } from '../../packages/bindgen/src/plan/names/name-scope.js';
import * as generator from '../../packages/bindgen/src/wit/casing.js';
import * as runtime from '../../packages/runtime/src/names/case.js';
import { memberNames } from '../../packages/runtime/src/names/member-names.js';

const names = ['cart', 'list-items', 'get-URL', 'HTTP', 'http-2', 'a-1b-C3', 'X-ray', 'to-string'];

describe('the generator and the runtime spell a name alike', () => {
  it.each(names)('%s', (name) => {
    expect(generator.camelCase(name)).toBe(runtime.camelCase(name));
    expect(generator.pascalCase(name)).toBe(runtime.pascalCase(name));
  });
});

const colliding = [
  ['a-1', 'a1'],
  ['a1', 'a-1'],
  ['x-1-2', 'x12', 'x-12', 'x1-2'],
  ['then', 'constructor', 'prototype', 'to-string'],
  ['b', 'HTTP-1', 'http1', 'h-ttp1'],
];

describe('the generator and the runtime keep names apart alike', () => {
  it.each(colliding.map((labels) => [labels]))('%j', (labels) => {
    const keys = (reserved: 'member' | 'staticMember', claim: typeof claimClassMember): string[] => {
      const scope = new NameScope(reserved);
      return labels.map((label) => claim(scope, label));
    };
    const inRuntime = (kind: string, nameOf: (label: string) => string): (string | undefined)[] => {
      const found = memberNames(labels.map((label) => [nameOf(label), kind]));
      return labels.map((label) => found.get(nameOf(label)));
    };
    expect(keys('member', claimFunctionMember)).toEqual(inRuntime('func', (label) => label));
    expect(keys('member', claimFunctionMember)).toEqual(inRuntime('func', (label) => `[method]r.${label}`));
    expect(keys('staticMember', claimFunctionMember)).toEqual(
      inRuntime('func', (label) => `[static]r.${label}`),
    );
    expect(keys('member', claimClassMember)).toEqual(inRuntime('resource', (label) => label));
    expect(dataKeys(labels)).toEqual(runtime.memberKeys(labels));
  });
});
