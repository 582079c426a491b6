import type { ScalarName } from '../numbers.js';
import type { RecordPlan, TuplePlan } from '../plan/value-plan.js';
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
export function recordLifter({ fields }: RecordPlan, compiler: LifterCompiler): Lifter {
  const parts = fields.map(({ key, offset, value }): FieldLifter => {
    return {
      key,
      offset,
      lifter: compiler.lifterOf(value),
      scalar: value.kind === 'scalar' ? value.name : undefined,
    };
  });
  const shape = objectShape<unknown>(
    fields.map(({ key }) => key),
    undefined,
  );
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

export function tupleLifter(plan: TuplePlan, compiler: LifterCompiler): Lifter {
  const parts = plan.parts.map(({ offset, value }) => ({ offset, lifter: compiler.lifterOf(value) }));
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
