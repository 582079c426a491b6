import { describe, expect, it } from '@jest/globals';
import { decode } from '../src/binary/decode.js';
import type { Canon, Definition } from '../src/binary/definitions.js';

const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
const CANON_SECTION = 0x08;

const forms: readonly (readonly [bytes: string, canon: Canon])[] = [
  ['00 00 01 00 02', { kind: 'lift', core: 1, options: [], type: 2 }],
  ['01 00 01 00', { kind: 'lower', func: 1, options: [] }],
  ['02 01', { kind: 'resource.new', resource: 1 }],
  ['03 01', { kind: 'resource.drop', resource: 1 }],
  ['04 01', { kind: 'resource.rep', resource: 1 }],
  ['05', { kind: 'task.cancel' }],
  ['06 01', { kind: 'subtask.cancel', async: true }],
  ['09 00 79 01 03 02', { kind: 'task.return', result: 'u32', options: [{ kind: 'memory', index: 2 }] }],
  ['09 01 00 00', { kind: 'task.return', result: undefined, options: [] }],
  ['0a 7f 01', { kind: 'context.get', type: 'i32', slot: 1 }],
  ['0b 7e 01', { kind: 'context.set', type: 'i64', slot: 1 }],
  ['0c 01', { kind: 'thread.yield', cancellable: true }],
  ['0d', { kind: 'subtask.drop' }],
  ['0e 01', { kind: 'stream.new', type: 1 }],
  ['0f 01 00', { kind: 'stream.read', type: 1, options: [] }],
  ['10 01 01 06', { kind: 'stream.write', type: 1, options: [{ kind: 'async' }] }],
  ['11 01 01', { kind: 'stream.cancel-read', type: 1, async: true }],
  ['12 01 00', { kind: 'stream.cancel-write', type: 1, async: false }],
  ['13 01', { kind: 'stream.drop-readable', type: 1 }],
  ['14 01', { kind: 'stream.drop-writable', type: 1 }],
  ['15 01', { kind: 'future.new', type: 1 }],
  ['16 01 01 06', { kind: 'future.read', type: 1, options: [{ kind: 'async' }] }],
  ['17 01 00', { kind: 'future.write', type: 1, options: [] }],
  ['18 01 00', { kind: 'future.cancel-read', type: 1, async: false }],
  ['19 01 01', { kind: 'future.cancel-write', type: 1, async: true }],
  ['1a 01', { kind: 'future.drop-readable', type: 1 }],
  ['1b 01', { kind: 'future.drop-writable', type: 1 }],
  ['1c 01 01', { kind: 'error-context.new', options: [{ kind: 'string-encoding', encoding: 'utf16' }] }],
  ['1d 00', { kind: 'error-context.debug-message', options: [] }],
  ['1e', { kind: 'error-context.drop' }],
  ['1f', { kind: 'waitable-set.new' }],
  ['20 01 02', { kind: 'waitable-set.wait', cancellable: true, memory: 2 }],
  ['21 00 02', { kind: 'waitable-set.poll', cancellable: false, memory: 2 }],
  ['22', { kind: 'waitable-set.drop' }],
  ['23', { kind: 'waitable.join' }],
  ['24', { kind: 'backpressure.inc' }],
  ['25', { kind: 'backpressure.dec' }],
  ['26', { kind: 'thread.index' }],
  ['27 01 02', { kind: 'thread.new-indirect', type: 1, table: 2 }],
  ['28', { kind: 'thread.resume-later' }],
  ['29 01', { kind: 'thread.suspend', cancellable: true }],
  ['2a 01', { kind: 'thread.suspend-then-resume', cancellable: true }],
  ['2b 00', { kind: 'thread.yield-then-resume', cancellable: false }],
  ['2c 01', { kind: 'thread.suspend-then-promote', cancellable: true }],
  ['2d 00', { kind: 'thread.yield-then-promote', cancellable: false }],
  ['40 01 02', { kind: 'thread.spawn-ref', shared: true, type: 2 }],
  ['41 00 01 02', { kind: 'thread.spawn-indirect', shared: false, type: 1, table: 2 }],
  ['42 01', { kind: 'thread.available-parallelism', shared: true }],
];

describe('a canonical definition decodes', () => {
  it.each(forms)('%s', (bytes, canon) => {
    expect(canonsOf(bytes)).toEqual([{ kind: 'canon', offset: PREAMBLE.length + 3, canon }]);
  });

  it('with its options as they stand', () => {
    expect(canonsOf('01 00 00 08 02 03 01 04 02 05 03 06 07 04 06 00')).toMatchObject([
      {
        canon: {
          options: [
            { kind: 'string-encoding', encoding: 'latin1+utf16' },
            { kind: 'memory', index: 1 },
            { kind: 'realloc', index: 2 },
            { kind: 'post-return', index: 3 },
            { kind: 'async' },
            { kind: 'callback', index: 4 },
            { kind: 'async' },
            { kind: 'string-encoding', encoding: 'utf8' },
          ],
        },
      },
    ]);
  });
});

/** Decodes a component that is one canonical definition. */
function canonsOf(bytes: string): readonly Definition[] {
  const canon = bytes.split(' ').map((byte) => parseInt(byte, 16));
  return decode(new Uint8Array([...PREAMBLE, CANON_SECTION, canon.length + 1, 1, ...canon])).definitions;
}
