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
    expect(command).toEqual({ kind: 'assert-rejected', source });
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

  it('names a directive that it does not know', () => {
    expect(only('(thread $t)')).toEqual({ kind: 'unknown', word: 'thread' });
  });

  it('refuses a directive that lacks a part', () => {
    expect(() => readDirectives('(invoke $i)')).toThrow(new Error('a string is expected at offset 11'));
    expect(() => readDirectives('(assert_return "f")')).toThrow(new Error('a list is expected at offset 15'));
  });
});

function only(script: string): Command | undefined {
  const [directive, ...others] = readDirectives(script);
  expect(others).toEqual([]);
  return directive?.command;
}
