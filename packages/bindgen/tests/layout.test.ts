import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { layOut } from '../src/emit/layout/lay-out.js';
import { formatOptions } from '../src/emit/source-file.js';
import { RandomStatements } from './random-statements.js';

const longNames = Array.from({ length: 12 }, (_, index) => `someRatherLongName${index}`);
const longName = 'aName'.repeat(30);

/** Statements of each kind that is emitted, as they are printed before they are formatted. */
const statements = {
  'an import': 'import { a, b as c, type D } from "./x.js";',
  'an import of one name': `import { ${longName} } from "./x.js";`,
  'an import of types': 'import type { A } from "../a.js";',
  'a long import': `import { ${longNames.join(', ')} } from "./x.js";`,
  'an export': 'export { A, b };',
  'a long export': `export { ${longNames.join(', ')} };`,
  'an alias': 'export type A = ReturnType<typeof a>;',
  'a long alias': `export type ${longName} = Result<${longNames.join(', ')}>;`,
  'an alias of an array': 'type A = (string | undefined)[][];',
  'an alias of a long array': `type A = (${longNames.join(' | ')})[];`,
  'an alias of a class': 'type A = (abstract new (...args: never[]) => A) & {\n    make(): A;\n};',
  'a union': 'type A = \n    | "a"\n    | "b";',
  'a long union': `type A = \n    | ${longNames.map((name) => `{ tag: "${name}" }`).join('\n    | ')};`,
  'a union with comments':
    'type A = \n    /** a */\n    | "a"\n    | "b"\n    /**\n     * b\n     *\n     * c\n     */\n    | "c";',
  'a union whose first comment is the only one': 'type A = \n    | /** a */\n    "a"\n    | "b";',
  'a long one': `type A = \n    | /** a */\n    "${longName}"\n    | "b";`,
  'an empty interface': 'export interface A {\n}',
  'an interface': `/**
 * One.
 *
 *   - two
 */
export interface A extends Partial<Disposable> {
    readonly a: number;
    "b"?: string;
    "b-c": () => void;
    /** A method. */
    a(x: number, ...y: never[]): Promise<void>;

    'new'(x?: number): A;
    new (a: { x: string; y: number }): A;
}`,
  'a long signature': `interface A {\n    a(${longNames.map((name) => `${name}: number`).join(', ')}): [number, ${longNames.join(', ')}];\n}`,
  'a signature with a long type': `interface A {\n    a(): Result<${longNames.join(', ')}>;\n}`,
  'a signature with a function': `interface A {\n    a: (${longNames.map((name) => `${name}: number`).join(', ')}) => number;\n}`,
  'an object type': 'interface A {\n    a(x: { a: number; b: string }): { a: number };\n}',
  'a long object type': `interface A {\n    a(x: { ${longNames.map((name) => `${name}: number`).join('; ')} }): { ${longNames.map((name) => `${name}: number`).join('; ')} };\n}`,
  'a tuple with a long union': `type A = [number, ${longNames.join(' | ')}];`,
  'a constant': 'export const A = enumOf("a", "it\'s", "\\"");',
  'a constant with a type': `const result: Result<${longNames[0]}, Result<${longNames[1]}, ${longNames[2]}>> = make(${longNames[3]});`,
  'a tall object':
    'export const A = instance({\n"a": func({ "b": u8, "c-d": list(u8), }, u8),\n"e": func({}),\n});',
  'a wide object': 'export const A = record({ "a": u8,\n"b": u16, });',
  'a long wide object': `export const A = record({ ${longNames.map((name) => `"${name}": u8,`).join('\n')} });`,
  'short keys': `const a = { a: "${longName}", aLongKey: "${longName}", b: ${longNames.join('.')} };`,
  'arrays of arrays': 'const a = [[1, 2], [3, 4]];',
  'a long array': `const a = [${longNames.join(', ')}];`,
  'a long array of numbers and big integers': `const a = f(${longNames.slice(0, 4).join(', ')}, [0, 1n, 2]);`,
  'a type with one long argument': `type A = Result<"${longName}">;`,
  'a function that returns an object type': `function a() {
return (b: ${longNames[0]}): { ${longNames
    .slice(0, 4)
    .map((name) => `${name}: number`)
    .join('; ')} } => {
b();
};
}`,
  'an array pattern': `const [${longNames.join(', ')}] = a(b);`,
  'an object pattern': 'const { length } = list;',
  'a function': `function a(x: number): void {
    const b = c + 1 * 2;
    let d = b;
    d += 4;

    this.#a = b;
    return;
}`,
  'a function with long parameters': `export function a(${longNames.map((name) => `${name}: number`).join(', ')}): boolean {\n}`,
  'a function with a default': `function a(b: B, ${longNames[0]}: ${longNames[1]} = ${longNames[2]}(${longNames[3]}.b.c)): void {\n}`,
  'functions in functions': `function a(cx: A) {
    return (a: number, b): void => {
    try {
    cx.enter();
    } catch (thrown) {
    throw cx.fail(thrown);
    }
    };
}`,
  'a long function in a function': `function a(cx: A) {\nreturn (${longNames.map((name) => `${name}: number`).join(', ')}): void => {\ncx.leave();\n};\n}`,
  conditions: `function a() {
    if (!a(b)) return false;
    if (${longNames.map((name) => `!is(${name})`).join(' || ')}) return b(c);
    if (a === undefined || !b(${longNames.slice(4).join(', ')})) throw c();
    return ${longNames.map((name) => `is(${name})`).join(' && ')};
}`,
  'simple statements':
    'function a() {\nconst b = c(d, e + 4, f.g, h(i + index * 8, 0), j());\nif (!a(b) || c.d(e)) return f(cx, g.h);\nthrow a();\n}',
  'simple statements that are too long': `function a() {
const b = c(${longNames.slice(0, 6).join(', ')});
if (!a(${longNames[0]}) || !b(${longNames[1]}) || !c(${longNames[2]})) return f(cx, ${longNames[3]});
${longNames[0]}.${longNames[1]}.${longNames[2]}.${longNames[3]}.${longNames[4]}(${longNames[5]}, a);
}`,
  'bits and choices': `function a() {
    b((value & 0x1) !== 0, -1);
    const c = (a === true ? 0x1 : 0) | (b === true ? 0x2 : 0);
    return ${longNames.map((name) => `(value.${name} === true ? 0x1 : 0)`).join(' | ')};
}`,
  'a long choice': `function a() {\nreturn some(${longNames[0]}) ? load(${longNames.join(', ')}) : undefined;\n}`,
  loops: `function a() {
    for (let index = 0; index < length; index++) list.push(a(index));
    for (let index = 0; index < ${longNames[0]}; index++) ${longNames[1]}.push(load(cx, ${longNames[2]} + index * 16));
    for (const [key, value] of entries) {
    if (!a) continue;
    }
}`,
  'conditions in loops': `function a() {
    for (let index = 0; index < length; index++) if (!${longNames.slice(0, 2).join('.')}(${longNames[2]})) return false;
    for (const a of b) if (!c(a)) return false;
    if (${longNames[0]}(${longNames[1]}, ${longNames[2]})) ${longNames[3]}(${longNames[4]});
    for (let index = 0; index < length; index++) if (!${longNames.slice(0, 4).join('.')}(${longNames[2]}, a)) return false;
}`,
  'properties that are too long': `export const A = instance({
"${longNames[0]}-x": func({ "self": borrow(${longNames[1]}),
"count": u64, }, result(${longNames[2]}, ${longNames[3]})),
"a": func({ "self": borrow(${longNames[1]}),
"count": u64, }, result(${longNames[2]}, ${longNames[3]}, string, a)),
"b": func({ "self": a, }),
});`,
  'a switch': `function a() {
    switch (value.tag) {
    case "a":
    case "b": {
    const b = 1;
    break;
    }
    case 1:
    a();
    break;

    default:
    throw b();
    }
}`,
  'chains of calls': `function a() {
    const a = this.#b.c(d);
    const b = ${longNames[0]}.${longNames[1]}.${longNames[2]}.${longNames[3]}(${longNames[4]});
    const c = ${longNames[0]}(a, b).${longNames[2]}(c, d).${longNames[3]}(${longNames[4]}).e();
    const d = guest.func<(self: A, ${longNames[0]}: ${longNames[1]}) => ${longNames[2]}>(at.${longNames[3]});
    return Shop.pre(component, imports).instantiate();
}`,
  'a function that is passed': `function a() {
    const result: Result<A, B> = cx.attempt(() => { host.a(); });
    const ${longNames[0]}: Result<A, B> = cx.attempt(() => ${longNames[1]}.${longNames[2]}(${longNames[3]}));
    const ${longNames[4]}: Result<A, B> = cx.attempt(() => new ${longNames[1]}.${longNames[2]}(${longNames[3]}));
}`,
  'a class': `/** A. */
export class A extends B {
    readonly a: C;
    static readonly #b = guest.func<(self: A) => void>(at.b);

    /**
     * B.
     */
    constructor(a: A) {
        super(A.#b(a));
    }

    static async make(): Promise<A> {
        return new A(await this.a.b(), this.#b);
    }
    override toString() {
        return "a";
    }
    ['constructor'](): void {
    }
}`,
} satisfies Record<string, string>;

/** What is not emitted, or where prettier does something of its own. */
const unfamiliar = [
  'const a = `b`;',
  'const a = /b/;',
  'const a = b /** c */ + d;',
  'const a = b; // c',
  '/** a  \n * b\n */\nconst a = b;',
  'a();',
  'const a = "ä";',
  'const ä = 1;',
  'const a = b ? c : d ? e : f;',
  'const a = b && c || d;',
  'const a = b as C;',
  'const a = 1_000;',
  'const a = 0XFF;',
  'const a = 1',
  'const a = 1; const b = 2;',
  'const a = (b) => (c) => d;',
  'const a = require("b");',
  'function a() {\nreturn delete(b);\n}',
  'function a() {\nif (typeof(b)) break;\n}',
  'function a() {\nreturn new(b);\n}',
  'function a() {\nreturn a(b)(c);\n}',
  'function a() { if (b) c(); else d(); }',
  'function a() { while (b) c(); }',
  'type A = B extends C ? D : E;',
  'type A = { [key: string]: B };',
  'type A = B | null;',
  'type A =\n  /** a */\n  | "a"\n  | "b";',
  'interface A extends B, C {}',
  'export default 1;',
  'enum A { B }',
  'const a = [1, 2, 3)];',
];

async function prettier(text: string): Promise<string> {
  return (await format(text, formatOptions)).trimEnd();
}

describe('the layout', () => {
  it.each(Object.entries(statements))('prints %s as prettier does', async (_, text) => {
    expect(layOut(text)).toBe(await prettier(text));
  });

  it.each(unfamiliar)('is not sure of `%s`', (text) => {
    expect(layOut(text)).toBeUndefined();
  });

  it.each([1, 2, 3, 4])('prints anything that is made of these as prettier does (seed %i)', async (seed) => {
    const random = new RandomStatements(seed);
    let unsure = 0;
    for (let count = 0; count < 100; count++) {
      const text = random.statement();
      const laidOut = layOut(text);
      if (laidOut === undefined) unsure++;
      else expect(laidOut).toBe(await prettier(text));
    }
    expect(unsure).toBeLessThan(10);
  });

  it('leaves what it has printed as it is, where it is sure of that', () => {
    for (const text of Object.values(statements)) {
      const laidOut = layOut(text) ?? '';
      expect(layOut(laidOut) ?? laidOut).toBe(laidOut);
    }
  });
});

describe('the layout of hostile text', () => {
  it.each([
    ['strange letters in comments', '/** \u200b ä 𝒳 \u2028 e\u0301 `${x}` *\\/ // <b> */\nconst a = 1;'],
    ['what looks like code in comments', '/**\n * const b = "c;\n *\t{ [ (\n *\n */\nconst a = 1;'],
    ['a comment that is very long', `/** ${'word '.repeat(10_000)}*/\nconst a = 1;`],
    ['escapes', 'const a = f("\\n\\u2028\\\\", "\\"\'", "\'\'\\"", \'"\');'],
    ['a name that is very long', `export function ${'x'.repeat(5000)}(a: ${'Y'.repeat(5000)}): void {\n}`],
    ['keys that objects inherit', 'const a = { "constructor": b, "__proto__": c, "toString": d };'],
    ['words of the language as keys', 'const a = { "class": b, "new": c, "async": d, "of": e, "get": f };'],
  ])('prints %s as prettier does', async (_, text) => {
    expect(layOut(text)).toBe(await prettier(text));
  });

  it('prints an enum of thousands of cases as prettier does', async () => {
    const cases = Array.from({ length: 3000 }, (_, index) => `"case-${index}"`);
    for (const text of [
      `type A = \n    | ${cases.join('\n    | ')};`,
      `const A = enumOf(${cases.join(', ')});`,
    ]) {
      expect(layOut(text)).toBe(await prettier(text));
    }
  });

  it.each([2, 10, 40])('prints types %i deep as prettier does', async (depth) => {
    const nested = (open: string, close: string): string => open.repeat(depth) + 'A' + close.repeat(depth);
    for (const type of [
      nested('[number, ', ']'),
      nested('Result<', ', B>'),
      nested('{ tag: "a"; val: ', ' }'),
    ]) {
      const text = `function a(b: ${type}): ${type} {\n}`;
      expect(layOut(text)).toBe(await prettier(text));
    }
    const text = `const a = ${nested('tuple(u8, ', ')')};`;
    expect(layOut(text)).toBe(await prettier(text));
  });
});
