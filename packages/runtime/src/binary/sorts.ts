import type { CoreSort, Sort, SortIndex } from './definitions.js';
import type { Reader } from './reader.js';

/** A sort of definitions, in both of the ways in which the binary format speaks of sorts. */
export interface AnySort {
  /** As the text format spells it. */
  readonly name: string;
  /** What it is to a component; most core sorts are nothing to it. */
  readonly sort: Sort | 'core-type' | undefined;
  /** What it is to a core instance. */
  readonly coreSort: CoreSort | undefined;
}

const CORE_PREFIX = 0x00;

const sorts: Readonly<Partial<Record<number, AnySort>>> = {
  0x01: componentSort('func'),
  0x02: componentSort('value'),
  0x03: componentSort('type'),
  0x04: componentSort('component'),
  0x05: componentSort('instance'),
};

const coreSorts: Readonly<Partial<Record<number, AnySort & { readonly coreSort: CoreSort }>>> = {
  0x00: { name: 'core func', sort: undefined, coreSort: 'func' },
  0x01: { name: 'core table', sort: undefined, coreSort: 'table' },
  0x02: { name: 'core memory', sort: undefined, coreSort: 'memory' },
  0x03: { name: 'core global', sort: undefined, coreSort: 'global' },
  0x04: { name: 'core tag', sort: undefined, coreSort: 'tag' },
  0x10: { name: 'core type', sort: 'core-type', coreSort: 'type' },
  0x11: { name: 'core module', sort: 'core-module', coreSort: 'module' },
  0x12: { name: 'core instance', sort: undefined, coreSort: 'instance' },
};

function componentSort(sort: Sort): AnySort {
  return { name: sort, sort, coreSort: undefined };
}

/** `sort`, with the core sorts behind their prefix. */
export function anySort(reader: Reader): AnySort {
  const byte = reader.byte('a sort');
  if (byte === CORE_PREFIX) return prefixedSort(reader);
  const sort = sorts[byte];
  if (sort === undefined) throw reader.unknown('a sort', byte);
  return sort;
}

/** `core:sort` */
export function coreSort(reader: Reader): CoreSort {
  return prefixedSort(reader).coreSort;
}

function prefixedSort(reader: Reader): AnySort & { readonly coreSort: CoreSort } {
  const byte = reader.byte('a core sort');
  const sort = coreSorts[byte];
  if (sort === undefined) throw reader.unknown('a core sort', byte);
  return sort;
}

/** The sort of something that a component can import or export: of the core sorts, only modules. */
export function itemSort(reader: Reader): Sort {
  const { name, sort } = anySort(reader);
  if (sort === undefined || sort === 'core-type') {
    throw reader.misplaced(`a component cannot import or export anything of the sort \`${name}\``);
  }
  return sort;
}

export function sortIndex(reader: Reader): SortIndex {
  return { sort: itemSort(reader), index: reader.u32('an index') };
}
