import type { CoreModuleDeclaration, CoreTypeDefinition } from './core-definitions.js';
import { coreExternRef, coreImport } from './core-externs.js';
import { coreRecType } from './core-rec-types.js';
import type { Reader } from './reader.js';

const MODULE_TYPE = 0x50;
const NON_FINAL_SUB = 0x50;
const NON_FINAL_PREFIX = 0x00;

/**
 * `core:deftype`: a module type or a group of types. The byte of a module type is also that of a subtype that is not
 * final, so here the subtype has a prefix.
 */
export function coreTypeDefinition(reader: Reader): CoreTypeDefinition {
  const form = reader.peek('a core type');
  if (form !== MODULE_TYPE) return prefixedRecType(reader);
  reader.byte('a core type');
  return { kind: 'module', declarations: reader.vec('module declarations', moduleDeclaration) };
}

function prefixedRecType(reader: Reader): CoreTypeDefinition {
  if (reader.peek('a core type') === NON_FINAL_PREFIX) {
    reader.byte('a core type');
    const form = reader.peek('a core type');
    if (form !== NON_FINAL_SUB) throw reader.unknown('a core subtype that is not final', form, reader.offset);
  }
  return coreRecType(reader);
}

/** `core:moduledecl` */
function moduleDeclaration(reader: Reader): CoreModuleDeclaration {
  const kind = reader.byte('a module declaration');
  switch (kind) {
    case 0x00:
      return { kind: 'import', import: coreImport(reader) };
    case 0x01:
      // There are no module types inside of module types, so the prefix is not needed, and encoders leave it out.
      return { kind: 'type', type: prefixedRecType(reader) };
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
