import { camelCase } from '../../names/case.js';
import type { RecordType, TupleType } from '../../types/val-type.js';
import { fieldsLayout } from '../layout.js';
import type { Lifter, LifterCompiler } from './lifter.js';

interface FieldLifter {
  readonly key: string;
  readonly offset: number;
  readonly lifter: Lifter;
}

/** A record becomes an object with its fields in camelCase, in the order of their declaration. */
export function recordLifter({ fields }: RecordType, compiler: LifterCompiler): Lifter {
  const types = fields.map((field) => field.type);
  const { offsets } = fieldsLayout(types, compiler.address);
  const parts = fields.map(({ name, type }, index): FieldLifter => {
    return { key: camelCase(name), offset: offsets[index] ?? 0, lifter: compiler.lifterOf(type) };
  });
  return {
    liftFlat(cx, source) {
      const record: Record<string, unknown> = {};
      for (const { key, lifter } of parts) record[key] = lifter.liftFlat(cx, source);
      return record;
    },
    load(cx, pointer) {
      const record: Record<string, unknown> = {};
      for (const { key, offset, lifter } of parts) record[key] = lifter.load(cx, pointer + offset);
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
