import type { Attribute, ExternDeclaration, ExternName, ExternType } from './definitions.js';
import type { Reader } from './reader.js';
import { itemSort } from './sorts.js';
import { valType } from './val-types.js';

const attributeKinds = ['implements', 'version-suffix', 'external-id'] as const;

/** The name of an import or export. Its first two forms mean the same; the third has attributes. */
export function externName(reader: Reader): ExternName {
  const form = reader.byte('the name of an import or export');
  if (form > 0x02) throw reader.unknown('the name of an import or export', form);
  const name = reader.name('the name of an import or export');
  return { name, attributes: form === 0x02 ? reader.vec('attributes', attribute) : [] };
}

function attribute(reader: Reader): Attribute {
  const byte = reader.byte('an attribute');
  const kind = attributeKinds[byte];
  if (kind === undefined) throw reader.unknown('an attribute', byte);
  return { kind, value: reader.name('the value of an attribute') };
}

export function externDeclaration(reader: Reader): ExternDeclaration {
  return { name: externName(reader), type: externType(reader) };
}

/** `externtype`: what an import or export is declared to be. */
export function externType(reader: Reader): ExternType {
  const sort = itemSort(reader);
  switch (sort) {
    case 'core-module':
      return { sort, type: reader.u32('a core type index') };
    case 'func':
    case 'component':
    case 'instance':
      return { sort, type: reader.u32('a type index') };
    case 'type':
      return { sort, bound: typeBound(reader) };
    case 'value':
      return { sort, bound: valueBound(reader) };
  }
}

function typeBound(reader: Reader): (ExternType & { readonly sort: 'type' })['bound'] {
  const bound = reader.byte('a type bound');
  if (bound === 0x00) return { kind: 'eq', type: reader.u32('a type index') };
  if (bound === 0x01) return { kind: 'sub-resource' };
  throw reader.unknown('a type bound', bound);
}

function valueBound(reader: Reader): (ExternType & { readonly sort: 'value' })['bound'] {
  const bound = reader.byte('a value bound');
  if (bound === 0x00) return { kind: 'eq', value: reader.u32('a value index') };
  if (bound === 0x01) return { kind: 'type', type: valType(reader) };
  throw reader.unknown('a value bound', bound);
}
