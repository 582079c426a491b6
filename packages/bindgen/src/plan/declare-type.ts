import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FileScope } from './file-scope.js';
import { resourceNames, typeNameCandidates } from './names/type-names.js';

/** Names a type in the file that declares it, or that a `use` brings it into. */
export function declareType(lookup: WitLookup, file: FileScope, id: TypeId): void {
  const isResource = lookup.typeDef(id).kind.kind === 'resource';
  file.declare(id, typeNameCandidates(lookup, id), isResource ? resourceNames : undefined);
}
