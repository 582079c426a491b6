import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { parseWit, selectWorld, type Resolve } from '@wit-bindgen-ts/wit-parser';
import { BindgenError, generate } from 'wit-bindgen-ts';
import { generateFile } from './generate-wit.js';

const wit = `package t:t@1.0.0;
interface i {
  record r { field: u8 }
  flags f { flag }
  variant v { first(r) }
  enum e { only }
  resource thing { m: func(x: u8); }
  go: func(param: r) -> f;
}
world w { import i; export i; import inline: interface { f: func(); } export run: func(); }`;

/** The same WIT, as a \`Resolve\` that did not come from the parser: with one name replaced. */
async function generateWithName(name: string, replacement: string): Promise<unknown> {
  const { resolve, package: main } = parseWit(wit);
  const hostile = replaceNames(resolve, name, replacement);
  return await generate({ resolve: hostile, world: selectWorld(resolve, main) });
}

function replaceNames(resolve: Resolve, name: string, replacement: string): Resolve {
  const replaced = (text: string): string =>
    text === name || text.endsWith(`.${name}`)
      ? text.slice(0, text.length - name.length) + replacement
      : text;
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return replaced(value);
    if (Array.isArray(value)) return value.map(copy);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [copy(key), copy(item)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        key === 'kind' && typeof item === 'string' ? item : copy(item),
      ]),
    );
  };
  const { worlds, interfaces, types, packages } = resolve;
  return copy({ worlds, interfaces, types, packages }) as Resolve;
}

describe('names that are not those of WIT', () => {
  const hostile = [
    '__proto__',
    "x'; evil(); '",
    'a`${evil()}`',
    'x\u2028evil()',
    '*/ evil() /*',
    '',
    'a b',
    '1a',
    'ünï',
  ];
  const names = [
    't',
    'i',
    'r',
    'field',
    'f',
    'flag',
    'v',
    'first',
    'e',
    'only',
    'thing',
    'm',
    'x',
    'go',
    'param',
    'w',
    'inline',
    'run',
    '1.0.0',
  ];

  it.each(names)('are refused in place of %s, and nothing is generated', async (name) => {
    for (const replacement of hostile) {
      const generated = generateWithName(name, replacement);
      await expect(generated).rejects.toThrow(BindgenError);
      await expect(generated).rejects.toMatchObject({
        problems: expect.arrayContaining([expect.objectContaining({ code: 'name-invalid' })]),
      });
    }
  });

  it('are shown escaped', async () => {
    await expect(generateWithName('field', '__proto__')).rejects.toThrow(
      new BindgenError('the world `w`', [
        {
          code: 'name-invalid',
          where: 't:t/i@1.0.0 › r',
          message: '"__proto__" is not a name in WIT',
          span: { file: 0, start: 0, end: 0 },
        },
      ]),
    );
  });
});

describe('names that JavaScript has for other things', () => {
  it('stay names', async () => {
    const text = `package t:t; interface i {
      record constructor-of { to-string: u8, has-own-property: u8, %constructor: u8, prototype: u8 }
      flags g { value-of, then }
      f: func(to-string: constructor-of, g: g) -> constructor-of;
    } world w { export i; }`;
    const file = await generateFile(text, 'exports/t-t/i.ts');
    expect(file).toContain('constructor: u8,');
    expect(syntaxErrors(file)).toEqual([]);
  });
});

describe('documentation', () => {
  it.each([
    ['ends a comment', 'before */ evil(); /* after', 'before *\\/ evil(); /* after'],
    ['ends it again and again', '*/*/ */', '*\\/*\\/ *\\/'],
    ['has backticks and dollars', '`${evil()}`', '`${evil()}`'],
    ['looks like a comment of a line', '// evil', '// evil'],
    ['looks like a tag', '@deprecated', '\\@deprecated'],
    ['gives an order to the compiler', '  @ts-nocheck @ts-ignore', '\\@ts-nocheck @ts-ignore'],
    ['hides an order behind a mark', '\u200e*\u061c/@ts-ignore', '*\\/\\@ts-ignore'],
    ['is very long', 'word '.repeat(400).trim(), 'word '.repeat(400).trim()],
  ])('that %s stays a comment', async (_what, docs, expected) => {
    const file = await generateFile(documented(docs), 'w.ts');
    expect(file).toContain(`/** ${expected} */\nexport class W {`);
    expect(syntaxErrors(file)).toEqual([]);
  });

  it('has no marks of the comments that it comes from', async () => {
    const text = `package t:t;
/* one */ // two
world w { /* three
  four */ export f: func(); }`;
    const file = await generateFile(text, 'w.ts');
    expect(file).toContain('/**\n * one\n *  two\n */\nexport class W {');
    expect(file).toContain('  /**\n   * three\n   *   four\n   */\n  f(): void');
  });

  it('has no line separators, controls or marks that reorder text', async () => {
    const { resolve, package: main } = parseWit(documented('plain'));
    const [world] = resolve.worlds;
    if (world === undefined) throw new Error('there is no world');
    const docs = 'one\u2028two\u2029three\rfour\u0000five\u202e six\u0085';
    const [file] = await generate({
      resolve: { ...resolve, worlds: [{ ...world, docs }] },
      world: selectWorld(resolve, main),
    });
    expect(file?.text).toContain('/**\n * one\n * two\n * three\n * fourfive six\n */\nexport class W {');
  });

  it('on every kind of item is safe', async () => {
    const doc = '/// */ evil(); /*\n';
    const text = `package t:t; ${doc} interface i {
      ${doc} record r { ${doc} f: u8 }
      ${doc} variant v { ${doc} a, ${doc} b }
      ${doc} enum e { ${doc} a }
      ${doc} flags f { ${doc} a }
      ${doc} type t = u8;
      ${doc} resource s { ${doc} constructor(); ${doc} m: func(); ${doc} n: static func(); }
      ${doc} g: func() -> result<u8, e>;
    } world w { ${doc} import i; ${doc} import h: func(); }`;
    for (const path of ['w.ts', 'imports/t-t/i.ts']) {
      const file = await generateFile(text, path);
      expect(syntaxErrors(file)).toEqual([]);
      expect(withoutComments(file)).not.toContain('evil');
    }
  });
});

function documented(docs: string): string {
  return `package t:t; /// ${docs}\nworld w { export f: func(); }`;
}

function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function withoutComments(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext },
  }).outputText;
}
