import { colors } from '../calls.js';
import type { Mixed, Permissions, Shape, TaggedResult, Values, Vector } from '../calls.js';
import type { Core } from './core.js';
import type { Memory } from './memory.js';
import type { Strings } from './strings.js';

type ScalarCalls = Omit<
  Values,
  'echoString' | 'echoBytes' | 'echoNumbers' | 'echoStrings' | 'echoItems' | 'echoShapes'
>;

/** The functions whose values are passed as core values, and come back in memory at the most. */
export function scalarCalls(core: Core, memory: Memory, strings: Strings): ScalarCalls {
  const addU32 = core['bench:calls/values#add-u32'];
  const addU64 = core['bench:calls/values#add-u64'];
  const echoVector = core['bench:calls/values#echo-vector'];
  const echoShape = core['bench:calls/values#echo-shape'];
  const echoOption = core['bench:calls/values#echo-option'];
  const echoResult = core['bench:calls/values#echo-result'];
  const echoTuple = core['bench:calls/values#echo-tuple'];
  const echoPermissions = core['bench:calls/values#echo-permissions'];
  return {
    addU32: (a, b) => addU32(a, b) >>> 0,
    addU64: (a, b) => BigInt.asUintN(64, addU64(a, b)),
    echoMixed: mixedCall(core, memory, strings),
    echoVector(value): Vector {
      const at = echoVector(value.x, value.y);
      const { data } = memory;
      return { x: data.getFloat64(at, true), y: data.getFloat64(at + 8, true) };
    },
    echoShape: (value) =>
      loadShape(memory.data, echoShape(discriminantOf(value), 'val' in value ? value.val : 0)),
    echoOption(value) {
      const at = value === undefined ? echoOption(0, 0) : echoOption(1, value);
      const { data } = memory;
      return data.getUint8(at) === 0 ? undefined : data.getUint32(at + 4, true);
    },
    echoResult(value: TaggedResult) {
      const at = echoResult(value.tag === 'ok' ? 0 : 1, value.val);
      const { data } = memory;
      const payload = data.getUint32(at + 4, true);
      if (data.getUint8(at) !== 0) throw new Error('err', { cause: payload });
      return payload;
    },
    echoTuple(value) {
      const at = echoTuple(value[0], value[1], value[2] ? 1 : 0);
      const { data } = memory;
      return [data.getUint32(at, true), data.getFloat64(at + 8, true), data.getUint8(at + 16) !== 0];
    },
    echoPermissions: (value) => loadPermissions(echoPermissions(permissionBits(value))),
  };
}

function mixedCall(core: Core, memory: Memory, strings: Strings): (value: Mixed) => Mixed {
  const echoMixed = core['bench:calls/values#echo-mixed'];
  const postReturn = core['cabi_post_bench:calls/values#echo-mixed'];
  return (value) => {
    strings.store(value.name);
    const at = echoMixed(
      value.id,
      strings.pointer,
      strings.byteLength,
      value.price,
      value.count,
      value.active ? 1 : 0,
      value.initial.codePointAt(0) ?? 0,
      value.total,
      colors.indexOf(value.color),
    );
    const { data } = memory;
    const result: Mixed = {
      id: data.getUint32(at, true),
      name: strings.load(data.getUint32(at + 4, true), data.getUint32(at + 8, true)),
      price: data.getFloat64(at + 16, true),
      count: data.getUint16(at + 24, true),
      active: data.getUint8(at + 26) !== 0,
      initial: String.fromCodePoint(data.getUint32(at + 28, true)),
      total: data.getBigUint64(at + 32, true),
      color: colors[data.getUint8(at + 40)] ?? invalid(),
    };
    postReturn(at);
    return result;
  };
}

export function discriminantOf(value: Shape): number {
  if (value.tag === 'circle') return 0;
  return value.tag === 'square' ? 1 : 2;
}

export function loadShape(data: DataView, at: number): Shape {
  switch (data.getUint8(at)) {
    case 0:
      return { tag: 'circle', val: data.getFloat64(at + 8, true) };
    case 1:
      return { tag: 'square', val: data.getFloat64(at + 8, true) };
    case 2:
      return { tag: 'empty' };
    default:
      return invalid();
  }
}

function permissionBits(value: Permissions): number {
  return (
    (value.read ? 1 : 0) |
    (value.write ? 2 : 0) |
    (value.execute ? 4 : 0) |
    (value.create ? 8 : 0) |
    (value.remove ? 16 : 0) |
    (value.share ? 32 : 0) |
    (value.audit ? 64 : 0) |
    (value.admin ? 128 : 0)
  );
}

function loadPermissions(bits: number): Permissions {
  return {
    read: (bits & 1) !== 0,
    write: (bits & 2) !== 0,
    execute: (bits & 4) !== 0,
    create: (bits & 8) !== 0,
    remove: (bits & 16) !== 0,
    share: (bits & 32) !== 0,
    audit: (bits & 64) !== 0,
    admin: (bits & 128) !== 0,
  };
}

function invalid(): never {
  throw new Error('the guest gave an invalid value');
}
