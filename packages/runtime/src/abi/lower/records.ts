import { camelCase } from '../../names/case.js';
import type { RecordType, TupleType, ValType } from '../../types/val-type.js';
import { fieldsLayout } from '../layout.js';
import { isObject, lengthOf, type PropertyBag } from './array-like.js';
import { changedValue, type Lowerer, type LowererCompiler } from './lowerer.js';
import { missing, notOfType } from './mismatch.js';
import { readerOf } from './properties.js';

interface FieldLowerer {
  readonly key: string;
  readonly type: ValType;
  readonly offset: number;
  readonly lowerer: Lowerer;
  read(record: PropertyBag): unknown;
}

/** A record is an object with its fields in camelCase; what else the object has is left alone. */
export function recordLowerer(type: RecordType, compiler: LowererCompiler): Lowerer {
  const fields = fieldLowerers(type, compiler);
  return {
    check(cx, value) {
      if (!isObject(value)) return notOfType(value, type);
      for (const field of fields) {
        const part = field.read(value);
        const mismatch = field.lowerer.check(cx, part);
        if (mismatch === undefined) continue;
        const isMissing = part === undefined && !(field.key in value);
        return (isMissing ? missing(field.type) : mismatch).within(`.${field.key}`);
      }
      return undefined;
    },
    lowerFlat(cx, value, sink) {
      if (!isObject(value)) throw changedValue();
      for (const { read, lowerer } of fields) lowerer.lowerFlat(cx, read(value), sink);
    },
    store(cx, value, pointer) {
      if (!isObject(value)) throw changedValue();
      for (const { read, lowerer, offset } of fields) lowerer.store(cx, read(value), pointer + offset);
    },
  };
}

function fieldLowerers({ fields }: RecordType, compiler: LowererCompiler): readonly FieldLowerer[] {
  const { offsets } = fieldsLayout(
    fields.map((field) => field.type),
    compiler.address,
  );
  return fields.map(({ name, type }, index) => {
    const key = camelCase(name);
    const offset = offsets[index] ?? 0;
    return { key, type, offset, lowerer: compiler.lowererOf(type), read: readerOf(key) };
  });
}

/** A tuple is an array of its length, or anything like one. */
export function tupleLowerer(type: TupleType, compiler: LowererCompiler): Lowerer {
  const { offsets } = fieldsLayout(type.types, compiler.address);
  const parts = type.types.map((part, index) => {
    return { offset: offsets[index] ?? 0, lowerer: compiler.lowererOf(part) };
  });
  return {
    check(cx, value) {
      if (!isObject(value) || lengthOf(value) !== parts.length) return notOfType(value, type);
      for (const [index, { lowerer }] of parts.entries()) {
        const mismatch = lowerer.check(cx, value[index]);
        if (mismatch !== undefined) return mismatch.within(`[${index}]`);
      }
      return undefined;
    },
    lowerFlat(cx, value, sink) {
      if (!isObject(value)) throw changedValue();
      parts.forEach(({ lowerer }, index) => lowerer.lowerFlat(cx, value[index], sink));
    },
    store(cx, value, pointer) {
      if (!isObject(value)) throw changedValue();
      parts.forEach(({ lowerer, offset }, index) => lowerer.store(cx, value[index], pointer + offset));
    },
  };
}
