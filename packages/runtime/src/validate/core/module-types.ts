import type { CoreRecType } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { Validation } from '../scope.js';
import { defineRecType } from './core-type-space.js';
import type { CoreDefinedType } from './core-types.js';

/** The types of a core module, which are defined when they are first asked for: most are for its inside alone. */
export class ModuleTypes {
  readonly #validation: Validation;
  readonly #groups: readonly CoreRecType[];
  readonly #offset: number;
  /** The place of the group of each type, and the index of the first type of each group. */
  readonly #groupOf: number[] = [];
  readonly #starts: number[] = [];
  readonly #defined = new Map<number, readonly CoreDefinedType[]>();
  /** All groups before this one are defined. */
  #next = 0;

  constructor(validation: Validation, groups: readonly CoreRecType[], offset: number) {
    this.#validation = validation;
    this.#groups = groups;
    this.#offset = offset;
    groups.forEach(({ types }, place) => {
      this.#starts.push(this.#groupOf.length);
      for (let i = 0; i < types.length; i++) this.#groupOf.push(place);
    });
  }

  get(index: number, offset: number): CoreDefinedType {
    const place = this.#groupOf[index];
    const group = place === undefined ? undefined : this.#groups[place];
    if (place === undefined || group === undefined) throw this.#unknown(index, offset);
    // A group can refer to all before it. Those are defined in order, so that no chain of them makes the stack deep.
    if (!standsAlone(group)) while (this.#next < place) this.#define(this.#next++);
    return this.#member(place, index);
  }

  #member(place: number, index: number): CoreDefinedType {
    const type = this.#define(place)[index - (this.#starts[place] ?? 0)];
    if (type === undefined) throw this.#unknown(index, this.#offset);
    return type;
  }

  #define(place: number): readonly CoreDefinedType[] {
    let types = this.#defined.get(place);
    const group = this.#groups[place];
    if (types === undefined && group !== undefined) {
      const earlier = (index: number): CoreDefinedType => this.#member(this.#groupOf[index] ?? 0, index);
      types = defineRecType(this.#validation, group, this.#starts[place] ?? 0, earlier, this.#offset);
      this.#defined.set(place, types);
    }
    return types ?? [];
  }

  #unknown(index: number, offset: number): Error {
    const message = `there is no core type ${index}: ${this.#groupOf.length} are defined so far`;
    return compileErrorAt('unknown-index', offset, message);
  }
}

/** Whether a group is one function type of nothing but numbers and abstract references, as almost all are. */
function standsAlone({ types }: CoreRecType): boolean {
  const [first] = types;
  if (first?.type.kind !== 'func' || types.length !== 1 || first.supertypes.length > 0) return false;
  const { params, results } = first.type;
  return [params, results].every((list) =>
    list.every((type) => typeof type === 'string' || typeof type.heap === 'string'),
  );
}
