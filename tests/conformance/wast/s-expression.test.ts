import { describe, expect, it } from '@jest/globals';
import { readLists, type Expression } from './s-expression.js';

describe('readLists', () => {
  it('reads lists, words and strings', () => {
    expect(read('(assert_return (invoke "f" $x) (u32.const -0x1_0))')).toEqual([
      ['assert_return', ['invoke', '"f"', '$x'], ['u32.const', '-0x1_0']],
    ]);
  });

  it('leaves out comments, nested ones too, and annotations', () => {
    expect(read('(a ;; (b\n (; c (; d ;) ;) (@name "e" (f)) "(; g")(; h ;)\n(i)')).toEqual([
      ['a', '"(; g"'],
      ['i'],
    ]);
  });

  it('resolves escapes to bytes', () => {
    const [list] = readLists(String.raw`("\00\ff\t\n\r\"\'\\\u{2603}é")`);
    const [text] = list?.items ?? [];
    const expected = [0, 0xff, 9, 10, 13, 0x22, 0x27, 0x5c, 0xe2, 0x98, 0x83, 0xc3, 0xa9];
    expect(text?.kind === 'string' && [...text.bytes]).toEqual(expected);
  });

  it('keeps the places in the source', () => {
    const source = ' (a (; ;) (b))';
    expect(readLists(source).map(({ start, end }) => source.slice(start, end))).toEqual(['(a (; ;) (b))']);
  });

  it.each([
    ['(a (b)', 'a list without an end begins at offset 0'],
    ['(a "b)', 'a string without an end begins at offset 3'],
    ['(a) (; (; ;)', 'a comment without an end begins at offset 4'],
    ['(a) b', 'a list is expected at offset 4'],
  ])('refuses %s', (source, message) => {
    expect(() => readLists(source)).toThrow(new Error(message));
  });
});

type Read = string | readonly Read[];

function read(source: string): readonly Read[] {
  return readLists(source).map(brief);
}

function brief(expression: Expression): Read {
  switch (expression.kind) {
    case 'list':
      return expression.items.map(brief);
    case 'word':
      return expression.text;
    case 'string':
      return JSON.stringify(new TextDecoder().decode(expression.bytes));
  }
}
