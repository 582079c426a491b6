/** The lift, lower, flatten and NaN vectors of `../shared/conformance/canonical-abi`: all of them, none left out. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { CoreValue } from '../../packages/runtime/src/abi/context.js';
import { FlatSink } from '../../packages/runtime/src/abi/flat-values.js';
import { flatten, flattenAll } from '../../packages/runtime/src/abi/flatten.js';
import { lifterOf } from '../../packages/runtime/src/abi/lift/lifter-of.js';
import { lowererOf } from '../../packages/runtime/src/abi/lower/lowerer-of.js';
import { valuePlanOf } from '../../packages/runtime/src/abi/plan/value-plan-of.js';
import { coreSignature } from '../../packages/runtime/src/abi/signature.js';
import { Trap } from '../../packages/runtime/src/errors/trap.js';
import type { FuncType } from '../../packages/runtime/src/types/item-type.js';
import { describeType } from '../../packages/runtime/src/types/print.js';
import { FakeGuest } from '../../packages/runtime/tests/abi-guest.js';
import {
  coreValuesOf,
  typeOf,
  valueOf,
  type FlattenVector,
  type LiftVector,
  type NanVector,
  type Vector,
} from './canonical-abi/vectors.js';

const file = fileURLToPath(
  new URL('../../../shared/conformance/canonical-abi/vectors.json', import.meta.url),
);

if (existsSync(file)) {
  const vectors: readonly Vector[] = JSON.parse(readFileSync(file, 'utf8')) as Vector[];
  describe('vectors of the canonical ABI', () => {
    it('are of three kinds', () => {
      const count = (kind: Vector['kind']): number => vectors.filter((vector) => vector.kind === kind).length;
      expect({ lift: count('lift'), flatten: count('flatten'), nan: count('nan') }).toEqual({
        lift: 432,
        flatten: 10,
        nan: 14,
      });
    });
    it.each(vectors.map((vector, index) => ({ vector, name: `${index}: ${nameOf(vector)}` })))(
      '$name',
      ({ vector }) => {
        if (vector.kind === 'lift') runLift(vector);
        else if (vector.kind === 'flatten') runFlatten(vector);
        else runNan(vector);
      },
    );
  });
} else {
  describe('vectors of the canonical ABI', () => {
    it.skip('are not here: ../shared/conformance/canonical-abi is missing', () => {});
  });
}

function nameOf(vector: Vector): string {
  if (vector.kind === 'nan') return `bits ${vector.inBits} of an f${vector.width}`;
  if (vector.kind === 'flatten') return `func of ${vector.params.length} with ${vector.addr} addresses`;
  const { type, flat, srcEnc, dstEnc, addr } = vector;
  return `${describeType(typeOf(type), 60)} from ${JSON.stringify(flat)}, ${srcEnc} to ${dstEnc}, ${addr}`;
}

function runLift(vector: LiftVector): void {
  const type = typeOf(vector.type);
  const source = new FakeGuest(vector.srcEnc);
  source.write(0, vector.mem);
  const lifter = lifterOf(valuePlanOf(type, vector.addr));
  const lift = (guest: FakeGuest, values: CoreValue[]): unknown =>
    lifter.liftFlat(guest, { values, index: 0 });
  const core = coreValuesOf(vector.flat, flatten(type, vector.addr) ?? Array(vector.flat.length).fill('i32'));
  if (vector.trap) return expect(() => lift(source, core)).toThrow(Trap);

  const lifted = lift(source, core);
  expect(plain(lifted)).toEqual(valueOf(vector.value, type));

  const target = new FakeGuest(vector.dstEnc);
  const lowerer = lowererOf(valuePlanOf(type, vector.addr));
  expect(lowerer.check(target, lifted)).toBeUndefined();
  const lowered = new FlatSink(0);
  lowerer.lowerFlat(target, lifted, lowered);
  expect(plain(lift(target, lowered.values))).toEqual(plain(lifted));
}

function runFlatten({ params, results, flat, flatResults, addr }: FlattenVector): void {
  const func: FuncType = {
    kind: 'func',
    async: false,
    params: params.map((type, index) => ({ name: `p${index}`, type: typeOf(type) })),
    // A function has one result: several are a tuple.
    ...(results.length > 0 && { result: { kind: 'tuple', types: results.map(typeOf) } }),
  };
  const spilled = flat.length > 16 ? [addr] : flat.slice(0, params.length);
  const manyResults = flatResults.length > 1;
  expect(flattenAll(results.map(typeOf), addr)).toEqual(flatResults);
  expect(coreSignature(func, 'lift', addr)).toEqual({
    params: spilled,
    results: manyResults ? [addr] : flatResults,
  });
  expect(coreSignature(func, 'lower', addr)).toEqual({
    params: manyResults ? [...spilled, addr] : spilled,
    results: manyResults ? [] : flatResults,
  });
}

function runNan({ width, inBits, outBits }: NanVector): void {
  const type = { kind: width === 32 ? 'f32' : 'f64' } as const;
  const guest = new FakeGuest();
  guest.memory.data.setBigUint64(0, BigInt(inBits), true);
  const plan = valuePlanOf(type);
  lowererOf(plan).store(guest, lifterOf(plan).load(guest, 0), 8);
  const { data } = guest.memory;
  const out = width === 32 ? BigInt(data.getUint32(8, true)) : data.getBigUint64(8, true);
  expect(`${out}`).toBe(outBits);
}

/** A value with plain arrays for its typed ones. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(Object.values(value));
  if (Array.isArray(value)) return value.map(plain);
  return value;
}
