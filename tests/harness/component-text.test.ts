import { describe, expect, it } from '@jest/globals';
import { encodeComponent } from './component-text.js';

describe('encodeComponent', () => {
  it('encodes a component', () => {
    expect([...encodeComponent('(component)')]).toEqual([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
  });

  it('encodes a core module', () => {
    expect([...encodeComponent('(module)')]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  });

  it('encodes an invalid component as it stands', () => {
    const bytes = encodeComponent('(component (export "f" (func 7)))');
    expect([...bytes.slice(8)]).toEqual([11, 7, 1, 0, 1, 0x66, 1, 7, 0]);
  });

  it('names the place of what it cannot read', () => {
    expect(errorOf('(component\n  (fnc))')).toBe('component text:2:4: expected valid component field');
    expect(errorOf('(component "a\n')).toBe("component text:1:14: InvalidStringElement('\\n')");
  });
});

function errorOf(text: string): string | undefined {
  try {
    encodeComponent(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}
