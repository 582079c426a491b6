import { describe, expect, it } from '@jest/globals';
import { readDirectives, type Command } from './directive.js';

describe('readDirectives', () => {
  it('numbers the lines from 1', () => {
    const lines = readDirectives('(component)\n\n(; ; \n ;) (invoke "f")').map(({ line }) => line);
    expect(lines).toEqual([1, 4]);
  });

  it('keeps the text of a component, without the word definition', () => {
    const source = { kind: 'text', text: '(component $A (; a ;) (@b "c"))' };
    expect(only('(component $A (; a ;) (@b "c"))')).toEqual({ kind: 'component', id: '$A', source });
    expect(only('(component definition $A (; a ;) (@b "c"))')).toEqual({
      kind: 'definition',
      id: '$A',
      source,
    });
  });

  it('puts the strings of a binary together', () => {
    const command = only(String.raw`(component definition $A binary "\00a" "sm")`);
    const source = { kind: 'binary', bytes: Uint8Array.of(0, 0x61, 0x73, 0x6d) };
    expect(command).toEqual({ kind: 'definition', id: '$A', source });
  });

  it('makes a component of quoted fields', () => {
    const source = { kind: 'quote', text: '(component (import "a" (func)))' };
    const command = only(
      String.raw`(assert_malformed (component quote "(import \"a\" " "(func))") "reason")`,
    );
    expect(command).toEqual({ kind: 'assert-rejected', source, reason: 'reason' });
  });

  it('reads instances of a definition', () => {
    expect(only('(component instance $i $A)')).toEqual({ kind: 'instance', id: '$i', definition: '$A' });
    expect(only('(component instance $i)')).toEqual({ kind: 'instance', id: '$i', definition: undefined });
  });

  it('reads calls and what is asserted of them', () => {
    const invoke = { kind: 'invoke', instance: '$i', function: 'f', arguments: [] };
    expect(only('(invoke $i "f")')).toEqual(invoke);
    expect(only('(assert_return (invoke $i "f"))')).toEqual({ kind: 'assert-return', invoke, results: [] });
    expect(only('(assert_trap (invoke $i "f") "x")')).toEqual({
      kind: 'assert-trap',
      action: invoke,
      trap: 'x',
    });
  });

  it('reads registrations', () => {
    expect(only('(register "a" $i)')).toEqual({ kind: 'register', name: 'a', instance: '$i' });
    expect(only('(register "a")')).toEqual({ kind: 'register', name: 'a', instance: undefined });
  });

  it('reads core modules', () => {
    const source = { kind: 'text', text: '(module $m (func))' };
    expect(only('(module $m (func))')).toEqual({ kind: 'core-module', id: '$m', source });
    expect(only('(module definition $m (func))')).toEqual({ kind: 'core-module', id: '$m', source });
    expect(only('(assert_invalid (module $m (func)) "reason")')).toEqual({
      kind: 'core-module-rejected',
      source,
    });
  });

  it('tells the words that directives begin with', () => {
    const script = '(component) (component definition $a) (component instance $a) (assert_trap 1)';
    const words = ['component', 'component definition', 'component instance', 'assert_trap'];
    expect(readDirectives(script).map(({ word }) => word)).toEqual(words);
  });

  it.each([
    ['(thread $t)', 'unknown directive thread'],
    ['("a")', 'unknown directive '],
    ['(invoke $i)', 'a string is expected at offset 11'],
    ['(assert_return "f")', 'a list is expected at offset 15'],
    ['(assert_return (get "f"))', 'a call is expected at offset 15'],
    ['(assert_trap (module) "f")', 'a call or a component is expected at offset 13'],
    ['(assert_unlinkable (module) "f")', 'a component is expected at offset 19'],
    ['(assert_invalid (component))', 'a string is expected at offset 28'],
    ['(module instance $a $b)', 'an instance of a core module is not made by itself here'],
  ])('goes on after %s', (script, problem) => {
    const commands = readDirectives(`${script} (component)`).map(({ command }) => command);
    expect(commands).toEqual([
      { kind: 'unreadable', problem },
      expect.objectContaining({ kind: 'component' }),
    ]);
  });
});

function only(script: string): Command | undefined {
  const [directive, ...others] = readDirectives(script);
  expect(others).toEqual([]);
  return directive?.command;
}
