/**
 * The lift vectors of `../shared/conformance/canonical-abi` through the code that is generated for their types. Those with
 * 64-bit addresses are left to `canonical-abi.test.ts`: generated code leaves such memories to the dynamic path.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';
import { flatten } from '../../packages/runtime/src/abi/flatten.js';
import { Trap } from '../../packages/runtime/src/errors/trap.js';
import { describeType } from '../../packages/runtime/src/types/print.js';
import { FakeGuest } from '../../packages/runtime/tests/abi-guest.js';
import { WorkFolder } from '../harness/work-folder.js';
import {
  liftEmitted,
  lowerEmitted,
  withFunctionsExported,
  worldOf,
  type EmittedFunctions,
} from './canonical-abi/emitted-code.js';
import { coreValuesOf, typeOf, valueOf, type LiftVector, type Vector } from './canonical-abi/vectors.js';
import { withVectorNames } from './canonical-abi/wit-types.js';

const file = fileURLToPath(
  new URL('../../../shared/conformance/canonical-abi/vectors.json', import.meta.url),
);
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]).filter(isLift) : [];
/** Each type once: by its text. */
const types = new Map(vectors.map(({ type }) => [JSON.stringify(type), typeOf(type)]));
const places = new Map([...types.keys()].map((key, index) => [key, index]));

function isLift(vector: Vector): vector is LiftVector {
  return vector.kind === 'lift' && vector.addr === 'i32';
}

if (vectors.length > 0) {
  describe('vectors of the canonical ABI, in generated code', () => {
    let folder: WorkFolder;
    let functions: EmittedFunctions;

    beforeAll(async () => {
      folder = await WorkFolder.create();
      functions = await functionsFor(folder);
    });
    afterAll(async () => {
      await folder.remove();
    });

    it('are most of those that lift', () => {
      expect(vectors.length).toBe(269);
    });

    it.each(vectors.map((vector, index) => ({ vector, name: `${index}: ${nameOf(vector)}` })))(
      '$name',
      ({ vector }) => {
        runLift(functions, vector);
      },
    );
  });
} else {
  describe('vectors of the canonical ABI, in generated code', () => {
    it.skip('are not here: ../shared/conformance/canonical-abi is missing', () => {});
  });
}

async function functionsFor(folder: WorkFolder): Promise<EmittedFunctions> {
  const { resolve, package: main, sources } = parseWit(worldOf([...types.values()]), { features: 'all' });
  for (const { path, text } of await generate({ resolve, world: selectWorld(resolve, main), sources })) {
    await folder.write(path, withFunctionsExported(text));
  }
  return (await import(pathToFileURL(join(folder.path, 'vectors.ts')).href)) as EmittedFunctions;
}

function nameOf({ type, flat, srcEnc, dstEnc }: LiftVector): string {
  return `${describeType(typeOf(type), 60)} from ${JSON.stringify(flat)}, ${srcEnc} to ${dstEnc}`;
}

/** A value is lifted, lowered with another string encoding, and lifted again. */
function runLift(functions: EmittedFunctions, vector: LiftVector): void {
  const type = typeOf(vector.type);
  const place = places.get(JSON.stringify(vector.type)) ?? -1;
  const source = new FakeGuest(vector.srcEnc);
  source.write(0, vector.mem);
  const core = coreValuesOf(vector.flat, flatten(type) ?? []);
  if (vector.trap) {
    expect(() => liftEmitted(functions, place, source, core)).toThrow(Trap);
    return;
  }
  const lifted = liftEmitted(functions, place, source, core);
  expect(withVectorNames(lifted, type)).toEqual(valueOf(vector.value, type));

  const target = new FakeGuest(vector.dstEnc);
  const lowered = lowerEmitted(functions, place, target, lifted);
  expect(liftEmitted(functions, place, target, lowered)).toEqual(lifted);
}
