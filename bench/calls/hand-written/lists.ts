import type { Item, Shape, Values } from '../calls.js';
import type { Core } from './core.js';
import type { Memory } from './memory.js';
import { discriminantOf, loadShape } from './scalars.js';
import type { Strings } from './strings.js';

type ListCalls = Pick<
  Values,
  'echoString' | 'echoBytes' | 'echoNumbers' | 'echoStrings' | 'echoItems' | 'echoShapes'
>;

const itemSize = 24;
const shapeSize = 16;

/** The functions that take a pointer and a length, and give where these stand in memory. */
export function listCalls(core: Core, memory: Memory, strings: Strings): ListCalls {
  const realloc = core.cabi_realloc;
  const echoString = core['bench:calls/values#echo-string'];
  const postString = core['cabi_post_bench:calls/values#echo-string'];
  return {
    echoString(value) {
      strings.store(value);
      const at = echoString(strings.pointer, strings.byteLength);
      const { data } = memory;
      const result = strings.load(data.getUint32(at, true), data.getUint32(at + 4, true));
      postString(at);
      return result;
    },
    echoBytes(value) {
      const pointer = realloc(0, 0, 1, value.length) >>> 0;
      memory.bytes.set(value, pointer);
      const at = core['bench:calls/values#echo-bytes'](pointer, value.length);
      const [start, length] = rangeAt(memory, at);
      const result = memory.bytes.slice(start, start + length);
      core['cabi_post_bench:calls/values#echo-bytes'](at);
      return result;
    },
    echoNumbers(value) {
      const pointer = realloc(0, 0, 4, 4 * value.length) >>> 0;
      if (Array.isArray(value)) storeNumbers(memory.data, value, pointer);
      else new Uint32Array(memory.bytes.buffer, pointer, value.length).set(value);
      const at = core['bench:calls/values#echo-numbers'](pointer, value.length);
      const [start, length] = rangeAt(memory, at);
      const result = new Uint32Array(new Uint32Array(memory.bytes.buffer, start, length));
      core['cabi_post_bench:calls/values#echo-numbers'](at);
      return result;
    },
    echoStrings: stringsCall(core, memory, strings),
    echoItems: itemsCall(core, memory, strings),
    echoShapes: shapesCall(core, memory),
  };
}

function storeNumbers(data: DataView, numbers: readonly number[], pointer: number): void {
  for (let index = 0, at = pointer; index < numbers.length; index++, at += 4)
    data.setUint32(at, numbers[index] ?? 0, true);
}

function stringsCall(core: Core, memory: Memory, strings: Strings): (value: string[]) => string[] {
  return (value) => {
    const pointer = core.cabi_realloc(0, 0, 4, 8 * value.length) >>> 0;
    for (let index = 0, at = pointer; index < value.length; index++, at += 8) {
      strings.store(value[index] ?? '');
      const { data } = memory;
      data.setUint32(at, strings.pointer, true);
      data.setUint32(at + 4, strings.byteLength, true);
    }
    const result = core['bench:calls/values#echo-strings'](pointer, value.length);
    const [start, length] = rangeAt(memory, result);
    const { data } = memory;
    const loaded: string[] = [];
    for (let index = 0, at = start; index < length; index++, at += 8)
      loaded.push(strings.load(data.getUint32(at, true), data.getUint32(at + 4, true)));
    core['cabi_post_bench:calls/values#echo-strings'](result);
    return loaded;
  };
}

function itemsCall(core: Core, memory: Memory, strings: Strings): (value: Item[]) => Item[] {
  return (value) => {
    const pointer = core.cabi_realloc(0, 0, 8, itemSize * value.length) >>> 0;
    let at = pointer;
    for (const { id, name, score } of value) {
      strings.store(name);
      const { data } = memory;
      data.setUint32(at, id, true);
      data.setUint32(at + 4, strings.pointer, true);
      data.setUint32(at + 8, strings.byteLength, true);
      data.setFloat64(at + 16, score, true);
      at += itemSize;
    }
    const result = core['bench:calls/values#echo-items'](pointer, value.length);
    const [start, length] = rangeAt(memory, result);
    const { data } = memory;
    const loaded: Item[] = [];
    for (let index = 0, from = start; index < length; index++, from += itemSize) {
      loaded.push({
        id: data.getUint32(from, true),
        name: strings.load(data.getUint32(from + 4, true), data.getUint32(from + 8, true)),
        score: data.getFloat64(from + 16, true),
      });
    }
    core['cabi_post_bench:calls/values#echo-items'](result);
    return loaded;
  };
}

function shapesCall(core: Core, memory: Memory): (value: Shape[]) => Shape[] {
  return (value) => {
    const pointer = core.cabi_realloc(0, 0, 8, shapeSize * value.length) >>> 0;
    const { data } = memory;
    let at = pointer;
    for (const shape of value) {
      data.setUint8(at, discriminantOf(shape));
      if ('val' in shape) data.setFloat64(at + 8, shape.val, true);
      at += shapeSize;
    }
    const result = core['bench:calls/values#echo-shapes'](pointer, value.length);
    const [start, length] = rangeAt(memory, result);
    const after = memory.data;
    const loaded: Shape[] = [];
    for (let index = 0, from = start; index < length; index++, from += shapeSize)
      loaded.push(loadShape(after, from));
    core['cabi_post_bench:calls/values#echo-shapes'](result);
    return loaded;
  };
}

function rangeAt({ data }: Memory, at: number): [start: number, length: number] {
  return [data.getUint32(at, true), data.getUint32(at + 4, true)];
}
