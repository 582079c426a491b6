import type { CoreExternType, CoreLimitsType } from '../types/core-type.js';
import type { CoreModuleType } from '../types/item-type.js';

type OfKind<Kind extends CoreExternType['kind']> = Extract<CoreExternType, { readonly kind: Kind }>;

/** The value types that there is a value of without further ado, and how a global of each begins. */
const valueTypes: Readonly<Record<string, { readonly code: number; readonly zero: readonly number[] }>> = {
  i32: { code: 0x7f, zero: [0x41, 0] },
  i64: { code: 0x7e, zero: [0x42, 0] },
  f32: { code: 0x7d, zero: [0x43, 0, 0, 0, 0] },
  f64: { code: 0x7c, zero: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] },
  funcref: { code: 0x70, zero: [0xd0, 0x70] },
  externref: { code: 0x6f, zero: [0xd0, 0x6f] },
};

const kindCodes = { func: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const end = 0x0b;

/**
 * A core module with the exports of a type, whose functions trap; `undefined` where the type asks for values that nothing
 * can be made up for.
 */
export function trapModule(type: CoreModuleType): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(new TrapModuleWriter(type.exports).bytes());
  } catch (error) {
    if (error instanceof UnknownType || error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
}

class UnknownType extends Error {}

/** Writes the binary format of a core module. */
class TrapModuleWriter {
  readonly #exports: CoreModuleType['exports'];

  constructor(exports: CoreModuleType['exports']) {
    this.#exports = exports;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const funcs = this.#ofKind('func');
    const tags = this.#ofKind('tag');
    const sections: [id: number, entries: number[][]][] = [
      [1, [...funcs.map(funcType), ...tags.map(({ params }) => funcType({ params, results: [] }))]],
      [3, funcs.map((_, index) => unsigned(index))],
      [
        4,
        this.#ofKind('table').map((table) => [
          ...valueType(table.element),
          ...limits(table.limits, table.shared),
        ]),
      ],
      [5, this.#ofKind('memory').map((memory) => limits(memory.limits, memory.shared))],
      [13, tags.map((_, index) => [0, ...unsigned(funcs.length + index)])],
      [6, this.#ofKind('global').map(global)],
      [7, this.#exportEntries()],
      [10, funcs.map(() => [3, 0, 0, end])],
    ];
    const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    const present = sections.filter(([, entries]) => entries.length > 0);
    return Uint8Array.from([
      ...header,
      ...present.flatMap(([id, entries]) => [id, ...sized(vector(entries))]),
    ]);
  }

  #ofKind<Kind extends CoreExternType['kind']>(kind: Kind): OfKind<Kind>[] {
    return [...this.#exports.values()].filter((type): type is OfKind<Kind> => type.kind === kind);
  }

  #exportEntries(): number[][] {
    const counts = new Map<string, number>();
    return [...this.#exports].map(([name, { kind }]) => {
      const index = counts.get(kind) ?? 0;
      counts.set(kind, index + 1);
      return [...sized([...new TextEncoder().encode(name)]), kindCodes[kind], ...unsigned(index)];
    });
  }
}

function funcType({ params, results }: Omit<OfKind<'func'>, 'kind'>): number[] {
  return [0x60, ...vector(params.map(valueType)), ...vector(results.map(valueType))];
}

function global({ type, mutable }: OfKind<'global'>): number[] {
  return [...valueType(type), Number(mutable), ...known(type).zero, end];
}

function limits({ min, max, address }: CoreLimitsType, shared: boolean): number[] {
  const flags = Number(max !== null) | (shared ? 2 : 0) | (address === 'i64' ? 4 : 0);
  return [flags, ...unsigned(min), ...(max === null ? [] : unsigned(max))];
}

function valueType(type: string): number[] {
  return [known(type).code];
}

function known(type: string) {
  const found = Object.hasOwn(valueTypes, type) ? valueTypes[type] : undefined;
  if (found === undefined) throw new UnknownType(type);
  return found;
}

function vector(entries: readonly (readonly number[])[]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128. */
function unsigned(value: number | string): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  do {
    const more = rest >= 128n ? 0x80 : 0;
    bytes.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return bytes;
}
