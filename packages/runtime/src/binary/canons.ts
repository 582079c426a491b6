import { canonOptions } from './canon-options.js';
import type { Canon } from './definitions.js';
import { coreValType } from './core-val-types.js';
import type { Reader } from './reader.js';
import { resultList } from './val-types.js';

const FUNC_SORT = 0x00;

/** `canon`: a canonical definition. */
export function canon(reader: Reader): Canon {
  const form = reader.byte('a canonical definition');
  const read = canons[form];
  if (read === undefined) throw reader.unknown('a canonical definition', form);
  return read(reader);
}

const canons: Readonly<Partial<Record<number, (reader: Reader) => Canon>>> = {
  0x00: lift,
  0x01: lower,
  0x02: (reader) => ({ kind: 'resource.new', resource: type(reader) }),
  0x03: (reader) => ({ kind: 'resource.drop', resource: type(reader) }),
  0x04: (reader) => ({ kind: 'resource.rep', resource: type(reader) }),
  0x05: () => ({ kind: 'task.cancel' }),
  0x06: (reader) => ({ kind: 'subtask.cancel', async: async(reader) }),
  0x09: (reader) => ({ kind: 'task.return', result: resultList(reader), options: canonOptions(reader) }),
  0x0a: (reader) => ({ kind: 'context.get', type: coreValType(reader), slot: slot(reader) }),
  0x0b: (reader) => ({ kind: 'context.set', type: coreValType(reader), slot: slot(reader) }),
  0x0c: (reader) => ({ kind: 'thread.yield', cancellable: cancellable(reader) }),
  0x0d: () => ({ kind: 'subtask.drop' }),
  0x0e: (reader) => ({ kind: 'stream.new', type: type(reader) }),
  0x0f: (reader) => ({ kind: 'stream.read', type: type(reader), options: canonOptions(reader) }),
  0x10: (reader) => ({ kind: 'stream.write', type: type(reader), options: canonOptions(reader) }),
  0x11: (reader) => ({ kind: 'stream.cancel-read', type: type(reader), async: async(reader) }),
  0x12: (reader) => ({ kind: 'stream.cancel-write', type: type(reader), async: async(reader) }),
  0x13: (reader) => ({ kind: 'stream.drop-readable', type: type(reader) }),
  0x14: (reader) => ({ kind: 'stream.drop-writable', type: type(reader) }),
  0x15: (reader) => ({ kind: 'future.new', type: type(reader) }),
  0x16: (reader) => ({ kind: 'future.read', type: type(reader), options: canonOptions(reader) }),
  0x17: (reader) => ({ kind: 'future.write', type: type(reader), options: canonOptions(reader) }),
  0x18: (reader) => ({ kind: 'future.cancel-read', type: type(reader), async: async(reader) }),
  0x19: (reader) => ({ kind: 'future.cancel-write', type: type(reader), async: async(reader) }),
  0x1a: (reader) => ({ kind: 'future.drop-readable', type: type(reader) }),
  0x1b: (reader) => ({ kind: 'future.drop-writable', type: type(reader) }),
  0x1c: (reader) => ({ kind: 'error-context.new', options: canonOptions(reader) }),
  0x1d: (reader) => ({ kind: 'error-context.debug-message', options: canonOptions(reader) }),
  0x1e: () => ({ kind: 'error-context.drop' }),
  0x1f: () => ({ kind: 'waitable-set.new' }),
  0x20: (reader) => ({
    kind: 'waitable-set.wait',
    cancellable: cancellable(reader),
    memory: reader.u32('a core memory index'),
  }),
  0x21: (reader) => ({
    kind: 'waitable-set.poll',
    cancellable: cancellable(reader),
    memory: reader.u32('a core memory index'),
  }),
  0x22: () => ({ kind: 'waitable-set.drop' }),
  0x23: () => ({ kind: 'waitable.join' }),
  0x24: () => ({ kind: 'backpressure.inc' }),
  0x25: () => ({ kind: 'backpressure.dec' }),
  0x26: () => ({ kind: 'thread.index' }),
  0x27: (reader) => ({ kind: 'thread.new-indirect', type: coreType(reader), table: table(reader) }),
  0x28: () => ({ kind: 'thread.resume-later' }),
  0x29: (reader) => ({ kind: 'thread.suspend', cancellable: cancellable(reader) }),
  0x2a: (reader) => ({ kind: 'thread.suspend-then-resume', cancellable: cancellable(reader) }),
  0x2b: (reader) => ({ kind: 'thread.yield-then-resume', cancellable: cancellable(reader) }),
  0x2c: (reader) => ({ kind: 'thread.suspend-then-promote', cancellable: cancellable(reader) }),
  0x2d: (reader) => ({ kind: 'thread.yield-then-promote', cancellable: cancellable(reader) }),
  0x40: (reader) => ({ kind: 'thread.spawn-ref', shared: shared(reader), type: coreType(reader) }),
  0x41: (reader) => ({
    kind: 'thread.spawn-indirect',
    shared: shared(reader),
    type: coreType(reader),
    table: table(reader),
  }),
  0x42: (reader) => ({ kind: 'thread.available-parallelism', shared: shared(reader) }),
};

function lift(reader: Reader): Canon {
  funcSort(reader);
  const core = reader.u32('a core function index');
  return { kind: 'lift', core, options: canonOptions(reader), type: type(reader) };
}

function lower(reader: Reader): Canon {
  funcSort(reader);
  return { kind: 'lower', func: reader.u32('a function index'), options: canonOptions(reader) };
}

function funcSort(reader: Reader): void {
  const sort = reader.byte('the sort of a canonical definition');
  if (sort !== FUNC_SORT) throw reader.unknown('the sort of a canonical definition', sort);
}

function type(reader: Reader): number {
  return reader.u32('a type index');
}

function coreType(reader: Reader): number {
  return reader.u32('a core type index');
}

function table(reader: Reader): number {
  return reader.u32('a core table index');
}

function slot(reader: Reader): number {
  return reader.u32('the number of a slot of context');
}

function async(reader: Reader): boolean {
  return reader.boolean('whether a built-in is async');
}

function cancellable(reader: Reader): boolean {
  return reader.boolean('whether a built-in is cancellable');
}

function shared(reader: Reader): boolean {
  return reader.boolean('whether a built-in is shared');
}
