import { describe, expect, it } from '@jest/globals';
import {
  createDiagnostic,
  formatDiagnostic,
  parseWit,
  resolveWit,
  WitError,
} from '@wit-bindgen-ts/wit-parser';
import { codesOf, errorOf } from './errors.js';

describe('a diagnostic', () => {
  it('shows a syntax error at its place', () => {
    const text = `package example:shop@1.2.0;

interface inventory {
  record item {
    id: u32,
    name: string
    tags: list<string>,
  }
}
`;
    expect(errorOf(text, { path: 'wit/shop.wit' }).message).toBe(
      `wit/shop.wit:7:5: error[syntax-error]: expected \`,\` or \`}\`, found \`tags\`
  5 |     id: u32,
  6 |     name: string
  7 |     tags: list<string>,
    |     ^^^^
  8 |   }`,
    );
  });

  it('shows an unknown type, and the one that may be meant', () => {
    const text = `package example:shop@1.2.0;

interface inventory {
  record item { id: u32 }
  find: func(name: string) -> option<itme>;
}
`;
    expect(errorOf(text, { path: 'wit/shop.wit' }).message).toBe(
      `wit/shop.wit:5:38: error[unknown-type]: there is no type \`itme\`
  3 | interface inventory {
  4 |   record item { id: u32 }
  5 |   find: func(name: string) -> option<itme>;
    |                                      ^^^^
  6 | }
note: did you mean \`item\`?`,
    );
  });

  it('shows where a name was defined first', () => {
    const text = 'package a:b;\ninterface i {\n  type t = u8;\n  type t = u16;\n}\n';
    expect(errorOf(text).message).toBe(
      `input.wit:4:8: error[duplicate-name]: \`t\` is defined twice
  2 | interface i {
  3 |   type t = u8;
  4 |   type t = u16;
    |        ^
  5 | }
input.wit:3:8: note: first defined here
  1 | package a:b;
  2 | interface i {
  3 |   type t = u8;
    |        ^
  4 |   type t = u16;`,
    );
  });

  it('is plain data', () => {
    const error = errorOf('package a:b;\nworld w { import f: func(x: strin); }');
    expect(JSON.parse(JSON.stringify(error.diagnostics))).toEqual([
      {
        code: 'unknown-type',
        message: 'there is no type `strin`',
        file: 'input.wit',
        span: { file: 0, start: 41, end: 46 },
        line: 2,
        column: 29,
        frame: `  1 | package a:b;
  2 | world w { import f: func(x: strin); }
    |                             ^^^^^`,
        notes: [{ message: 'did you mean `string`?' }],
      },
    ]);
  });

  it('can be made by others for a place in the same files', () => {
    const { resolve, sources } = parseWit('package a:b;\nworld w {}\n');
    const span = resolve.worlds[0]?.span ?? { file: 0, start: 0, end: 0 };
    const diagnostic = createDiagnostic(sources, {
      code: 'no-exports',
      message: 'the world has no exports',
      span,
    });
    expect(formatDiagnostic(diagnostic)).toBe(
      `input.wit:2:7: error[no-exports]: the world has no exports
  1 | package a:b;
  2 | world w {}
    |       ^`,
    );
  });

  it('cuts a long line around its place', () => {
    const gap = `/* ${'-'.repeat(200)} */`;
    const error = errorOf(`package a:b; interface i { f: func(); ${gap} f: func(x: u8); ${gap} }`);
    const [line = '', underline = ''] = error.diagnostics[0]?.frame.split('\n') ?? [];
    expect(line).toHaveLength(166);
    expect(underline.indexOf('^')).toBe(86);
    expect(line.slice(86)).toMatch(/^f: func\(x: u8\)/);
  });

  it('keeps tabs before its underline', () => {
    expect(errorOf('package a:b;\nworld w {\n\timport f: func(x: y);\n}').message).toBe(
      'input.wit:3:20: error[unknown-type]: there is no type `y`\n  1 | package a:b;\n  2 | world w {\n' +
        '  3 | \timport f: func(x: y);\n    | \t                  ^\n  4 | }',
    );
  });
});

describe('one error', () => {
  it('tells all names that are wrong, and nothing that follows from them', () => {
    const text = `package a:b;
interface i {
  use missing.{t};
  record r { a: unknown1, b: t }
  type s = r;
  f: func(x: r, y: unknown2) -> s;
}
world w {
  import absent;
  export g: func() -> unknown3;
}`;
    expect(codesOf(text)).toEqual([
      '3 unknown-name',
      '4 unknown-type',
      '6 unknown-type',
      '9 unknown-name',
      '10 unknown-type',
    ]);
  });

  it('tells the syntax errors of all files', () => {
    const files = [
      { path: 'b.wit', text: 'interface {}' },
      { path: 'a.wit', text: 'package a:b' },
    ];
    expect(() => resolveWit({ main: files })).toThrow(WitError);
    try {
      resolveWit({ main: files });
    } catch (error) {
      const messages =
        error instanceof WitError ? error.diagnostics.map(({ file, message }) => `${file}: ${message}`) : [];
      expect(messages).toEqual([
        'a.wit: expected `;` or `{`, found the end of the file',
        'b.wit: expected an identifier, found `{`',
      ]);
    }
  });
});
