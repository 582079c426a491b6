import type { Reader } from './reader.js';
import type {
  CoreExternRef,
  CoreModuleDeclaration,
  CoreTypeDefinition,
  LimitsDefinition,
} from './definitions.js';

const coreValueTypes: Readonly<Record<number, string>> = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
  0x70: 'funcref',
  0x6f: 'externref',
  0x69: 'exnref',
};

const FUNC_TYPE = 0x60;
const MODULE_TYPE = 0x50;
const NON_FINAL_PREFIX = 0x00;
const SUB = 0x50;
const SUB_FINAL = 0x4f;

/** `core:deftype`: a function type or a module type. */
export function coreTypeDefinition(reader: Reader): CoreTypeDefinition {
  if (reader.peek('a core type') !== MODULE_TYPE) return coreRecType(reader);
  reader.byte('a core type');
  return { kind: 'module', declarations: reader.vec('module declarations', moduleDeclaration) };
}

/** `core:rectype`: a function type, which may be a subtype of others. Those of core GC are refused. */
function coreRecType(reader: Reader): CoreTypeDefinition {
  const form = reader.byte('a core type');
  switch (form) {
    case FUNC_TYPE:
      return coreFuncType(reader);
    case SUB_FINAL:
      return coreSubtype(reader);
    case NON_FINAL_PREFIX: {
      // The byte of a non-final subtype is also that of a module type, so here it has a prefix.
      const sub = reader.byte('a core type');
      if (sub !== SUB) throw reader.unknown('a non-final core subtype', sub);
      return coreSubtype(reader);
    }
    default:
      throw reader.unknown('a core function type or a core module type', form);
  }
}

/** `core:valtype`, in the words of the text format. */
export function coreValueType(reader: Reader): string {
  const byte = reader.byte('a core value type');
  const type = coreValueTypes[byte];
  if (type === undefined) throw reader.unknown('a core value type', byte);
  return type;
}

function coreSubtype(reader: Reader): CoreTypeDefinition {
  reader.vec('supertypes', (r) => r.u32('a core type index'));
  const form = reader.byte('a core type');
  if (form !== FUNC_TYPE) throw reader.unknown('a core function type', form);
  return coreFuncType(reader);
}

function coreFuncType(reader: Reader): CoreTypeDefinition {
  const params = reader.vec('core parameters', coreValueType);
  return { kind: 'func', params, results: reader.vec('core results', coreValueType) };
}

function moduleDeclaration(reader: Reader): CoreModuleDeclaration {
  const kind = reader.byte('a module declaration');
  switch (kind) {
    case 0x00: {
      const module = reader.name('the module of a core import');
      const name = reader.name('the name of a core import');
      return { kind: 'import', module, name, type: coreExternRef(reader) };
    }
    case 0x01:
      // The standard allows no module types inside of module types.
      return { kind: 'type', type: coreRecType(reader) };
    case 0x02:
      return outerTypeAlias(reader);
    case 0x03:
      return { kind: 'export', name: reader.name('the name of a core export'), type: coreExternRef(reader) };
    default:
      throw reader.unknown('a module declaration', kind);
  }
}

function outerTypeAlias(reader: Reader): CoreModuleDeclaration {
  for (const expected of [0x10, 0x01]) {
    const byte = reader.byte('an outer alias of a core type');
    if (byte !== expected) throw reader.unknown('an outer alias of a core type', byte);
  }
  const count = reader.u32('the number of scopes of an outer alias');
  return { kind: 'outer-type', count, index: reader.u32('a core type index') };
}

function coreExternRef(reader: Reader): CoreExternRef {
  const kind = reader.byte('the type of a core import or export');
  switch (kind) {
    case 0x00:
      return { kind: 'func', type: reader.u32('a core type index') };
    case 0x01:
      return { kind: 'table', element: coreValueType(reader), limits: limits(reader) };
    case 0x02:
      return { kind: 'memory', limits: limits(reader) };
    case 0x03: {
      const type = coreValueType(reader);
      const mutability = reader.byte('the mutability of a global');
      if (mutability > 1) throw reader.unknown('the mutability of a global', mutability);
      return { kind: 'global', type, mutable: mutability === 1 };
    }
    case 0x04: {
      const attribute = reader.byte('the attribute of a tag');
      if (attribute !== 0) throw reader.unknown('the attribute of a tag', attribute);
      return { kind: 'tag', type: reader.u32('a core type index') };
    }
    default:
      throw reader.unknown('the type of a core import or export', kind);
  }
}

function limits(reader: Reader): LimitsDefinition {
  const flags = reader.byte('limits');
  if (flags > 0b111) throw reader.unknown('limits', flags);
  const min = reader.u64('the minimum of limits');
  const shared = (flags & 0b010) !== 0;
  const wide = (flags & 0b100) !== 0;
  return (flags & 0b001) === 0
    ? { min, shared, wide }
    : { min, max: reader.u64('the maximum of limits'), shared, wide };
}
