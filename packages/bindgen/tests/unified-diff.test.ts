import { describe, expect, it } from '@jest/globals';
import { diffLines } from '../src/write/line-diff.js';
import { unifiedDiff } from '../src/write/unified-diff.js';

/** Lines, one for each letter. */
const lines = (letters: string): string => letters.replaceAll(/./g, '$&\n');

const diff = (older: string, newer: string): string => unifiedDiff('a.ts', older, newer);

describe('unifiedDiff', () => {
  it('shows what changed, with three lines around it', () => {
    expect(diff(lines('abcdefghij'), lines('abcdXfghij'))).toBe(`--- a.ts
+++ a.ts
@@ -2,7 +2,7 @@
 b
 c
 d
-e
+X
 f
 g
 h
`);
  });

  it('shows changes together that are near each other, and apart those that are not', () => {
    const hunks = (text: string) => text.split('\n').filter((line) => line.startsWith('@@'));
    expect(hunks(diff(lines('abcdefghijkl'), lines('Xbcdefghijkl').replace('h', 'Y')))).toEqual([
      '@@ -1,11 +1,11 @@',
    ]);
    expect(hunks(diff(lines('abcdefghijkl'), lines('Xbcdefghijkl').replace('i', 'Y')))).toEqual([
      '@@ -1,4 +1,4 @@',
      '@@ -6,7 +6,7 @@',
    ]);
  });

  it('names the line before where there are none', () => {
    expect(diff('', 'a\n')).toBe('--- a.ts\n+++ a.ts\n@@ -0,0 +1 @@\n+a\n');
    expect(diff('a\n', '')).toBe('--- a.ts\n+++ a.ts\n@@ -1 +0,0 @@\n-a\n');
  });

  it('says where the last line has no end', () => {
    expect(diff('a\nb', 'a\nb\n')).toBe(`--- a.ts
+++ a.ts
@@ -1,2 +1,2 @@
 a
-b
\\ No newline at end of file
+b
`);
  });
});

describe('diffLines', () => {
  /** What is left of a comparison if one side is taken away. */
  const side = (compared: ReturnType<typeof diffLines>, left: 'old' | 'new') =>
    compared.filter(({ kind }) => kind !== left).map(({ text }) => text);

  it('finds the fewest changes', () => {
    const changes = (older: string, newer: string) =>
      diffLines(Array.from(older), Array.from(newer)).flatMap(({ kind, text }) =>
        kind === 'both' ? [] : `${kind} ${text}`,
      );
    expect(changes('abcabba', 'cbabac')).toHaveLength(5);
    expect(changes('abc', 'abc')).toEqual([]);
    expect(changes('aaaa', 'aa')).toHaveLength(2);
    expect(changes('kitten', 'sitting')).toHaveLength(5);
  });

  it('replaces all between the first and the last of very many changes', () => {
    const older = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
    const newer = older.map((text, index) => (index % 2 === 1 && index < 4000 ? `new ${text}` : text));
    const compared = diffLines(older, newer);
    expect([side(compared, 'new'), side(compared, 'old')]).toEqual([older, newer]);
    expect(compared.slice(0, 3).map(({ kind }) => kind)).toEqual(['both', 'old', 'old']);
    expect(compared.slice(-1000).every(({ kind }) => kind === 'both')).toBe(true);
  });
});
