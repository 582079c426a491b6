import { describe, expect, it } from '@jest/globals';
import { runScript, type Result } from './run-script.js';

const passed: Result = { status: 'passed' };
const adder = `(component definition $Adder
  (core module $M (func (export "add") (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1))))
  (core instance $m (instantiate $M))
  (func (export "add") (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "add"))))`;
const trapping = `(component
  (core module $M (func (export "f") unreachable))
  (core instance $m (instantiate $M))
  (func (export "f") (canon lift (core func $m "f"))))`;

async function resultsOf(script: string): Promise<readonly Result[]> {
  return (await runScript(script)).map(({ result }) => result);
}

describe('runScript', () => {
  it('tells line and word of each directive', async () => {
    expect(await runScript('(component)\n(component instance $i)')).toEqual([
      { line: 1, word: 'component', result: passed },
      {
        line: 2,
        word: 'component instance',
        result: { status: 'failed', message: 'there is no definition before this' },
      },
    ]);
  });

  it('makes instances, calls them and compares what they return', async () => {
    expect(
      await resultsOf(`${adder}
        (component instance $a $Adder)
        (component instance $b $Adder)
        (invoke $a "add" (u32.const 1) (u32.const 2))
        (assert_return (invoke $a "add" (u32.const 1) (u32.const 2)) (u32.const 3))
        (assert_return (invoke "add" (u32.const 1) (u32.const 2)) (u32.const 4))
        (assert_return (invoke "sub"))`),
    ).toEqual([
      passed,
      passed,
      passed,
      passed,
      passed,
      { status: 'failed', message: 'returned 3, expected 4' },
      { status: 'failed', message: 'the instance has no function sub' },
    ]);
  });

  it('compares the kind of a trap', async () => {
    expect(
      await resultsOf(`${trapping} (assert_trap (invoke "f") "unreachable")
        ${trapping} (assert_trap (invoke "f") "unaligned pointer")
        ${trapping} (assert_trap (invoke "f") "out of luck")
        (assert_trap (component) "unreachable")`),
    ).toEqual([
      passed,
      passed,
      passed,
      {
        status: 'failed',
        message:
          'trapped with unreachable (wasm trap: unreachable), expected pointer-unaligned or realloc-unaligned',
      },
      passed,
      { status: 'failed', message: 'no trap code stands for "out of luck"' },
      { status: 'failed', message: 'the component was instantiated, expected a Trap' },
    ]);
  });

  it('compares the reason for which a component is refused', async () => {
    const refused = '(component (export "f" (func 7)))';
    const results = await resultsOf(
      `(assert_invalid ${refused} "function index out of bounds")
       (assert_invalid ${refused} "integer too large")
       (assert_invalid ${refused} "out of luck")
       (assert_invalid (component) "function index out of bounds")`,
    );
    expect(results).toEqual([
      passed,
      {
        status: 'failed',
        message: expect.stringMatching(
          /^"integer too large" stands for integer-too-large, but refused: CompileError \[unknown-index\]: 0x/,
        ),
      },
      {
        status: 'failed',
        message: expect.stringMatching(
          /^no code stands for "out of luck" \(refused: CompileError \[unknown-index\]/,
        ),
      },
      { status: 'failed', message: 'the component compiled, expected a CompileError' },
    ]);
  });

  it('skips what tests a reader of text', async () => {
    expect(
      await resultsOf(
        '(assert_malformed (component quote "(func") "a") (assert_invalid (component (fnc)) "b")',
      ),
    ).toEqual([
      { status: 'skipped', reason: 'text in quotes tests a reader of the text format' },
      {
        status: 'skipped',
        reason: 'no binary stands for the text: component text:1:13: expected valid component field',
      },
    ]);
  });

  it('skips what needs a feature that the engine lacks, and what depends on it', async () => {
    const feature = 'shared-everything threads';
    const module = '(module (type (shared (func))))';
    const skipped: Result = { status: 'skipped', reason: `this engine lacks ${feature}` };
    expect(
      await resultsOf(
        `${module} (component definition $A (core module (type (shared (func))))) (component instance $a $A) (invoke $a "f")
         (assert_trap (invoke "f") "unreachable") (register "a" $a) (component) (assert_return (invoke $a "f"))`,
      ),
    ).toEqual([skipped, skipped, skipped, skipped, skipped, skipped, passed, skipped]);
  });

  it('tells why there is nothing to run', async () => {
    const script =
      '(component $a (export "f" (func 7))) (invoke $a "f") (invoke $b "f") (module) (invoke "f")';
    expect(await resultsOf(script)).toEqual([
      { status: 'failed', message: expect.stringMatching(/^CompileError \[unknown-index\]: /) },
      { status: 'failed', message: expect.stringMatching(/^there is no instance \$a: CompileError \[/) },
      { status: 'failed', message: 'there is no instance $b' },
      passed,
      { status: 'failed', message: 'there is no instance here: core modules are not called by themselves' },
    ]);
  });

  it('lets a component import instances by their names, and those that are registered', async () => {
    expect(
      await resultsOf(`${adder} (component instance $a $Adder)
        (component definition $Importer
          (import "math" (instance $math
            (export "add" (func (param "a" u32) (param "b" u32) (result u32)))))
          (export "math" (instance $math)))
        (component instance $b $Importer)
        (register "math" $a)
        (component instance $c $Importer)
        (component $taker (import "a" (instance
          (export "add" (func (param "a" u32) (param "b" u32) (result u32))))))
        (component (import "b" (instance
          (export "add" (func (param "a" u32) (param "b" u32) (result u32))))))`),
    ).toEqual([
      passed,
      passed,
      passed,
      { status: 'failed', message: expect.stringMatching(/^LinkError \[import-missing\]: /) },
      passed,
      passed,
      passed,
      { status: 'failed', message: expect.stringMatching(/^LinkError \[import-missing\]: /) },
    ]);
  });

  it('expects that a component cannot be linked', async () => {
    expect(
      await resultsOf(
        '(assert_unlinkable (component (import "f" (func))) "a") (assert_unlinkable (component) "b")',
      ),
    ).toEqual([
      passed,
      { status: 'failed', message: 'the component was instantiated, expected a LinkError' },
    ]);
  });

  it('fails as a whole where a script cannot be read', async () => {
    const message = 'a list without an end begins at offset 12';
    expect(await runScript('(component) (component')).toEqual([
      { line: 0, word: 'script', result: { status: 'failed', message } },
    ]);
  });
});
