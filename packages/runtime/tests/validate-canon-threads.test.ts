import { describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { decode } from '../src/binary/decode.js';
import type { BuiltinCanon } from '../src/binary/definitions.js';
import type { CoreFuncType } from '../src/types/core-type.js';
import { defineCanonicalFunction } from '../src/validate/canon/canonical-function.js';
import { coreFuncText } from '../src/validate/core/core-subtyping.js';
import { CoreTypes, declarationOf } from '../src/validate/core/core-types.js';
import { defineIn } from '../src/validate/definitions.js';
import { Scope } from '../src/validate/scope.js';
import { Work } from '../src/validate/work.js';
import { featuresWith, problemIn } from './validate-text.js';

/** Types of functions that threads can and cannot start with, and tables of them. */
const definitions = `
  (core type (func (param i32)))
  (core type (func (param i64)))
  (core type (shared (func (param i32))))
  (core type (func (param f32)))
  (core type (struct))
  (core type $lib (module
    (export "table" (table 1 funcref))
    (export "externs" (table 1 externref))
    (export "shared-table" (table shared 1 1 (ref null (shared func))))))
  (import "lib" (core module $lib (type $lib)))
  (core instance $lib (instantiate $lib))
  (alias core export $lib "table" (core table))
  (alias core export $lib "externs" (core table))
  (alias core export $lib "shared-table" (core table))`;

/** The type of a built-in. The text format of the tools has no words for all of them. */
function madeBy(canon: BuiltinCanon): CoreFuncType {
  const features = featuresWith(['threading', 'sharedEverythingThreads', 'memory64']);
  const validation = { features, coreTypes: new CoreTypes(), work: new Work() };
  const scope = new Scope('component', undefined, validation);
  const { definitions: decoded } = decode(encodeComponent(`(component ${definitions})`));
  for (const definition of decoded) defineIn(scope, definition);
  defineCanonicalFunction(scope, canon, 0);
  return scope.coreFuncs.get(0, 0);
}

describe('the first function of a thread', () => {
  const shared = { shared: true } as const;
  const [start, wideStart, sharedStart, wrongStart, noStart] = [0, 1, 2, 3, 4];
  const [table, externs, sharedTable] = [0, 1, 2];

  it.each<[string, BuiltinCanon, string, string]>([
    [
      'comes from a table',
      { kind: 'thread.new-indirect', type: wideStart, table },
      '[i32 i64] -> [i32]',
      'plain',
    ],
    [
      'is a reference',
      { kind: 'thread.spawn-ref', shared: false, type: start },
      '[(ref null 0) i32] -> [i32]',
      'plain',
    ],
    [
      'is shared',
      { kind: 'thread.spawn-ref', ...shared, type: sharedStart },
      '[(ref null 2) i32] -> [i32]',
      'shared',
    ],
    [
      'comes from a shared table',
      { kind: 'thread.spawn-indirect', ...shared, type: sharedStart, table: sharedTable },
      '[i32 i32] -> [i32]',
      'shared',
    ],
    [
      'is one of as many as run at once',
      { kind: 'thread.available-parallelism', shared: false },
      '[] -> [i32]',
      'plain',
    ],
  ])('%s', (_, canon, type, kind) => {
    const func = madeBy(canon);
    expect(coreFuncText(func)).toBe(type);
    expect(declarationOf(func)?.shared === true ? 'shared' : 'plain').toBe(kind);
  });

  it.each<[string, BuiltinCanon, string]>([
    [
      'has another type',
      { kind: 'thread.new-indirect', type: wrongStart, table },
      'core-signature: `thread.new-indirect` starts a function of type [i32] -> [], not [f32] -> []',
    ],
    [
      'is no function',
      { kind: 'thread.spawn-ref', shared: false, type: noStart },
      'not-a-core-func-type: core type 4 is not that of a function',
    ],
    [
      'is shared, unlike the thread',
      { kind: 'thread.spawn-ref', shared: false, type: sharedStart },
      'core-signature: `thread.spawn-ref` starts a function that is not shared, unlike core type 2',
    ],
    [
      'is not shared, unlike the thread',
      { kind: 'thread.spawn-ref', ...shared, type: start },
      'core-signature: `thread.spawn-ref` starts a function that is shared, unlike core type 0',
    ],
    [
      'is in a table of something else',
      { kind: 'thread.new-indirect', type: start, table: externs },
      'core-argument-type: `thread.new-indirect` takes functions from a table of `funcref`: core table 1 is another',
    ],
    [
      'is in a table that is not shared',
      { kind: 'thread.spawn-indirect', ...shared, type: sharedStart, table },
      'core-argument-type: `thread.spawn-indirect` takes functions from a table of `(ref null (shared func))` that is shared: core table 0 is another',
    ],
    [
      'is in a table that is not there',
      { kind: 'thread.new-indirect', type: start, table: 9 },
      'unknown-index: there is no core table 9: 3 are defined so far',
    ],
  ])('is refused if it %s', (_, canon, problem) => {
    expect(problemIn(() => madeBy(canon))).toBe(problem);
  });
});
