import { describe, expect, it } from '@jest/globals';
import { generateFile, generateWit } from './generate-wit.js';

/** The one function of a name in a file, without what stands around it. */
function functionIn(file: string, name: string): string {
  const [found, ...others] = file.match(new RegExp(`^(?:export )?function ${name}\\([^]*?^\\}$`, 'gm')) ?? [];
  if (found === undefined || others.length > 0) throw new Error(`there is not one function ${name}`);
  return found;
}

function functionNames(file: string): string[] {
  return [...file.matchAll(/^(?:export )?function (\w+)/gm)].map(([, name = '']) => name);
}

async function exported(items: string): Promise<string> {
  return await generateFile(
    `package t:t; interface i { ${items} } world w { export i; }`,
    'exports/t-t/i.ts',
  );
}

async function imported(items: string): Promise<string> {
  return await generateFile(
    `package t:t; interface i { ${items} } world w { import i; }`,
    'imports/t-t/i.ts',
  );
}

describe('code of an export', () => {
  it('checks, lowers, calls, lifts and leaves', async () => {
    const file = await exported('find: func(name: string) -> result<u32, string>;');
    expect(functionIn(file, 'liftFind')).toMatchInlineSnapshot(`
     "function liftFind(
       cx: LiftedFunction<I['find'], (name: number, nameLength: number) => number>,
     ): I['find'] {
       return (name) => {
         if (!isString(name)) return cx.call(name);
         let result: Result<number, string>;
         cx.enter();
         try {
           const pointer = cx.core(lowerString(cx, name), cx.length);
           result = loadResultU32String(cx, cx.result(pointer, 12, 4));
           cx.leave(pointer);
         } catch (thrown) {
           throw cx.fail(thrown);
         }
         return unwrap(result);
       };
     }"
    `);
  });

  it('does in order what changes the guest, where a value is lowered to an array', async () => {
    const file = await exported('f: func(a: string, b: option<string>, c: u8, d: list<u8>);');
    expect(functionIn(file, 'liftF')).toMatchInlineSnapshot(`
     "function liftF(
       cx: LiftedFunction<
         I['f'],
         (
           a: number,
           aLength: number,
           bCase: number,
           bPayload0: number,
           bPayload1: number,
           c: number,
           d: number,
           dLength: number,
         ) => void
       >,
     ): I['f'] {
       return (a, b, c, d) => {
         if (!isString(a) || !isOptionString(b) || !isU8(c) || !isListU8(d)) {
           cx.call(a, b, c, d);
           return;
         }
         cx.enter();
         try {
           const aPointer = lowerString(cx, a);
           const aLength = cx.length;
           const [bCase, bPayload0, bPayload1] = lowerOptionString(cx, b);
           const dPointer = lowerListU8(cx, d);
           const dLength = cx.length;
           cx.core(aPointer, aLength, bCase, bPayload0, bPayload1, c, dPointer, dLength);
           cx.leave();
         } catch (thrown) {
           throw cx.fail(thrown);
         }
       };
     }"
    `);
  });

  it('passes more than 16 core values through memory', async () => {
    const params = Array.from({ length: 17 }, (_, index) => `p${index}: u8`).join(', ');
    const file = await exported(`f: func(${params});`);
    expect(functionIn(file, 'liftF')).toContain(`const params = allocate(cx, 17, 1);
      storeU8(cx, params, p0);
      storeU8(cx, params + 1, p1);`);
    expect(functionIn(file, 'liftF')).toContain('cx.core(params);\n      cx.leave();');
  });

  it('is left to the runtime where it is asynchronous, or nested so deep that nobody would read it', async () => {
    const records = Array.from({ length: 20 }, (_, index) => `record r${index + 1} { a: r${index} }`);
    const file = await exported(`
      record r0 { x: u8 } ${records.join(' ')}
      wait: async func(); read: func() -> stream<u8>; deep: func(x: r20); shallow: func(x: r3);
    `);
    expect(file).toContain('wait: guest.func(at.wait),');
    expect(file).toContain('read: guest.func(at.read),');
    expect(file).toContain('deep: guest.func(at.deep),');
    expect(file).toContain('shallow: guest.lift(at.shallow, liftShallow),');
    expect(functionIn(file, 'liftShallow')).toContain('cx.core(x.a.a.a.x);');
  });
});

describe('code of an import', () => {
  it('lifts, calls the host, checks what it returns and lowers it', async () => {
    const file = await imported('record r { a: u8, b: string } f: func(r: r, c: char) -> string;');
    expect(functionIn(file, 'lowerF')).toMatchInlineSnapshot(`
     "function lowerF(cx: LoweredFunction, host: I) {
       return (rA: number, rB: number, rBLength: number, c: number, at: number): void => {
         cx.enter();
         try {
           const result = host.f({ a: liftU8(rA), b: liftString(cx, rB, rBLength) }, liftChar(c));
           if (!isString(result)) cx.misfit(result);
           storeString(cx, cx.pointer(at, 8, 4), result);
           cx.leave();
         } catch (thrown) {
           throw cx.fail(thrown);
         }
       };
     }"
    `);
  });

  it('lifts all that can trap before it tries the host', async () => {
    const file = await imported('f: func(id: u32, name: string, c: char) -> result<_, string>;');
    expect(functionIn(file, 'lowerF')).toMatchInlineSnapshot(`
     "function lowerF(cx: LoweredFunction, host: I) {
       return (id: number, name: number, nameLength: number, c: number, at: number): void => {
         cx.enter();
         try {
           const liftedName = liftString(cx, name, nameLength);
           const liftedC = liftChar(c);
           const result: Result<void, string> = cx.attempt(() => {
             host.f(liftU32(id), liftedName, liftedC);
           });
           if (!isResultNoneString(result)) cx.misfit(result);
           storeResultNoneString(cx, cx.pointer(at, 12, 4), result);
           cx.leave();
         } catch (thrown) {
           throw cx.fail(thrown);
         }
       };
     }"
    `);
  });

  it('calls methods of the object, statics of the class and constructors with new', async () => {
    const file = await imported(
      'resource r { constructor(x: u8); m: func(y: u8); s: static func() -> u8; } f: func() -> r;',
    );
    expect(functionIn(file, 'lowerRNew')).toContain('const result = new host.R(liftU8(x));');
    expect(functionIn(file, 'lowerRM')).toContain('liftBorrow(cx, R, self).m(liftU8(y));');
    expect(functionIn(file, 'lowerRM')).toMatch(/^function lowerRM\(cx: LoweredFunction\) \{/);
    expect(functionIn(file, 'lowerRS')).toContain('const result = host.R.s();');
    expect(functionIn(file, 'lowerF')).toContain(
      'const value = lowerOwn(cx, R, result);\n      cx.leave();\n',
    );
    expect(file).toContain(`export const iLowerings: Lowerings<I> = {
  '[constructor]r': lowerRNew,
  '[method]r.m': lowerRM,
  '[static]r.s': lowerRS,
  f: lowerF,
};`);
  });
});

describe('code of a type', () => {
  it('stands once in a file, however often the type does', async () => {
    const file = await exported(`
      type pair = tuple<u8, u8>; type two = tuple<pair, tuple<u8, u8>>;
      f: func(x: list<two>) -> list<tuple<pair, pair>>; g: func(x: list<two>);
    `);
    const names = functionNames(file);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('load'))).toEqual([
      'loadI',
      'loadListTupleTupleU8U8TupleU8U8',
      'loadTupleTupleU8U8TupleU8U8',
      'loadTupleU8U8',
    ]);
  });

  it('grows with the WIT, and not with what its types come to', async () => {
    const types = Array.from(
      { length: 60 },
      (_, index) => `type t${index + 1} = tuple<t${index}, t${index}>;`,
    );
    const file = await exported(`type t0 = list<u8>; ${types.join(' ')} f: func(x: list<t60>) -> list<t60>;`);
    expect(functionNames(file).every((name) => name.length < 75)).toBe(true);
    expect(file.length).toBeLessThan(60_000);
  });

  it('is imported from the file that declares the type, under the name that it has here', async () => {
    const files = await generateWit(`package t:t;
      interface a { record item { x: u8 } variant state { on(item) } type many = list<item>; }
      interface b { use a.{item as thing, many}; f: func(x: list<thing>, y: many); g: func(x: list<thing>) -> list<many>; }
      world w { import b; }`);
    const file = files.get('imports/t-t/b.ts') ?? '';
    expect(file).toContain(`import {
  Item as Thing,
  Many,
  loadItem as loadThing,
  isItem as isThing,
  storeItem as storeThing,
} from './a.js';`);
    expect(functionNames(file)).not.toContain('loadThing');
    expect(functionIn(file, 'liftListThing')).toContain('list.push(loadThing(cx, start + index));');
  });

  it('has flat code only where it is needed', async () => {
    const variant = 'variant v { a(u8), b(f32) }';
    expect(functionNames(await exported(`${variant} f: func(x: list<v>);`))).not.toContain('lowerV');
    const file = await exported(`${variant} f: func(x: v);`);
    expect(functionIn(file, 'lowerV')).toMatchInlineSnapshot(`
     "function lowerV(cx: LiftLowerContext, value: V): number {
       switch (value.tag) {
         case 'a':
           cx.payload = value.val;
           return 0;
         case 'b':
           cx.payload = f32InI32(lowerF32(value.val));
           return 1;
         default:
           throw changedValue();
       }
     }"
    `);
  });
});

describe('names in code', () => {
  it('give way to those of types and functions', async () => {
    const file = await exported(`
      record u32-list { x: u8 } record list-item { x: u8 } record item { x: u8 } record is-item { x: u8 }
      f: func(x: list<item>); load-u8: func(); load-i: func();
    `);
    const names = functionNames(file);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('isListItem2');
    expect(names).toContain('lowerListItem2');
  });

  it('of parameters never hide what the code calls', async () => {
    const file = await exported(
      'f: func(is-u8: u8, cx: u8, lift-f: u8, %result: u8, allocate: u8, thrown: u8, x: u8) -> u8;',
    );
    expect(functionIn(file, 'liftF')).toMatchInlineSnapshot(`
     "function liftF(
       cx: LiftedFunction<
         I['f'],
         (
           isU8: number,
           cx: number,
           liftF: number,
           result: number,
           allocate: number,
           thrown: number,
           x: number,
         ) => number
       >,
     ): I['f'] {
       return (isU8_, cx_, liftF_, result, allocate_, thrown, x) => {
         if (
           !isU8(isU8_) ||
           !isU8(cx_) ||
           !isU8(liftF_) ||
           !isU8(result) ||
           !isU8(allocate_) ||
           !isU8(thrown) ||
           !isU8(x)
         )
           return cx.call(isU8_, cx_, liftF_, result, allocate_, thrown, x);
         cx.enter();
         try {
           const value = cx.core(isU8_, cx_, liftF_, result, allocate_, thrown, x);
           const result_ = liftU8(value);
           cx.leave(value);
           return result_;
         } catch (thrown_) {
           throw cx.fail(thrown_);
         }
       };
     }"
    `);
  });

  it('stay short, and apart', async () => {
    const long = Array.from({ length: 12 }, (_, index) => `a-very-long-name-${index}`);
    const file = await exported(`
      ${long.map((name) => `record ${name} { x: u8 }`).join(' ')}
      f: func(x: tuple<${long.join(', ')}>) -> tuple<${long.slice(0, -1).join(', ')}, u8>;
    `);
    const tuples = functionNames(file).filter((name) => name.includes('Tuple'));
    expect(tuples.map((name) => name.length)).toEqual(tuples.map(() => expect.any(Number)));
    expect(tuples.every((name) => name.length <= 55)).toBe(true);
    expect(new Set(tuples).size).toBe(tuples.length);
  });
});
