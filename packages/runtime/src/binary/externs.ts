import { compileErrorAt } from '../errors/compile-error.js';
import type { Reader } from './reader.js';
import type { CoreSort, ExternDeclaration, ExternType, NamedItem, Sort, SortIndex } from './definitions.js';

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

const sorts: Readonly<Record<number, Sort>> = {
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
export function anySort(reader: Reader): { core: false; sort: Sort } | { core: true; sort: CoreSort } {
  const byte = reader.byte('a sort');
  if (byte === 0x00) return { core: true, sort: coreSort(reader) };
  const sort = sorts[byte];
  if (sort === undefined) throw reader.unknown('a sort', byte);
  return { core: false, sort };
}

/** The sort of something that a component can import or export: of the core sorts, only modules. */
export function sortIndex(reader: Reader): SortIndex {
  const { offset } = reader;
  const { core, sort } = anySort(reader);
  if (core && sort !== 'module') {
    throw compileErrorAt('core-sort', offset, `a core ${sort} cannot be imported or exported by a component`);
  }
  return { sort: core ? 'core-module' : sort, index: reader.u32('an index') };
}

/**
 * The name of an import or export. The attributes that may follow it say more about the item, and nothing that
 * linking by name depends on.
 */
export function externName(reader: Reader): string {
  const form = reader.byte('the name of an import or export');
  if (form > 0x02) throw reader.unknown('the name of an import or export', form);
  const name = reader.name('the name of an import or export');
  if (form === 0x02) reader.vec('attributes', attribute);
  return name;
}

function attribute(reader: Reader): void {
  const kind = reader.byte('an attribute');
  if (kind > 0x02) throw reader.unknown('an attribute', kind);
  reader.name('the value of an attribute');
}

export function namedItem(reader: Reader): NamedItem {
  return { name: externName(reader), item: sortIndex(reader) };
}

export function externDeclaration(reader: Reader): ExternDeclaration {
  return { name: externName(reader), type: externType(reader) };
}

export function externType(reader: Reader): ExternType {
  const { offset } = reader;
  const { core, sort } = anySort(reader);
  if (core) {
    if (sort === 'module') return { sort: 'core-module', type: reader.u32('a core type index') };
    throw compileErrorAt('core-sort', offset, `a core ${sort} cannot be imported or exported by a component`);
  }
  switch (sort) {
    case 'func':
    case 'component':
    case 'instance':
      return { sort, type: reader.u32('a type index') };
    case 'type':
      return { sort, bound: typeBound(reader) };
    default:
      throw compileErrorAt('unsupported-value', offset, 'values cannot be imported or exported yet');
  }
}

function typeBound(reader: Reader): { kind: 'eq'; type: number } | { kind: 'sub-resource' } {
  const bound = reader.byte('a type bound');
  if (bound === 0x00) return { kind: 'eq', type: reader.u32('a type index') };
  if (bound === 0x01) return { kind: 'sub-resource' };
  throw reader.unknown('a type bound', bound);
}
