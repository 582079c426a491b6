import { describe, expect, it } from '@jest/globals';
import { ComponentError } from '@wit-bindgen-ts/runtime';
import { Desk, type Sheet as RootSheet } from '../../../snapshots/resources-at-root/desk.js';
import { PostOffice, type PostOfficeImports } from '../../../snapshots/resources-shared/post-office.js';
import { stubImports } from '../stub-imports.js';
import { allocator, writtenComponent } from './world-guests.js';

/** Makes sheets, reads and stacks them; what it has borrowed it drops. */
const rootGuest = `(module
  (import "cm32p2" "[constructor]sheet" (func $new (param i32 i32) (result i32)))
  (import "cm32p2" "[method]sheet.text" (func $text (param i32 i32)))
  (import "cm32p2" "[static]sheet.blank" (func $blank (result i32)))
  (import "cm32p2" "stack" (func $stack (param i32 i32) (result i32)))
  (import "cm32p2" "longest" (func $longest (param i32 i32) (result i32)))
  (import "cm32p2" "sheet_drop" (func $drop-sheet (param i32)))
  (import "cm32p2" "pin_drop" (func $drop-pin (param i32)))
  ${allocator}
  (data (i32.const 16) "copy")
  ;; The sheet, a copy and a blank one, of which the longest is looked for, are stacked.
  (func (export "cm32p2||file") (param $sheet i32) (param $pinned i32) (param $pin i32) (result i32) (local $at i32)
    (local.set $at (call $allocate (i32.const 16)))
    (i32.store (local.get $at) (local.get $sheet))
    (i32.store offset=4 (local.get $at) (call $new (i32.const 16) (i32.const 4)))
    (i32.store offset=8 (local.get $at) (call $blank))
    (if (i32.ne (call $longest (local.get $at) (i32.const 3)) (i32.const 9)) (then unreachable))
    (i32.store (local.get $at) (call $stack (local.get $at) (i32.const 3)))
    (i32.store8 offset=4 (local.get $at) (local.get $pinned))
    (i32.store offset=8 (local.get $at) (local.get $pin))
    (local.get $at))
  (func (export "cm32p2||read") (param $sheet i32) (param $pin i32) (result i32) (local $at i32)
    (local.set $at (call $allocate (i32.const 8)))
    (call $text (local.get $sheet) (local.get $at))
    (call $drop-sheet (local.get $sheet))
    (call $drop-pin (local.get $pin))
    (local.get $at)))`;

describe('resources of a world', () => {
  class Sheet implements RootSheet {
    readonly #text: string;

    constructor(text: string) {
      this.#text = text;
    }

    static blank(): Sheet {
      return new Sheet('');
    }

    text(): string {
      return this.#text;
    }
  }
  class Pin {}

  it("are the host's classes, whose objects guests make, call and give back", async () => {
    const desk = await Desk.instantiate(await writtenComponent('resources-at-root', rootGuest), {
      Sheet,
      Pin,
      stack: (sheets) => new Sheet(sheets.map((sheet) => sheet.text()).join('/')),
      longest: (sheets) => Math.max(...sheets.map((sheet) => sheet.text().length)),
    });
    const pin = new Pin();
    const filed = desk.file({ sheet: new Sheet('very long'), pin });
    expect(filed.sheet).toBeInstanceOf(Sheet);
    expect(filed.sheet.text()).toBe('very long/copy/');
    expect(filed.pin).toBe(pin);
    expect(desk.file({ sheet: new Sheet('very long') }).pin).toBeUndefined();
    expect(desk.read(new Sheet('lent'), pin)).toBe('lent');
    expect(() => desk.read({ text: () => 'no sheet' }, pin)).toThrow(
      new TypeError('read: sheet: this is not a Sheet'),
    );
  });
});

const types = 'cm32p2|codegen:resources-shared/types';
const post = 'cm32p2|codegen:resources-shared/post';

/** A blob is represented by its size. */
const sharingGuest = `(module
  (import "cm32p2|_ex_codegen:resources-shared/types" "blob_new" (func $new (param i32) (result i32)))
  (import "cm32p2|_ex_codegen:resources-shared/types" "blob_rep" (func $rep (param i32) (result i32)))
  (import "cm32p2|_ex_codegen:resources-shared/types" "blob_drop" (func $drop (param i32)))
  ${allocator}
  (func (export "${types}|[constructor]blob") (param i32 i32) (result i32) (call $new (local.get 1)))
  (func (export "${types}|[method]blob.size") (param i32) (result i64) (i64.extend_i32_u (local.get 0)))
  ;; Fails with its text, if nothing is attached; else drops the first of what is.
  (func (export "${post}|send") (param $text i32) (param $length i32) (param $list i32) (param $count i32) (result i32)
    (local $at i32)
    (local.set $at (call $allocate (i32.const 12)))
    (i32.store offset=4 (local.get $at) (local.get $text))
    (i32.store offset=8 (local.get $at) (local.get $length))
    (if (local.get $count)
      (then (call $drop (i32.load (local.get $list))))
      (else (i32.store8 (local.get $at) (i32.const 1))))
    (local.get $at))
  (func (export "${post}|largest") (param $list i32) (param $count i32) (result i32) (local $at i32) (local $largest i32)
    (local.set $at (call $allocate (i32.const 8)))
    (i32.store8 (local.get $at) (i32.ne (local.get $count) (i32.const 0)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $count)))
      (if (i32.gt_u (i32.load (local.get $list)) (local.get $largest))
        (then (local.set $largest (i32.load (local.get $list)))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $next)))
    (i32.store offset=4 (local.get $at) (call $new (local.get $largest)))
    (local.get $at)))`;

describe('a resource that one interface uses from another', () => {
  it('has one class for both', async () => {
    const component = await writtenComponent('resources-shared', sharingGuest);
    const office = await PostOffice.instantiate(component, stubImports(component.type) as PostOfficeImports);
    const { Blob } = office.types;
    const blobs = [new Blob([1]), new Blob([1, 2, 3]), new Blob([])];
    const largest = office.post.largest(blobs);
    expect(largest).toBeInstanceOf(Blob);
    expect([largest?.size(), blobs[1]?.size()]).toEqual([3n, 3n]);
    expect(office.post.largest([])).toBeUndefined();
    expect(office.post.send({ text: 'hello', attachments: blobs })).toBeUndefined();
    expect(() => blobs[0]?.size()).toThrow(new TypeError('blob.size: self: this blob was given away'));
    expect(() => office.post.send({ text: 'no', attachments: [] })).toThrow(ComponentError);
  });
});
