import { memberKeys } from '../../names/case.js';
import type { RecordType, TupleType } from '../../types/val-type.js';
import { fieldsLayout } from '../layout.js';
import { scalarName, type ScalarName } from '../numbers.js';
import { loadScalar } from '../scalar-values.js';
import type { Lifter, LifterCompiler } from './lifter.js';
import { objectShape } from './object-shape.js';

interface FieldLifter {
  readonly key: string;
  readonly offset: number;
  readonly lifter: Lifter;
  /** The type, where it is a scalar: calling its lifter takes longer than lifting it. */
  readonly scalar: ScalarName | undefined;
}

/** A record becomes an object with its fields in camelCase, in the order of their declaration. */
export function recordLifter({ fields }: RecordType, compiler: LifterCompiler): Lifter {
  const types = fields.map((field) => field.type);
  const { offsets } = fieldsLayout(types, compiler.address);
  const keys = memberKeys(fields.map((field) => field.name));
  const parts = fields.map(({ name, type }, index): FieldLifter => {
    return {
      key: keys[index] ?? name,
      offset: offsets[index] ?? 0,
      lifter: compiler.lifterOf(type),
      scalar: scalarName(type),
    };
  });
  const shape = objectShape<unknown>(keys, undefined);
  return {
    liftFlat(cx, source) {
      const record = { ...shape };
      for (const { key, lifter } of parts) record[key] = lifter.liftFlat(cx, source);
      return record;
    },
    load(cx, pointer) {
      const record = { ...shape };
      const { data } = cx.memory;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        if (part === undefined) break;
        const { key, offset, lifter, scalar } = part;
        record[key] =
          scalar === undefined
            ? lifter.load(cx, pointer + offset)
            : loadScalar(scalar, data, pointer + offset);
      }
      return record;
    },
  };
}

export function tupleLifter({ types }: TupleType, compiler: LifterCompiler): Lifter {
  const { offsets } = fieldsLayout(types, compiler.address);
  const parts = types.map((type, index) => {
    return { offset: offsets[index] ?? 0, lifter: compiler.lifterOf(type) };
  });
  return {
    liftFlat(cx, source) {
      const values: unknown[] = [];
      for (const { lifter } of parts) values.push(lifter.liftFlat(cx, source));
      return values;
    },
    load(cx, pointer) {
      const values: unknown[] = [];
      for (const { lifter, offset } of parts) values.push(lifter.load(cx, pointer + offset));
      return values;
    },
  };
}
