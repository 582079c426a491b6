import type { CoreSort, Sort, SortIndex } from './definitions.js';
import type { Reader } from './reader.js';

const coreSorts: Readonly<Record<number, CoreSort>> = {
  0x00: 'func',
  0x01: 'table',
  0x02: 'memory',
  0x03: 'global',
  0x04: 'tag',
  0x10: 'type',
  0x11: 'module',
  0x12: 'instance',
};

const sorts: Readonly<Record<number, Exclude<Sort, 'core-module'>>> = {
  0x01: 'func',
  0x02: 'value',
  0x03: 'type',
  0x04: 'component',
  0x05: 'instance',
};

export function coreSort(reader: Reader): CoreSort {
  const byte = reader.byte('a core sort');
  const sort = coreSorts[byte];
  if (sort === undefined) throw reader.unknown('a core sort', byte);
  return sort;
}

/** A sort, with the core sorts behind their prefix. */
export function anySort(
  reader: Reader,
): { core: false; sort: Exclude<Sort, 'core-module'> } | { core: true; sort: CoreSort } {
  const byte = reader.byte('a sort');
  if (byte === 0x00) return { core: true, sort: coreSort(reader) };
  const sort = sorts[byte];
  if (sort === undefined) throw reader.unknown('a sort', byte);
  return { core: false, sort };
}

/** The sort of something that a component can import or export: of the core sorts, only modules. */
export function itemSort(reader: Reader): Sort {
  const { core, sort } = anySort(reader);
  if (!core) return sort;
  if (sort !== 'module') {
    throw reader.misplaced(`a core ${sort} is not something that a component can import or export`);
  }
  return 'core-module';
}

export function sortIndex(reader: Reader): SortIndex {
  return { sort: itemSort(reader), index: reader.u32('an index') };
}
