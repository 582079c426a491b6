import { componentEmbed, componentNew, parse, print } from '@bytecodealliance/jco-transpile/wasm-tools';

/** Core instructions that run when a function has called the host, by its name in the component. */
export type AfterCall = (name: string, coreFunction: (module: string, name: string) => number) => string;

/**
 * A component of a world whose exports are imports, too: each function that it exports calls the imported one of the same
 * name, with the very core values that it is called with. A resource that it exports wraps the imported one.
 *
 * The reference tools make it, so that names and core types of functions are theirs. Post-return traps unless it gets what
 * its function returned, and a function traps unless post-return ran after the one before.
 *
 * @param wit - the text of the only package
 */
export async function passingGuest(
  wit: string,
  afterCall: AfterCall = () => '',
): Promise<Uint8Array<ArrayBuffer>> {
  const dummy = await componentEmbed({ witSource: wit, dummy: true, features: { tag: 'all' } });
  const binary = await parse(passingModule(await print(dummy), afterCall));
  return new Uint8Array(await componentNew(binary));
}

interface CoreType {
  readonly params: readonly string[];
  readonly result: string | undefined;
}

/** An import by what it imports, with its index. */
interface CoreImport {
  readonly index: number;
  readonly type: CoreType;
}

/** Where what a guest allocates begins, and what it gives a result that goes through memory. */
const heap = 1024;
const resultSize = 4096;

/** The text of a module whose functions do nothing, with functions in their place. */
function passingModule(text: string, afterCall: AfterCall): string {
  const types = [...text.matchAll(/^ {2}\(type \(;\d+;\) \(func(.*)\)\)$/gm)].map(([, type = '']) =>
    coreType(type),
  );
  const typeAt = (index: string | undefined): CoreType => {
    const type = types[Number(index)];
    if (type === undefined) throw new Error(`there is no core type ${index}`);
    return type;
  };
  const imports = new Map(
    [...text.matchAll(/^ {2}\(import "(.*)" "(.*)" \(func \(;(\d+);\) \(type (\d+)\)\)\)$/gm)].map(
      ([, module, name, index, type]) => [
        `${module}|${name}`,
        { index: Number(index), type: typeAt(type) } satisfies CoreImport,
      ],
    ),
  );
  const exports = new Map(
    [...text.matchAll(/^ {2}\(export "(.*)" \(func (\d+)\)\)$/gm)].map(([, name = '', index]) => [
      Number(index),
      name,
    ]),
  );
  return text
    .replace(
      /^ {2}\(func \(;(\d+);\) \(type (\d+)\).*(?:\)|\n {4}unreachable\n {2}\))$/gm,
      (_whole, index: string, type: string) => {
        const name = exports.get(Number(index)) ?? '';
        const label = name === 'cm32p2_realloc' ? '$realloc ' : '';
        const body = name === 'cm32p2_realloc' ? realloc : passing(name, typeAt(type), imports, afterCall);
        return `  (func ${label}(type ${type}) ${body})`;
      },
    )
    .replace(/^ {2}\(memory .*$/m, `  (memory 4)\n  (global $next (mut i32) (i32.const ${heap}))`)
    .replace(
      /^ {2}\(export "cm32p2_memory" .*$/m,
      '$&\n  (global $returned (mut i32) (i32.const 0))\n  (global $entered (mut i32) (i32.const 0))',
    );
}

function coreType(text: string): CoreType {
  const [, params = ''] = /\(param ([^)]*)\)/.exec(text) ?? [];
  const [, result] = /\(result (\w+)\)/.exec(text) ?? [];
  return { params: params.split(' ').filter((param) => param !== ''), result };
}

/** What an exported function does; nothing, where it is no function of the world. */
function passing(
  name: string,
  { params, result }: CoreType,
  imports: ReadonlyMap<string, CoreImport>,
  afterCall: AfterCall,
): string {
  const [, interfaceName, member = ''] = /^cm32p2\|(.*)\|(.+)$/.exec(name) ?? [];
  if (interfaceName === undefined) return '';
  const module = interfaceName === '' ? 'cm32p2' : `cm32p2|${interfaceName}`;
  const importOf = (label: string, from = module): CoreImport => {
    const found = imports.get(`${from}|${label}`);
    if (found === undefined) throw new Error(`${name} finds no ${label} to call`);
    return found;
  };
  if (member.endsWith('_dtor'))
    return `(call ${importOf(member.replace(/_dtor$/, '_drop')).index} (local.get 0))`;
  if (member.endsWith('_post')) return post(params);
  const callee = importOf(member);
  const args = params.map((_, index) => `(local.get ${index})`).join(' ');
  const after = afterCall(member, (from, label) => importOf(label, from).index);
  const [, resource] = /^\[constructor\](.+)$/.exec(member) ?? [];
  const wrap =
    resource === undefined ? undefined : importOf(`${resource}_new`, `cm32p2|_ex_${interfaceName}`).index;
  if (callee.type.params.length > params.length) {
    const wrapped = wrap === undefined ? '' : wrappedResult(wrap);
    return `${entered} ${allocated} (call ${callee.index} ${args} (global.get $returned)) ${wrapped} ${after} (global.get $returned)`;
  }
  const call = `${entered} (call ${callee.index} ${args})`;
  if (result === undefined) return `${call} ${after}`;
  if (wrap !== undefined) {
    return `${call} (call ${wrap}) (global.set $returned) ${after} (global.get $returned)`;
  }
  return result === 'i32'
    ? `${call} (global.set $returned) ${after} (global.get $returned)`
    : `${call} ${after}`;
}

/** Set from when a function is called until its post-return. */
const entered = `(if (global.get $entered) (then unreachable)) (global.set $entered (i32.const 1))`;

const allocated = `(global.set $returned
    (call $realloc (i32.const 0) (i32.const 0) (i32.const 16) (i32.const ${resultSize})))`;

/** A constructor that may fail gives an own handle, or an error that is aligned to no more than 4 bytes. */
const wrappedResult = (wrap: number): string => `(if (i32.eqz (i32.load8_u (global.get $returned)))
    (then (i32.store offset=4 (global.get $returned) (call ${wrap} (i32.load offset=4 (global.get $returned))))))`;

/** All that was allocated is free again. */
function post([result]: readonly string[]): string {
  const checked =
    result === 'i32' ? '(if (i32.ne (local.get 0) (global.get $returned)) (then unreachable))' : '';
  return `${checked} (global.set $entered (i32.const 0)) (global.set $next (i32.const ${heap}))`;
}

/** What is allocated before stays where it is: what grows is copied behind it. Parameters: pointer, size, alignment, new size. */
const realloc = `(local $at i32)
    (local.set $at (i32.and
      (i32.sub (i32.add (global.get $next) (local.get 2)) (i32.const 1))
      (i32.sub (i32.const 0) (local.get 2))))
    (global.set $next (i32.add (local.get $at) (local.get 3)))
    (block $fits (loop $grow
      (br_if $fits (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))
      (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then unreachable))
      (br $grow)))
    (memory.copy (local.get $at) (local.get 0)
      (select (local.get 1) (local.get 3) (i32.lt_u (local.get 1) (local.get 3))))
    (local.get $at)`;
