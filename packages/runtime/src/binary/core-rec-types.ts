import type { CoreCompositeType, CoreRecType, CoreSubType } from './core-definitions.js';
import { coreFieldType, coreValType } from './core-val-types.js';
import type { Reader } from './reader.js';

const SHARED = 0x65;
const FUNC = 0x60;
const STRUCT = 0x5f;
const ARRAY = 0x5e;
const SUB = 0x50;
const SUB_FINAL = 0x4f;
const REC = 0x4e;

/** `core:rectype`: a group of types that may refer to each other, or one type by itself. */
export function coreRecType(reader: Reader): CoreRecType {
  if (reader.peek('a core type') !== REC) return { kind: 'rec', types: [subType(reader)] };
  reader.byte('a core type');
  return { kind: 'rec', types: reader.vec('types of a recursion group', subType) };
}

/** `core:subtype`: a composite type by itself is final and has no supertypes. */
function subType(reader: Reader): CoreSubType {
  const form = reader.peek('a core type');
  const sub = form === SUB || form === SUB_FINAL;
  if (sub) reader.byte('a core type');
  const supertypes = sub ? reader.vec('supertypes', (r) => r.u32('a core type index')) : [];
  return { final: form !== SUB, supertypes, ...compositeType(reader) };
}

function compositeType(reader: Reader): { readonly shared: boolean; readonly type: CoreCompositeType } {
  let form = reader.byte('a core type');
  const shared = form === SHARED;
  if (shared) form = reader.byte('a core type');
  switch (form) {
    case FUNC: {
      const params = reader.vec('core parameters', coreValType);
      return { shared, type: { kind: 'func', params, results: reader.vec('core results', coreValType) } };
    }
    case STRUCT:
      return { shared, type: { kind: 'struct', fields: reader.vec('fields of a struct', coreFieldType) } };
    case ARRAY:
      return { shared, type: { kind: 'array', field: coreFieldType(reader) } };
    default:
      throw reader.unknown('a core type', form);
  }
}
