import type { ValType } from '../../types/val-type.js';
import type { ScalarName } from '../numbers.js';
import type { FieldPlan, RecordPlan, TuplePlan } from '../plan/value-plan.js';
import { lowerScalar, storeScalar } from '../scalar-values.js';
import { isObject, lengthOf } from './array-like.js';
import { changedValue, type Lowerer, type LowererCompiler } from './lowerer.js';
import { missing, notOfType } from './mismatch.js';
import { propertyOf, readProperty, type Property } from './properties.js';

interface FieldLowerer {
  readonly property: Property;
  readonly type: ValType;
  readonly offset: number;
  readonly lowerer: Lowerer;
  /** The type, where it is a scalar: calling its lowerer takes longer than lowering it. */
  readonly scalar: ScalarName | undefined;
}

/** A record is an object with its fields in camelCase; what else the object has is left alone. */
export function recordLowerer(plan: RecordPlan, compiler: LowererCompiler): Lowerer {
  const { type } = plan;
  const fields = plan.fields.map((field) => fieldLowerer(field, compiler));
  return {
    check(cx, value) {
      if (!isObject(value)) return notOfType(value, type);
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index];
        if (field === undefined) break;
        const part = readProperty(value, field.property);
        if (field.scalar !== undefined && lowerScalar(field.scalar, part) !== undefined) continue;
        const mismatch = field.lowerer.check(cx, part);
        if (mismatch === undefined) continue;
        return (part === undefined ? missing(field.type) : mismatch).within(`.${field.property.key}`);
      }
      return undefined;
    },
    lowerFlat(cx, value, sink) {
      if (!isObject(value)) throw changedValue();
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index];
        if (field === undefined) break;
        const part = readProperty(value, field.property);
        const core = field.scalar === undefined ? undefined : lowerScalar(field.scalar, part);
        if (core === undefined) field.lowerer.lowerFlat(cx, part, sink);
        else sink.push(core);
      }
    },
    store(cx, value, pointer) {
      if (!isObject(value)) throw changedValue();
      for (let index = 0; index < fields.length; index++) {
        const field = fields[index];
        if (field === undefined) break;
        const { scalar, lowerer, offset } = field;
        const part = readProperty(value, field.property);
        const core = scalar === undefined ? undefined : lowerScalar(scalar, part);
        if (scalar === undefined || core === undefined) lowerer.store(cx, part, pointer + offset);
        else storeScalar(scalar, cx.memory.data, pointer + offset, core);
      }
    },
  };
}

function fieldLowerer({ key, offset, value }: FieldPlan, compiler: LowererCompiler): FieldLowerer {
  return {
    property: propertyOf(key),
    type: value.type,
    offset,
    lowerer: compiler.lowererOf(value),
    scalar: value.kind === 'scalar' ? value.name : undefined,
  };
}

/** A tuple is an array of its length, or anything like one. */
export function tupleLowerer(plan: TuplePlan, compiler: LowererCompiler): Lowerer {
  const { type } = plan;
  const parts = plan.parts.map(({ offset, value }) => ({ offset, lowerer: compiler.lowererOf(value) }));
  return {
    check(cx, value) {
      if (!isObject(value) || lengthOf(value) !== parts.length) return notOfType(value, type);
      for (let index = 0; index < parts.length; index++) {
        const mismatch = parts[index]?.lowerer.check(cx, value[index]);
        if (mismatch !== undefined) return mismatch.within(`[${index}]`);
      }
      return undefined;
    },
    lowerFlat(cx, value, sink) {
      if (!isObject(value)) throw changedValue();
      for (let index = 0; index < parts.length; index++)
        parts[index]?.lowerer.lowerFlat(cx, value[index], sink);
    },
    store(cx, value, pointer) {
      if (!isObject(value)) throw changedValue();
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        part?.lowerer.store(cx, value[index], pointer + part.offset);
      }
    },
  };
}
