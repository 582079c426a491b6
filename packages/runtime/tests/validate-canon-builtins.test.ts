import { describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { decode } from '../src/binary/decode.js';
import { defaultFeatures, type FeatureName } from '../src/validate/features.js';
import { validate } from '../src/validate/validate.js';
import { problemOf } from './validate-text.js';

const all: FeatureName[] = [
  'async',
  'moreAsyncBuiltins',
  'asyncStackful',
  'threading',
  'errorContext',
  'memory64',
];

/** What built-ins need, in a component that makes one of them. */
const definitions = `
  (type $stream (stream u8)) (type $texts (stream string)) (type $empty (stream))
  (type $future (future u8)) (type $text (future string)) (type $none (future)) (type $number u32)
  (core type $start (func (param i32))) (core type $wide-start (func (param i64)))
  (core type $lib (module
    (export "mem" (memory 1)) (export "wide" (memory i64 1))
    (export "table" (table 1 funcref)) (export "wide-table" (table i64 1 funcref))
    (export "realloc" (func (param i32 i32 i32 i32) (result i32)))
    (export "callback" (func (param i32 i32 i32) (result i32)))
    (export "post" (func))))
  (import "lib" (core module $lib (type $lib)))
  (core instance $lib (instantiate $lib))
  (alias core export $lib "mem" (core memory $mem)) (alias core export $lib "wide" (core memory $wide))
  (alias core export $lib "table" (core table $table))
  (alias core export $lib "wide-table" (core table $wide-table))
  (alias core export $lib "realloc" (core func $realloc))
  (alias core export $lib "callback" (core func $callback))
  (alias core export $lib "post" (core func $post))`;

/** What is wrong with a built-in, or with its use as a core function of this type. */
function builtin(canon: string, type: string | undefined, ...on: readonly FeatureName[]): string {
  const use =
    type === undefined
      ? ''
      : `(core type $user (module (import "" "f" (func ${type}))))
         (import "user" (core module $user (type $user)))
         (core instance (instantiate $user (with "" (instance (export "f" (func $f))))))`;
  return problemOf(`(component ${definitions} (core func $f (canon ${canon})) ${use})`, ...on);
}

const off = (what: string, feature: FeatureName): string =>
  `gated-feature: ${what} needs a feature that is off: \`CompileOptions.features.${feature}\` turns it on`;

const fixed: [canon: string, type: string, feature: FeatureName][] = [
  ['backpressure.inc', '', 'async'],
  ['backpressure.dec', '', 'async'],
  ['task.cancel', '', 'async'],
  ['subtask.cancel', '(param i32) (result i32)', 'async'],
  ['subtask.drop', '(param i32)', 'async'],
  ['waitable-set.new', '(result i32)', 'async'],
  ['waitable-set.wait (memory $mem)', '(param i32 i32) (result i32)', 'async'],
  ['waitable-set.poll cancellable (memory $mem)', '(param i32 i32) (result i32)', 'async'],
  ['waitable-set.drop', '(param i32)', 'async'],
  ['waitable.join', '(param i32 i32)', 'async'],
  ['task.return', '', 'async'],
  ['context.get i32 0', '(result i32)', 'async'],
  ['context.set i32 1', '(param i32)', 'async'],
  ['thread.yield', '(result i32)', 'async'],
  ['error-context.new (memory $mem)', '(param i32 i32) (result i32)', 'errorContext'],
  ['error-context.debug-message (memory $mem) (realloc $realloc)', '(param i32 i32)', 'errorContext'],
  ['error-context.drop', '(param i32)', 'errorContext'],
  ['thread.index', '(result i32)', 'threading'],
  ['thread.new-indirect $start (table $table)', '(param i32 i32) (result i32)', 'threading'],
  ['thread.resume-later', '(param i32)', 'threading'],
  ['thread.suspend', '(result i32)', 'threading'],
  ['thread.suspend-then-resume cancellable', '(param i32) (result i32)', 'threading'],
  ['thread.yield-then-resume', '(param i32) (result i32)', 'threading'],
  ['thread.suspend-then-promote', '(param i32) (result i32)', 'threading'],
  ['thread.yield-then-promote', '(param i32) (result i32)', 'threading'],
];

describe('the core function of', () => {
  it.each(fixed)('%s is %s', (canon, type) => {
    expect(builtin(canon, type, ...all)).toBe('valid');
    expect(builtin(canon, '(param f32)', ...all)).toMatch(/^core-argument-type: /);
  });
});

describe('a feature that is off refuses', () => {
  it.each(fixed.filter(([, , feature]) => feature !== 'async'))('%s', (canon, _, feature) => {
    const [name = ''] = canon.split(' ');
    const others = all.filter((other) => other !== feature);
    expect(builtin(canon, undefined, ...others)).toBe(off(`\`${name}\``, feature));
  });

  it.each([
    ['subtask.cancel async', '`subtask.cancel` with `async`'],
    ['stream.cancel-read $stream async', '`stream.cancel-read` with `async`'],
    ['future.cancel-write $future async', '`future.cancel-write` with `async`'],
    ['stream.read $stream (memory $mem)', '`stream.read` without `async`'],
    ['future.write $future (memory $mem)', '`future.write` without `async`'],
  ])('%s', (canon, what) => {
    expect(builtin(canon, undefined)).toBe(off(what, 'moreAsyncBuiltins'));
    expect(builtin(canon, undefined, 'moreAsyncBuiltins')).toBe('valid');
  });

  it.each([
    ['context.get i64 0', '`context.get` of `i64`'],
    [
      'thread.new-indirect $wide-start (table $table)',
      '`thread.new-indirect` with a parameter of type `i64`',
    ],
    [
      'thread.new-indirect $start (table $wide-table)',
      '`thread.new-indirect` with a table of 64-bit indices',
    ],
    ['waitable-set.wait (memory $wide)', 'passing values through a memory with 64-bit addresses'],
  ])('%s', (canon, what) => {
    expect(builtin(canon, undefined, 'threading')).toBe(off(what, 'memory64'));
  });

  it('a built-in of asynchronous calls', () => {
    const features = { ...defaultFeatures, async: false };
    const definition = decode(encodeComponent('(component (core func (canon task.cancel)))'));
    expect(() => validate(definition, features)).toThrow('`task.cancel` needs a feature that is off');
  });
});

describe('streams and futures', () => {
  it.each([
    ['stream.new $stream', '(result i64)'],
    ['future.new $none', '(result i64)'],
    ['stream.read $stream async (memory $mem)', '(param i32 i32 i32) (result i32)'],
    ['stream.read $empty async', '(param i32 i32 i32) (result i32)'],
    ['stream.write $texts async (memory $mem)', '(param i32 i32 i32) (result i32)'],
    ['stream.write $stream async (memory $wide)', '(param i32 i64 i64) (result i64)'],
    ['future.read $text async (memory $mem) (realloc $realloc)', '(param i32 i32) (result i32)'],
    ['future.write $future async (memory $wide)', '(param i32 i64) (result i32)'],
    ['stream.cancel-read $stream', '(param i32) (result i32)'],
    ['stream.cancel-write $stream async', '(param i32) (result i32)'],
    ['future.cancel-read $future', '(param i32) (result i32)'],
    ['future.cancel-write $future', '(param i32) (result i32)'],
    ['stream.drop-readable $stream', '(param i32)'],
    ['stream.drop-writable $stream', '(param i32)'],
    ['future.drop-readable $future', '(param i32)'],
    ['future.drop-writable $future', '(param i32)'],
  ])('%s is %s', (canon, type) => {
    expect(builtin(canon, type, ...all)).toBe('valid');
    expect(builtin(canon, '(param f32)', ...all)).toMatch(/^core-argument-type: /);
  });

  it.each([
    ['stream.new $future', 'not-a-stream-type: `stream.new` is for streams: type 3 is not that of one'],
    ['future.new $stream', 'not-a-future-type: `future.new` is for futures: type 0 is not that of one'],
    ['stream.new $number', 'not-a-stream-type: `stream.new` is for streams: type 6 is not that of one'],
    ['stream.new 9', 'unknown-index: there is no type 9: 7 are defined so far'],
    ['stream.read $stream async', 'missing-option: the canonical option `memory` is required'],
    ['stream.read $texts async (memory $mem)', 'missing-option: the canonical option `realloc` is required'],
    ['future.write $future async', 'missing-option: the canonical option `memory` is required'],
    [
      'stream.write $stream async (memory $mem) (callback $callback)',
      'misplaced-option: the canonical option `callback` is given to `stream.write`',
    ],
  ])('%s is refused', (canon, problem) => {
    expect(builtin(canon, undefined, ...all)).toBe(problem);
  });
});

describe('task.return', () => {
  it.each([
    ['(result u64)', '(param i64)'],
    ['(result string) (memory $mem)', '(param i32 i32)'],
    ['(result string) string-encoding=utf16 (memory $wide)', '(param i64 i64)'],
  ])('%s takes %s', (options, type) => {
    expect(builtin(`task.return ${options}`, type, ...all)).toBe('valid');
  });

  it.each([
    ['(result string)', 'missing-option: the canonical option `memory` is required'],
    ['async', 'async-option: the canonical option `async` is given to `task.return`'],
    [
      '(memory $mem) (realloc $realloc)',
      'misplaced-option: the canonical option `realloc` is given to `task.return`',
    ],
    ['(post-return $post)', 'misplaced-option: the canonical option `post-return` is given to `task.return`'],
  ])('%s is refused', (options, problem) => {
    expect(builtin(`task.return ${options}`, undefined, ...all)).toBe(problem);
  });
});

describe('error contexts', () => {
  it.each([
    ['error-context.new', 'missing-option: the canonical option `memory` is required'],
    [
      'error-context.debug-message (memory $mem)',
      'missing-option: the canonical option `realloc` is required',
    ],
    [
      'error-context.new (memory $mem) async',
      'async-option: the canonical option `async` is given to `error-context.new`',
    ],
  ])('%s is refused', (canon, problem) => {
    expect(builtin(canon, undefined, ...all)).toBe(problem);
  });
});

describe('what threads keep', () => {
  it.each([
    ['context.get i32 2', 'unknown-index: `context.get` has the slot 2: there are 2'],
    ['context.set f32 0', 'core-type: `context.set` has another type than `i32` or `i64`'],
  ])('%s is refused', (canon, problem) => {
    expect(builtin(canon, undefined, ...all)).toBe(problem);
  });

  it('is of one type in a component, and may be of another in one inside of it', () => {
    const text = (type: string): string =>
      `(component (core func (canon context.get i32 0)) (core func (canon context.set ${type} 1)))`;
    expect(problemOf(text('i32'), 'memory64')).toBe('valid');
    expect(problemOf(text('i64'), 'memory64')).toBe(
      'core-type: `context.set` has the type `i64`, where the component has `i32` before',
    );
    const nested =
      '(component (core func (canon context.get i32 0)) (component (core func (canon context.get i64 0))))';
    expect(problemOf(nested, 'memory64')).toBe('valid');
  });
});
