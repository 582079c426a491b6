import { describe, expect, it } from '@jest/globals';
import { createDiagnostic, formatDiagnostic, parseWit, WitError } from '@wit-bindgen-ts/wit-parser';
import type { Problem } from '@wit-bindgen-ts/wit-parser';
import { errorOf } from './errors.js';

/** A diagnostic for the word `here` of a text that is in order, or for its start. */
function diagnosticAt(text: string, problem: Partial<Problem<string>> = {}, path = 'input.wit') {
  const { sources } = parseWit(text, { path });
  const start = Math.max(0, text.indexOf('here'));
  const span = { file: 0, start, end: start + 4 };
  return createDiagnostic(sources, { code: 'test', message: 'a message', span, ...problem });
}

function frameAt(text: string): string[] {
  return diagnosticAt(text).frame.split('\n');
}

describe('a frame', () => {
  it.each([
    ['a soft hyphen', '/* so\u00adft */'],
    ['a zero-width space', '/* \u200b */'],
    ['a mark of direction', '/* \u200f */'],
    ['a space that does not break', '/* \u00a0 */'],
    ['an ideographic space', '/* \u3000 */'],
    ['a separator of lines', '/* \u2028 */'],
    ['a byte order mark inside of a file', '/* \ufeff */'],
    ['a carriage return alone', '/* \r */'],
    ['a lone surrogate', '/* \ud83d */'],
    ['a language tag', '/* \u{e0041} */'],
    ['a character for private use', '/* \ue000 */'],
    ['an invisible letter', '/* \u3164 */'],
  ])('shows %s escaped, and underlines the right place', (_, comment) => {
    const [, line = '', underline = ''] = frameAt(`package a:b;\n${comment} world here {}`);
    const [character = ''] = comment.match(/[^ -~]/u) ?? [];
    expect(line).toContain(`\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
    expect(line).not.toContain(character);
    expect(underline.indexOf('^^^^')).toBe(line.indexOf('here'));
  });

  it('shows what is forbidden escaped, and underlines all of it', () => {
    expect(errorOf('package a:b;\n// \u001b[2J\nworld w {}').message).toBe(
      `input.wit:2:4: error[forbidden-character]: the control character U+001B may not stand in WIT
  1 | package a:b;
  2 | // \\u{1b}[2J
    |    ^^^^^^
  3 | world w {}`,
    );
  });

  it('counts wide characters twice, and marks on top of others not at all', () => {
    expect(frameAt('package a:b; /* 在庫 */ world here {}')).toEqual([
      '  1 | package a:b; /* 在庫 */ world here {}',
      '    |                               ^^^^',
    ]);
    expect(frameAt('package a:b; /* e\u0301👍🏽 */ world here {}')[1]).toBe(`    | ${' '.repeat(29)}^^^^`);
  });

  it('keeps emoji as they are written', () => {
    expect(frameAt('package a:b; /* ❤️ */ world here {}')[0]).toContain('❤️');
  });

  it('cuts no character in two', () => {
    for (const gap of ['😀'.repeat(200), `a${'😀'.repeat(200)}`]) {
      const [line] = frameAt(`package a:b; /* ${gap} */ world here {} /* ${gap} */`);
      expect(line).not.toMatch(/\\u/);
    }
  });

  it('is not there for an empty file', () => {
    expect(errorOf('').message).toBe(
      `input.wit:1:1: error[missing-package]: this file does not say which package it belongs to
note: start the file with a declaration such as \`package example:name;\``,
    );
  });
});

describe('lines and columns', () => {
  function placeOf(text: string): string {
    const { line, column } = diagnosticAt(text);
    return `${line}:${column}`;
  }

  it('are the same with line feeds and with carriage returns before them', () => {
    const text = 'package a:b;\n\nworld here {}\n';
    expect(diagnosticAt(text.replaceAll('\n', '\r\n'))).toEqual({
      ...diagnosticAt(text),
      span: { file: 0, start: 22, end: 26 },
    });
  });

  it('do not count a byte order mark', () => {
    expect(placeOf('\ufeffpackage here:b;')).toBe('1:9');
    expect(frameAt('\ufeffpackage here:b;')).toEqual(['  1 | package here:b;', '    |         ^^^^']);
    expect(placeOf('\ufeffpackage a:b;\nworld here {}')).toBe('2:7');
    expect(errorOf('\ufeffworld w {}').diagnostics[0]).toMatchObject({ line: 1, column: 1 });
  });

  it('do not end with a carriage return alone', () => {
    expect(placeOf('package a:b; // \r\nworld here {}')).toBe('2:7');
    expect(placeOf('package a:b; /* \r */ world here {}')).toBe('1:28');
  });

  it('count UTF-16 code units', () => {
    expect(placeOf('package a:b; /* 😀 */ world here {}')).toBe('1:29');
  });
});

describe('a message', () => {
  it('shows what cannot be seen', () => {
    const message = 'a\u001b[2Jb\nc\td\u202ee\u00a0f';
    const diagnostic = diagnosticAt('package a:b;', { message, notes: [{ message }] });
    const shown = 'a\\u{1b}[2Jb\\u{a}c\\u{9}d\\u{202e}e\\u{a0}f';
    expect(diagnostic).toMatchObject({ message: shown, notes: [{ message: shown }] });
  });

  it('has the beginning of what is too long', () => {
    const name = 'a'.repeat(5_000_000);
    const cut = 'a'.repeat(200);
    const unknown = errorOf(`package a:b; world w { export f: func() -> ${name}; }`);
    expect(unknown.diagnostics[0]?.message).toBe(`there is no type \`${cut}…\``);
    const invalid = errorOf(`package a:b; world w { export ${name}_x; }`);
    expect(invalid.diagnostics[0]?.message).toBe(
      `\`${cut}…\` is not an identifier: words are joined by \`-\`, not by \`_\``,
    );
    expect(unknown.message.length + invalid.message.length).toBeLessThan(5000);
    expect(diagnosticAt('package a:b;', { message: name }).message).toBe(`${'a'.repeat(1000)}…`);
  });

  it('has ten notes at most', () => {
    const types = Array.from({ length: 1000 }, (_, i) => `record r${i} { f: r${(i + 1) % 1000} }`);
    const [diagnostic] = errorOf(`package a:b; interface i { ${types.join('\n')} }`).diagnostics;
    expect(diagnostic?.notes).toHaveLength(11);
    expect(diagnostic?.notes?.at(-1)).toEqual({ message: 'and 989 more like these' });
  });
});

describe('the text of a diagnostic', () => {
  it('shows paths without what a terminal would obey', () => {
    const diagnostic = diagnosticAt('package a:b;', {}, 'deps/\u001b[2J.wit');
    expect(diagnostic.file).toBe('deps/\u001b[2J.wit');
    expect(formatDiagnostic(diagnostic)).toMatch(/^deps\/\\u\{1b\}\[2J\.wit:1:1: error\[test\]: a message\n/);
  });

  it('can be coloured', () => {
    const text = 'package a:b;\n\nworld here {\n}\n';
    const span = { file: 0, start: 8, end: 11 };
    const diagnostic = diagnosticAt(text, { notes: [{ message: 'a place', span }, { message: 'advice' }] });
    const painted = formatDiagnostic(diagnostic, { color: true });
    expect(painted.replaceAll('\u001b', '␛').split('\n')).toEqual([
      '␛[1minput.wit:3:7:␛[22m ␛[1;31merror[test]:␛[22;39m a message',
      '␛[2m  1 |␛[22m package a:b;',
      '␛[2m  2 |␛[22m',
      '␛[2m  3 |␛[22m world here {',
      '␛[2m    |␛[22m       ␛[1;31m^^^^␛[22;39m',
      '␛[2m  4 |␛[22m }',
      '␛[1minput.wit:1:9:␛[22m ␛[1;36mnote:␛[22;39m a place',
      '␛[2m  1 |␛[22m package a:b;',
      '␛[2m    |␛[22m         ␛[1;36m^^^␛[22;39m',
      '␛[1;36mnote:␛[22;39m advice',
    ]);
    expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(formatDiagnostic(diagnostic));
  });

  it('is not coloured in an error', () => {
    expect(errorOf('').message).not.toContain('\u001b');
  });
});

describe('an error with more problems than it shows', () => {
  it('says how many', () => {
    const types = Array.from({ length: 200 }, (_, index) => `type t${index} = x${index};`).join('\n');
    const error = errorOf(`package a:b; interface i { ${types} }`);
    expect([error.diagnostics.length, error.omitted]).toEqual([50, 150]);
    expect(error.message.split('\n\n').at(-1)).toBe('and 150 more errors');
  });

  it('says so for one too', () => {
    const [diagnostic] = errorOf('').diagnostics;
    expect(diagnostic && new WitError([diagnostic], 1).message.split('\n\n').at(-1)).toBe('and 1 more error');
  });
});
