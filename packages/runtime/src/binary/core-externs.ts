import type {
  CoreExternRef,
  CoreGlobalRef,
  CoreImport,
  CoreLimits,
  CoreMemoryRef,
  CoreTableRef,
} from './core-definitions.js';
import { coreRefType, coreValType } from './core-val-types.js';
import type { Reader } from './reader.js';

const ITEMS_WITH_TYPES = 0x7f;
const ITEMS_OF_TYPE = 0x7e;

const HAS_MAX = 0b0001;
const SHARED = 0b0010;
const WIDE = 0b0100;
const PAGE_SIZE = 0b1000;

/** By the byte that stands for the sort in imports and exports. */
export const coreExternKinds = ['func', 'table', 'memory', 'global', 'tag'] as const;

/** `core:import` */
export function coreImport(reader: Reader): CoreImport {
  const module = reader.name('the module of a core import');
  const name = reader.name('the name of a core import');
  return { module, name, type: coreExternRef(reader) };
}

/**
 * An entry of the import section of a core module. A module's name may stand once before many of its items, with a type
 * for each or one type for all.
 */
export function coreImports(reader: Reader): readonly CoreImport[] {
  const module = reader.name('the module of a core import');
  const name = reader.name('the name of a core import');
  const form = name === '' ? reader.peek('a core import') : undefined;
  if (form !== ITEMS_WITH_TYPES && form !== ITEMS_OF_TYPE) {
    return [{ module, name, type: coreExternRef(reader) }];
  }
  reader.byte('a core import');
  const common = form === ITEMS_OF_TYPE ? coreExternRef(reader) : undefined;
  return reader.vec('imports of a module', () => ({
    module,
    name: reader.name('the name of a core import'),
    type: common ?? coreExternRef(reader),
  }));
}

/** `core:externtype`: what a core import or export is declared to be. */
export function coreExternRef(reader: Reader): CoreExternRef {
  const byte = reader.byte('the type of a core import or export');
  switch (coreExternKinds[byte]) {
    case 'func':
      return { kind: 'func', type: reader.u32('a core type index') };
    case 'table':
      return tableRef(reader);
    case 'memory':
      return memoryRef(reader);
    case 'global':
      return globalRef(reader);
    case 'tag':
      return { kind: 'tag', type: tagType(reader) };
    default:
      throw reader.unknown('the type of a core import or export', byte);
  }
}

export function tableRef(reader: Reader): CoreTableRef {
  const element = coreRefType(reader);
  const flags = limitFlags(reader, HAS_MAX | SHARED | WIDE);
  return { kind: 'table', element, limits: limits(reader, flags), shared: (flags & SHARED) !== 0 };
}

export function memoryRef(reader: Reader): CoreMemoryRef {
  const flags = limitFlags(reader, HAS_MAX | SHARED | WIDE | PAGE_SIZE);
  return {
    kind: 'memory',
    limits: limits(reader, flags),
    shared: (flags & SHARED) !== 0,
    pageSize: (flags & PAGE_SIZE) === 0 ? undefined : reader.u32('the page size of a memory'),
  };
}

export function globalRef(reader: Reader): CoreGlobalRef {
  const type = coreValType(reader);
  const flags = reader.byte('the mutability of a global');
  if (flags > 0b11) throw reader.unknown('the mutability of a global', flags);
  return { kind: 'global', type, mutable: (flags & 0b01) !== 0, shared: (flags & SHARED) !== 0 };
}

/** The index of the type of a tag. */
export function tagType(reader: Reader): number {
  const attribute = reader.byte('the attribute of a tag');
  if (attribute !== 0x00) throw reader.unknown('the attribute of a tag', attribute);
  return reader.u32('a core type index');
}

function limitFlags(reader: Reader, known: number): number {
  const flags = reader.byte('limits');
  if ((flags & ~known) !== 0) throw reader.unknown('limits', flags);
  return flags;
}

function limits(reader: Reader, flags: number): CoreLimits {
  return {
    min: reader.u64('the minimum of limits'),
    max: (flags & HAS_MAX) === 0 ? undefined : reader.u64('the maximum of limits'),
    wide: (flags & WIDE) !== 0,
  };
}
