import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { Func, TypeId } from '@wit-bindgen-ts/wit-parser';
import { pascalCase } from '../../wit/casing.js';
import { ownName } from '../../wit/func-names.js';
import type { WitLookup } from '../../wit/wit-lookup.js';
import type { FileScope } from '../file-scope.js';
import type { Direction, ParamPlan } from '../model.js';
import { planStructure } from '../plan-value-type.js';
import type { ValueType } from '../value-type.js';
import { capital } from './core-values.js';
import type { CodePlan, ShimPlan, VerbFunction } from './model.js';
import { hasShim, planShim } from './plan-shim.js';
import { structuralName } from './structural-names.js';
import { hasOwnCode, ValTypes } from './val-types.js';
import { isRuntimeList, needsOf, ownVerbs, type Need, type Verb } from './verbs.js';

/**
 * The code of a file that lifts and lowers values: what is asked for is gathered while the file is planned, and named
 * once all that WIT names has its names.
 */
export class FileCode {
  readonly #lookup: WitLookup;
  readonly #file: FileScope;
  readonly #types: ValTypes;
  readonly #met = new Map<ValuePlan, Set<Verb>>();
  readonly #pending: Need[] = [];
  readonly #names = new Map<ValuePlan, string>();
  readonly #structuralNames = new Map<ValuePlan, string>();
  readonly #functions: Need[] = [];

  constructor(lookup: WitLookup, file: FileScope) {
    this.#lookup = lookup;
    this.#file = file;
    this.#types = ValTypes.for(lookup);
  }

  /** The functions that belong to a type that the file declares, by whom they may be imported. */
  declared(id: TypeId): VerbFunction[] {
    if (!hasOwnCode(this.#lookup.typeDef(id))) return [];
    const value = this.#types.planOf(id);
    const verbs = this.#types.source(value.type).traits.streams ? [] : sharedVerbs(value);
    const type: ValueType = { kind: 'named', name: this.#file.nameOf(id) };
    this.#names.set(value, type.name);
    return verbs.map((verb) => {
      this.#markMet({ verb, value });
      this.#pending.push(...needsOf({ verb, value }));
      return { verb, name: verb + type.name, value, type };
    });
  }

  /** The code of a function; nothing for one whose code cannot be emitted. */
  shim(direction: Direction, func: Func, params: readonly ParamPlan[]): ShimPlan | undefined {
    if (!hasShim(this.#types, func)) return undefined;
    const name = this.#file.names.claim([(direction === 'export' ? 'lift' : 'lower') + this.#shimName(func)]);
    const args = params.map((param) => param.name);
    const shim = planShim(this.#types, direction, name, func, args);
    if (!this.#file.isForeign) this.#pending.push(...shimNeeds(direction, shim));
    return shim;
  }

  /** Call once everything else in the file has its names. */
  plan(): CodePlan {
    // What is met asks for more, at the end.
    for (const need of this.#pending) this.#meet(need);
    const functions = this.#functions.map((need) => this.#function(need));
    return {
      names: this.#names,
      functions: functions.sort((a, b) => (a.name < b.name ? -1 : 1)),
      holdsHandles: ({ type }) => this.#types.source(type).traits.handles,
      holdsPointers: ({ type }) => this.#types.source(type).traits.pointers,
    };
  }

  #shimName(func: Func): string {
    const name = pascalCase(ownName(func));
    const { kind } = func;
    if (kind.kind === 'freestanding') return name;
    return this.#file.nameOf(kind.resource) + (kind.kind === 'constructor' ? 'New' : name);
  }

  #meet(need: Need): void {
    if (!this.#markMet(need)) return;
    const { verb, value } = need;
    this.#nameValue(need);
    if (!ownVerbs(value).includes(verb)) {
      this.#pending.push(...needsOf(need));
      return;
    }
    if (sharedVerbs(value).includes(verb) && this.#isShared(need)) return;
    this.#functions.push(need);
    this.#pending.push(...needsOf(need));
  }

  /** Whether the file that declares a type has the function, which is then imported. */
  #isShared({ verb, value }: Need): boolean {
    const { definition } = this.#types.source(value.type);
    return definition !== undefined && this.#file.importDerived(definition, (name) => verb + name);
  }

  /** Whether it is the first time. */
  #markMet({ verb, value }: Need): boolean {
    const verbs = this.#met.get(value) ?? new Set();
    this.#met.set(value, verbs);
    if (verbs.has(verb)) return false;
    verbs.add(verb);
    return true;
  }

  /** Enums, handles and the check of flags are the runtime's, which takes their descriptors. */
  #nameValue({ verb, value }: Need): void {
    if (value.kind === 'own' || value.kind === 'borrow') {
      this.#names.set(value, this.#file.nameOf(this.#types.resourceId(value.resource)));
      return;
    }
    if (this.#names.has(value) && value.kind !== 'flags') return;
    const { definition } = this.#types.source(value.type);
    if (definition === undefined) this.#names.set(value, this.#claimStructural(value));
    else if (value.kind === 'enum' || (value.kind === 'flags' && verb === 'is'))
      this.#names.set(value, this.#file.nameOf(definition));
    else this.#names.set(value, this.#file.localName(definition));
  }

  #claimStructural(value: ValuePlan): string {
    const name = this.#structuralName(value);
    if (value.kind === 'scalar' || value.kind === 'string' || isRuntimeList(value)) return name;
    return this.#file.names.claim([name], (candidate) => ownVerbs(value).map((verb) => verb + candidate));
  }

  /** Made of the names of its parts as they would be, whatever they are after collisions. */
  #structuralName(value: ValuePlan): string {
    let name = this.#structuralNames.get(value);
    if (name === undefined) {
      name = this.#partName(value);
      this.#structuralNames.set(value, name);
    }
    return name;
  }

  #partName(value: ValuePlan): string {
    const { definition } = this.#types.source(value.type);
    if (definition !== undefined) return this.#file.localName(definition);
    if (value.kind === 'own' || value.kind === 'borrow') {
      const resource = this.#file.localName(this.#types.resourceId(value.resource));
      return value.kind === 'own' ? resource : `Borrow${resource}`;
    }
    if (value.kind === 'scalar' || value.kind === 'string') return capital(value.type.kind);
    return structuralName(value, (part) => this.#structuralName(part));
  }

  #function({ verb, value }: Need): VerbFunction {
    return { verb, name: verb + (this.#names.get(value) ?? ''), value, type: this.#valueType(value) };
  }

  #valueType(value: ValuePlan): ValueType {
    const { definition, wit } = this.#types.source(value.type);
    if (definition !== undefined) return { kind: 'named', name: this.#file.nameOf(definition) };
    if (typeof wit !== 'number') throw new TypeError(`a ${wit} needs no function`);
    return planStructure(this.#lookup, this.#file, this.#lookup.typeDef(wit).kind);
  }
}

/** What the file that declares a type has for every other one. */
function sharedVerbs(value: ValuePlan): readonly Verb[] {
  switch (value.kind) {
    case 'record':
    case 'variant':
      return ['is', 'load', 'store'];
    case 'flags':
      return ['lift', 'lower'];
    default:
      return [];
  }
}

function shimNeeds(direction: Direction, { plan: { params, result } }: ShimPlan): Need[] {
  const passesFlat = params.flat !== undefined;
  const returnsFlat = result?.flat !== undefined;
  const lowering = (flat: boolean): Verb[] => ['is', flat ? 'lower' : 'store'];
  const lifting = (flat: boolean): Verb[] => [flat ? 'lift' : 'load'];
  const [given, returned] =
    direction === 'export'
      ? [lowering(passesFlat), lifting(returnsFlat)]
      : [lifting(passesFlat), lowering(returnsFlat)];
  return [
    ...params.list.flatMap(({ value }) => given.map((verb) => ({ verb, value }))),
    ...(result === undefined ? [] : returned.map((verb) => ({ verb, value: result.value }))),
  ];
}
