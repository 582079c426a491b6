import type { FieldPlan, ScalarPlan, ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { CodePlan } from '../../plan/code/model.js';
import {
  isRuntimeList,
  leavesAnyPayload,
  leavesPayload,
  ownVerbs,
  type Verb,
} from '../../plan/code/verbs.js';
import { stringLiteral } from '../literals.js';
import { propertyName, propertyOf } from '../property-names.js';
import type { RuntimeImports } from '../runtime-imports.js';
import { coreTypes } from './core-types.js';

/** The code for what a value is lowered to: one expression for each core value, or one for all of them. */
export interface LoweredPart {
  /**
   * - `plain` expressions may be evaluated at any time;
   * - `moving` ones change the guest, and follow one another in order;
   * - a `tuple` is one expression for an array of core values.
   */
  readonly form: 'plain' | 'moving' | 'tuple';
  readonly expressions: readonly string[];
  readonly count: number;
}

/** Scalars that are their own core values. */
const sameAsCore: ReadonlySet<string> = new Set(['s8', 'u8', 's16', 'u16', 's32', 'u32', 's64', 'u64']);

/** Writes the expressions that lift and lower values in one file. */
export class ValueCode {
  readonly runtime: RuntimeImports;
  readonly #plan: CodePlan;

  constructor(plan: CodePlan, runtime: RuntimeImports) {
    this.#plan = plan;
    this.runtime = runtime;
  }

  /** Whether a value may be lowered. */
  is(value: ValuePlan, subject: string): string {
    switch (value.kind) {
      case 'enum':
        return this.#call('isEnum', this.#name(value), subject);
      case 'flags':
        return this.#call('isFlags', this.#name(value), subject);
      case 'own':
        return this.#call('isOwn', 'cx', this.#name(value), subject);
      case 'borrow':
        return this.#call('isBorrow', 'cx', this.#name(value), subject);
      default:
        return this.#verb('is', value, [...this.context('is', value), subject]);
    }
  }

  load(value: ValuePlan, at: string): string {
    switch (value.kind) {
      case 'enum':
        return this.lift(value, [this.#loadWord(value.discriminantSize, at)]);
      case 'flags':
        return this.lift(value, [this.#loadWord(value.wordSize, at)]);
      case 'own':
      case 'borrow':
        return this.lift(value, [this.#loadWord(4, at)]);
      default:
        return this.#verb('load', value, ['cx', at]);
    }
  }

  store(value: ValuePlan, at: string, subject: string): string {
    const word = (): string =>
      this.lower(value, subject)
        .flatMap(({ expressions }) => expressions)
        .join();
    switch (value.kind) {
      case 'enum':
        return this.storeWord(value.discriminantSize, at, word());
      case 'flags':
        return this.storeWord(value.wordSize, at, word());
      case 'own':
      case 'borrow':
        return this.storeWord(4, at, word());
      default:
        return this.#verb('store', value, ['cx', at, subject]);
    }
  }

  /** @param core As many expressions as there are core values. */
  lift(value: ValuePlan, core: readonly string[]): string {
    switch (value.kind) {
      case 'enum':
        return this.#call('liftEnum', this.#name(value), ...core);
      case 'own':
        return this.#call('liftOwn', 'cx', this.#name(value), ...core);
      case 'borrow':
        return this.#call('liftBorrow', 'cx', this.#name(value), ...core);
      case 'record':
        return this.#liftRecord(value.fields, core);
      case 'tuple':
        return `[${this.#liftParts(
          value.parts.map((part) => part.value),
          core,
        ).join(', ')}]`;
      case 'fixed-length-list':
        return `[${this.#liftParts(new Array<ValuePlan>(value.length).fill(value.element), core).join(', ')}]`;
      default:
        return this.#verb('lift', value, [...this.context('lift', value), ...core]);
    }
  }

  lower(value: ValuePlan, subject: string): LoweredPart[] {
    switch (value.kind) {
      case 'scalar':
        return [plain(this.#lowerScalar(value, subject))];
      case 'enum':
        return [plain(this.#call('lowerEnum', this.#name(value), subject))];
      case 'own':
        return [moving(this.#call('lowerOwn', 'cx', this.#name(value), subject))];
      case 'borrow':
        return [moving(this.#call('lowerBorrow', 'cx', this.#name(value), subject))];
      case 'record':
        return value.fields.flatMap((field) => this.lower(field.value, this.property(subject, field)));
      case 'tuple':
        return value.parts.flatMap((part, index) => this.lower(part.value, `${subject}[${index}]`));
      case 'fixed-length-list':
        return Array.from({ length: value.length }, (_, index) =>
          this.lower(value.element, `${subject}[${index}]`),
        ).flat();
      default:
        return [this.#lowerByCall(value, subject)];
    }
  }

  /** A field of a record that has been checked. */
  property(subject: string, { key, value }: FieldPlan): string {
    const isOption = value.kind === 'variant' && value.shape === 'plain-option';
    return isOption ? this.anyProperty(subject, key) : propertyOf(subject, key);
  }

  /** A property that may be missing. Every object inherits something of some names. */
  anyProperty(subject: string, key: string): string {
    return key in Object.prototype
      ? this.#call('ownProperty', subject, stringLiteral(key))
      : propertyOf(subject, key);
  }

  /** `cx`, where a function needs it. */
  context(verb: Verb, value: ValuePlan): string[] {
    if (verb === 'load' || verb === 'store') return ['cx'];
    const { holdsHandles, holdsPointers } = this.#plan;
    if (holdsHandles(value) || (verb === 'lower' && leavesAnyPayload(value))) return ['cx'];
    return verb !== 'is' && holdsPointers(value) ? ['cx'] : [];
  }

  storeWord(size: 1 | 2 | 4, at: string, word: string): string {
    return this.#call(`storeU${8 * size}`, 'cx', at, word);
  }

  /** What a function returns that lowers a value: the first of its core values, or a tuple of all. */
  loweredType(value: ValuePlan): string {
    const types = (value.flat ?? []).map((core) => coreTypes[core]);
    if (leavesPayload(value)) return 'number';
    return types.length === 1 ? types.join() : `[${types.join(', ')}]`;
  }

  call(name: string, ...args: readonly string[]): string {
    return this.#call(name, ...args);
  }

  #loadWord(size: 1 | 2 | 4, at: string): string {
    return this.#call(`loadU${8 * size}`, 'cx', at);
  }

  #liftRecord(fields: readonly FieldPlan[], core: readonly string[]): string {
    const parts = this.#liftParts(
      fields.map((field) => field.value),
      core,
    );
    const entries = fields.map(({ key }, index) => `${propertyName(key)}: ${parts[index]}`);
    return `{ ${entries.join(', ')} }`;
  }

  #liftParts(parts: readonly ValuePlan[], core: readonly string[]): string[] {
    let next = 0;
    return parts.map((part) => this.lift(part, core.slice(next, (next += part.flat?.length ?? 0))));
  }

  #lowerScalar(value: ScalarPlan, subject: string): string {
    return sameAsCore.has(value.name) ? subject : this.#verb('lower', value, [subject]);
  }

  #lowerByCall(value: ValuePlan, subject: string): LoweredPart {
    const call = this.#verb('lower', value, [...this.context('lower', value), subject]);
    if (value.kind !== 'variant') return value.kind === 'flags' ? plain(call) : range(call);
    if (leavesPayload(value)) return { form: 'moving', expressions: [call, 'cx.payload'], count: 2 };
    const count = value.flat?.length ?? 1;
    return count === 1 ? plain(call) : { form: 'tuple', expressions: [call], count };
  }

  #verb(verb: Verb, value: ValuePlan, args: readonly string[]): string {
    const name = verb + this.#name(value);
    const isRuntimes = isRuntimeList(value) || ownVerbs(value).length === 0;
    return isRuntimes ? this.#call(name, ...args) : `${name}(${args.join(', ')})`;
  }

  #name(value: ValuePlan): string {
    const name = this.#plan.names.get(value);
    if (name === undefined) throw new RangeError(`a ${value.type.kind} has no name in this file`);
    return name;
  }

  #call(name: string, ...args: readonly string[]): string {
    return `${this.runtime.value(name)}(${args.join(', ')})`;
  }
}

function plain(expression: string): LoweredPart {
  return { form: 'plain', expressions: [expression], count: 1 };
}

function moving(expression: string): LoweredPart {
  return { form: 'moving', expressions: [expression], count: 1 };
}

function range(pointer: string): LoweredPart {
  return { form: 'moving', expressions: [pointer, 'cx.length'], count: 2 };
}
