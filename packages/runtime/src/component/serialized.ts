/**
 * A component as bytes: a header of little-endian words, the plan as JSON, and the core modules as they are.
 *
 *     0   magic, 8 bytes       16  length of the plan        24  length of each core module
 *     8   version of the plan  20  number of core modules    …   the plan, then the core modules
 *     12  checksum of all that follows it
 */
import { CompileError, compileErrorAt } from '../errors/compile-error.js';
import type { Plan } from '../plan/plan.js';
import type { CoreModuleBytes } from '../plan/plan-builder.js';
import { checksum } from './checksum.js';
import { planVersion } from './clone.js';

const magic = Uint8Array.from('\0witplan', (char) => char.charCodeAt(0));
const at = { version: 8, checksum: 12, planLength: 16, moduleCount: 20, moduleLengths: 24 } as const;

export function serialize(plan: Plan, modules: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(plan));
  const header = at.moduleLengths + 4 * modules.length;
  const size = modules.reduce((sum, { length }) => sum + length, header + json.length);
  const bytes = new Uint8Array(size);
  const words = new DataView(bytes.buffer);
  bytes.set(magic);
  words.setUint32(at.version, planVersion, true);
  words.setUint32(at.planLength, json.length, true);
  words.setUint32(at.moduleCount, modules.length, true);
  bytes.set(json, header);
  let end = header + json.length;
  for (const [index, module] of modules.entries()) {
    words.setUint32(at.moduleLengths + 4 * index, module.length, true);
    bytes.set(module, end);
    end += module.length;
  }
  words.setUint32(at.checksum, checksum(bytes.subarray(at.planLength)), true);
  return bytes;
}

export interface DeserializedComponent {
  readonly plan: Plan;
  readonly modules: readonly CoreModuleBytes[];
}

/** @throws {CompileError} if this is not what `serialize` of this version gave. */
export function deserialize(bytes: Uint8Array<ArrayBuffer>): DeserializedComponent {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (magic.some((byte, index) => bytes[index] !== byte))
    throw compileErrorAt('not-serialized', 0, 'this is not a serialized component');
  if (bytes.length < at.moduleLengths) throw endsEarly(bytes);
  const version = words.getUint32(at.version, true);
  if (version !== planVersion) {
    const message = `the component was serialized in version ${version}, and this runtime reads version ${planVersion}: serialize it again`;
    throw compileErrorAt('plan-version', at.version, message);
  }
  const ends = partEnds(words);
  const end = ends[ends.length - 1] ?? at.moduleLengths;
  if (end > bytes.length) throw endsEarly(bytes);
  if (end < bytes.length)
    throw compileErrorAt('damaged', end, 'there are more bytes than the serialized component has');
  if (words.getUint32(at.checksum, true) !== checksum(bytes.subarray(at.planLength)))
    throw compileErrorAt('damaged', at.checksum, 'the serialized component is damaged: its checksum differs');
  const [start = 0, planEnd = 0] = ends;
  const plan = restored(() => JSON.parse(new TextDecoder().decode(bytes.subarray(start, planEnd))) as Plan);
  return { plan, modules: parts(bytes, ends.slice(1)) };
}

/**
 * What is made of a plan. One that is not as planning makes them is refused, however it came about.
 *
 * @param where - where the plan is
 */
export function restored<T>(make: () => T, where = `0x${at.moduleLengths.toString(16)}`): T {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof CompileError) throw thrown;
    throw new CompileError([{ code: 'damaged', where, message: `the plan is damaged: ${String(thrown)}` }]);
  }
}

/** Where the header, the plan and each core module ends. */
function partEnds(words: DataView): number[] {
  const count = words.getUint32(at.moduleCount, true);
  const header = at.moduleLengths + 4 * count;
  // A count that the bytes cannot hold is told by where they would have to end.
  if (header > words.byteLength) return [header];
  let end = header + words.getUint32(at.planLength, true);
  const ends = [header, end];
  for (let index = 0; index < count; index++) {
    end += words.getUint32(at.moduleLengths + 4 * index, true);
    ends.push(end);
  }
  return ends;
}

/** The bytes between each end and the next. */
function parts(bytes: Uint8Array<ArrayBuffer>, ends: readonly number[]): CoreModuleBytes[] {
  return ends.slice(1).map((end, index) => {
    const offset = ends[index] ?? end;
    return { bytes: bytes.subarray(offset, end), offset };
  });
}

function endsEarly(bytes: Uint8Array): CompileError {
  return compileErrorAt('unexpected-end', bytes.length, 'the serialized component ends early');
}
