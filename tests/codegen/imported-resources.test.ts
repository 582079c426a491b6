import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { Component } from '@wit-bindgen-ts/runtime';
import { StoreUser } from '../../snapshots/resources-imported/store-user.js';
import { drops, files, imports } from './hosts/resources-imported.js';

/** Writes "abc" to a new file, asks the root directory whether it has the file, drops both and returns the path. */
const guest = `(module
  (import "codegen:resources-imported/store" "[constructor]file" (func $new (param i32 i32) (result i32)))
  (import "codegen:resources-imported/store" "[method]file.write" (func $write (param i32 i32 i32 i32)))
  (import "codegen:resources-imported/store" "[method]directory.contains" (func $contains (param i32 i32) (result i32)))
  (import "codegen:resources-imported/store" "[resource-drop]file" (func $drop-file (param i32)))
  (import "codegen:resources-imported/store" "[resource-drop]directory" (func $drop-directory (param i32)))
  (import "codegen:resources-imported/store" "root" (func $root (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "notes.txt")
  (data (i32.const 16) "abc")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
  (func (export "run") (result i32)
    (local $file i32) (local $directory i32)
    (local.set $file (call $new (i32.const 0) (i32.const 9)))
    (call $write (local.get $file) (i32.const 16) (i32.const 3) (i32.const 64))
    (local.set $directory (call $root))
    (i32.store8 (i32.const 128) (i32.eqz (call $contains (local.get $directory) (local.get $file))))
    (call $drop-file (local.get $file))
    (call $drop-directory (local.get $directory))
    (i32.store (i32.const 132) (i32.const 0))
    (i32.store (i32.const 136) (i32.const 9))
    (i32.const 128)))`;

async function component(): Promise<Component> {
  const witSource = readFileSync(new URL('worlds/resources-imported.wit', import.meta.url), 'utf8');
  const core = await componentEmbed({ binary: await parse(guest), witSource });
  return await Component.compile(new Uint8Array(await componentNew(core)));
}

describe('a guest that uses classes of the host', () => {
  it('makes objects, calls their methods and drops them', async () => {
    const user = await StoreUser.instantiate(await component(), imports);
    expect(user.run()).toBe('notes.txt');
    expect([...files]).toEqual([['notes.txt', new Uint8Array([97, 98, 99])]]);
    expect(drops.count).toBe(1);
  });
});
