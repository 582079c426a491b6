import { describe, expect, it } from '@jest/globals';
import * as generator from '../../packages/bindgen/src/wit/casing.js';
import * as runtime from '../../packages/runtime/src/names/case.js';

const names = ['cart', 'list-items', 'get-URL', 'HTTP', 'http-2', 'a-1b-C3', 'X-ray', 'to-string'];

describe('the generator and the runtime spell a name alike', () => {
  it.each(names)('%s', (name) => {
    expect(generator.camelCase(name)).toBe(runtime.camelCase(name));
    expect(generator.pascalCase(name)).toBe(runtime.pascalCase(name));
  });
});
