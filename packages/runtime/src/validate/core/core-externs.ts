import type {
  CoreExternRef,
  CoreGlobalRef,
  CoreMemoryRef,
  CoreTableRef,
  CoreValTypeRef,
} from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type {
  CoreExternType,
  CoreGlobalType,
  CoreMemoryType,
  CoreTableType,
  CoreTagType,
  CoreValType,
} from '../../types/core-type.js';
import { checkMemory, checkTable, limitsType, usualPageSize } from './core-limits.js';
import { definedTypeAt, funcTypeAt, type CoreTypeSource } from './core-type-space.js';
import { spellValType } from './core-val-types.js';

/** Looks up what the type of a core import or export is made of. */
export class CoreExterns {
  readonly #types: CoreTypeSource;
  readonly #offset: number;

  constructor(types: CoreTypeSource, offset: number) {
    this.#types = types;
    this.#offset = offset;
  }

  resolve(ref: CoreExternRef): CoreExternType {
    switch (ref.kind) {
      case 'func':
        return funcTypeAt(this.#types, ref.type, this.#offset);
      case 'tag':
        return this.tag(ref.type);
      case 'table':
        return this.table(ref);
      case 'memory':
        return this.memory(ref);
      case 'global':
        return this.global(ref);
    }
  }

  tag(type: number): CoreTagType {
    const { params, results } = funcTypeAt(this.#types, type, this.#offset);
    if (results.length === 0) return { kind: 'tag', params };
    throw compileErrorAt('core-type', this.#offset, 'the function type of a core tag has results');
  }

  table(ref: CoreTableRef): CoreTableType {
    checkTable(ref, this.#offset);
    const { limits, shared } = ref;
    return { kind: 'table', element: this.#spell(ref.element), limits: limitsType(limits), shared };
  }

  memory(ref: CoreMemoryRef): CoreMemoryType {
    checkMemory(ref, this.#offset);
    const { limits, shared, pageSize = usualPageSize } = ref;
    return { kind: 'memory', limits: limitsType(limits), shared, pageSize };
  }

  global({ type, mutable, shared }: CoreGlobalRef): CoreGlobalType {
    return { kind: 'global', type: this.#spell(type), mutable, shared };
  }

  #spell(type: CoreValTypeRef): CoreValType {
    return spellValType(type, (index) => `${definedTypeAt(this.#types, index, this.#offset).number}`);
  }
}
