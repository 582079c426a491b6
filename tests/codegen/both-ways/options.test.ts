import { describe, expect, it } from '@jest/globals';
import { ComponentError, Trap } from '@wit-bindgen-ts/runtime';
import type {
  Errno,
  File as FileOfHost,
} from '../../../snapshots/results-as-values/imports/codegen-results-as-values/files.js';
import { FilesWorld } from '../../../snapshots/results-as-values/files-world.js';
import { Trapper } from '../../../snapshots/trappable/trapper.js';
import { Auditor } from '../../../snapshots/with-interface/auditor.js';
import { Editor } from '../../../snapshots/with-resource/editor.js';
import { DiskFile, LineCursor } from '../hosts/disk-file.js';
import { allocator, passingComponent, writtenComponent } from './world-guests.js';

describe('results as values', () => {
  class File implements FileOfHost {
    constructor(path: string) {
      if (path === '') throw new ComponentError<Errno>('access');
    }

    static removeAll(paths: string[]) {
      return paths.length === 0 ? { tag: 'err' as const, val: 'nothing' } : { tag: 'ok' as const };
    }

    read(count: number) {
      return count === 0
        ? { tag: 'err' as const, val: 'no-entry' as const }
        : { tag: 'ok' as const, val: new Uint8Array(count) };
    }
  }

  it('are returned by guests and by hosts; only constructors throw', async () => {
    const world = await FilesWorld.instantiate(await passingComponent('results-as-values'), {
      'codegen:results-as-values/files': {
        File,
        read: (path) => (path === '' ? { tag: 'err', val: 'access' } : { tag: 'ok', val: [1] }),
        remove: (path) => (path === '' ? { tag: 'err', val: 'no path' } : { tag: 'ok' }),
        size: (path) => (path === '' ? { tag: 'err' } : { tag: 'ok', val: 7n }),
        flush: () => ({ tag: 'err' }),
        count: () => 3,
      },
      check: (path) => (path === '' ? { tag: 'err', val: 'no path' } : { tag: 'ok', val: path.length }),
    });
    const { files } = world;
    expect([files.read(''), files.read('a')]).toEqual([
      { tag: 'err', val: 'access' },
      { tag: 'ok', val: Uint8Array.of(1) },
    ]);
    expect([files.remove(''), files.remove('a')]).toEqual([{ tag: 'err', val: 'no path' }, { tag: 'ok' }]);
    expect([files.size(''), files.size('a')]).toEqual([{ tag: 'err' }, { tag: 'ok', val: 7n }]);
    expect([files.flush(), files.count()]).toEqual([{ tag: 'err' }, 3]);
    expect([world.check(''), world.check('abc')]).toEqual([
      { tag: 'err', val: 'no path' },
      { tag: 'ok', val: 3 },
    ]);
    const file = new files.File('a');
    expect([file.read(0), file.read(2)]).toEqual([
      { tag: 'err', val: 'no-entry' },
      { tag: 'ok', val: new Uint8Array(2) },
    ]);
    expect(files.File.removeAll([])).toEqual({ tag: 'err', val: 'nothing' });
    expect(() => new files.File('')).toThrow(ComponentError);
  });

  it('trap where a host throws', async () => {
    const failing = (): never => {
      throw new ComponentError('access');
    };
    const world = await FilesWorld.instantiate(await passingComponent('results-as-values'), {
      'codegen:results-as-values/files': {
        File,
        read: failing,
        remove: failing,
        size: failing,
        flush: failing,
        count: failing,
      },
      check: failing,
    });
    expect(() => world.check('')).toThrow(Trap);
  });
});

describe('a trappable function', () => {
  class Cursor {
    next(): string {
      return '';
    }
  }

  it('fails with a ComponentError alone; another may fail with anything that is one of its errors', async () => {
    const open = async (thrown: unknown) => {
      const fail = (): never => {
        throw thrown;
      };
      return await Trapper.instantiate(await passingComponent('trappable'), {
        'codegen:trappable/store': { Cursor, get: fail, put: fail },
        log: fail,
      });
    };
    const componentError = await open(new ComponentError('missing'));
    expect(() => componentError.store.get('')).toThrow(ComponentError);
    expect(() => componentError.store.put('', '')).toThrow(ComponentError);
    // A host that was written for jco throws the payload itself.
    const payload = await open('missing');
    expect(() => payload.store.put('', '')).toThrow(new ComponentError('missing'));
    expect(() => payload.store.get('')).toThrow(Trap);
  });
});

describe('an interface of another module', () => {
  it('is provided by its types, and its functions are called', async () => {
    const component = await writtenComponent(
      'with-interface',
      `(module
        (import "cm32p2|example:shop/log@1" "write" (func $write (param i32 i32 i32)))
        ${allocator}
        (data (i32.const 16) "asked")
        ;; Logs, and has an entry of the level that it is asked for.
        (func (export "cm32p2|codegen:with-interface/audit|last") (param i32) (result i32) (local $at i32)
          (call $write (local.get 0) (i32.const 16) (i32.const 5))
          (local.set $at (call $allocate (i32.const 16)))
          (i32.store8 (local.get $at) (i32.const 1))
          (i32.store8 offset=4 (local.get $at) (local.get 0))
          (i32.store offset=8 (local.get $at) (i32.const 16))
          (i32.store offset=12 (local.get $at) (i32.const 5))
          (local.get $at)))`,
    );
    const lines: string[] = [];
    const auditor = await Auditor.instantiate(component, {
      'example:shop/log@1.2.0': { write: (level, message) => void lines.push(`${level}: ${message}`) },
      'codegen:with-interface/audit': { last: () => undefined },
    });
    expect(auditor.audit.last('warn')).toEqual({ level: 'warn', text: 'asked' });
    expect(lines).toEqual(['warn: asked']);
  });
});

describe("a resource of the user's class", () => {
  it('is made, called and given back as that', async () => {
    const component = await writtenComponent(
      'with-resource',
      `(module
        (import "cm32p2|codegen:with-resource/files" "[constructor]file" (func $new (param i32 i32) (result i32)))
        (import "cm32p2|codegen:with-resource/files" "[method]file.size" (func $size (param i32) (result i64)))
        (import "cm32p2|codegen:with-resource/files" "file_drop" (func $drop-file (param i32)))
        (import "cm32p2" "[method]cursor.line" (func $line (param i32) (result i32)))
        (import "cm32p2" "cursor_drop" (func $drop-cursor (param i32)))
        ${allocator}
        (data (i32.const 16) "new.txt")
        ;; A file that has no bytes is replaced by a new one, whose name is as long as the cursor's line says.
        (func (export "cm32p2||edit") (param $file i32) (param $cursor i32) (result i32) (local $at i32)
          (local.set $at (call $allocate (i32.const 12)))
          (if (i64.eqz (call $size (local.get $file))) (then
            (call $drop-file (local.get $file))
            (local.set $file (call $new (i32.const 16) (call $line (local.get $cursor))))))
          (call $drop-cursor (local.get $cursor))
          (i32.store offset=4 (local.get $at) (local.get $file))
          (local.get $at)))`,
    );
    const editor = await Editor.instantiate(component, {
      'codegen:with-resource/files': {
        File: DiskFile,
        open: (path) => new DiskFile(path),
        largest: (files) => Math.max(...files.map((file) => file.bytes().length)),
        attach: (attachments) => attachments.length,
      },
      Cursor: LineCursor,
      move: (cursor, by) => new LineCursor(cursor.line() + by),
    });
    const file = new DiskFile('a.txt');
    expect(editor.edit(file, new LineCursor(3))).toBe(file);
    const made = editor.edit(new DiskFile('', new Uint8Array(0)), new LineCursor(3));
    expect([made instanceof DiskFile, made.path()]).toEqual([true, 'new']);
  });
});
