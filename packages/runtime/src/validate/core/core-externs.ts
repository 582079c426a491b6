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
import { requireFeature } from '../features-check.js';
import type { Features } from '../features.js';
import { checkMemory, checkTable, limitsType, usualPageSize } from './core-limits.js';
import { definedTypeAt, funcTypeAt, type CoreTypeSource } from './core-type-space.js';
import { isSharedRef, spellValType } from './core-val-types.js';

/** Looks up what the type of a core import or export is made of. */
export class CoreExterns {
  readonly #types: CoreTypeSource;
  readonly #features: Features;
  readonly #offset: number;

  constructor(types: CoreTypeSource, features: Features, offset: number) {
    this.#types = types;
    this.#features = features;
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
    if (shared) this.#requireShared('a shared core table');
    return { kind: 'table', element: this.#spell(ref.element), limits: limitsType(limits), shared };
  }

  memory(ref: CoreMemoryRef): CoreMemoryType {
    checkMemory(ref, this.#offset);
    const { limits, shared, pageSize = usualPageSize } = ref;
    return { kind: 'memory', limits: limitsType(limits), shared, pageSize };
  }

  global({ type, mutable, shared }: CoreGlobalRef): CoreGlobalType {
    if (shared) this.#requireShared('a shared core global');
    return { kind: 'global', type: this.#spell(type), mutable, shared };
  }

  #requireShared(what: string): void {
    requireFeature(this.#features, 'sharedEverythingThreads', this.#offset, what);
  }

  #spell(type: CoreValTypeRef): CoreValType {
    if (isSharedRef(type)) this.#requireShared('a shared core type');
    return spellValType(type, (index) => `${definedTypeAt(this.#types, index, this.#offset).number}`);
  }
}
