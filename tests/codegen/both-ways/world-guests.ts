import { readFileSync } from 'node:fs';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { Component } from '@wit-bindgen-ts/runtime';
import { passingGuest } from './passing-guest.js';

/** A component of one of our worlds that calls each function that it imports from the export of the same name. */
export async function passingComponent(world: string): Promise<Component> {
  return Component.compileSync(await passingGuest(witOf(world)));
}

/** A component of one of our worlds, whose core module is given as text. */
export async function writtenComponent(world: string, text: string): Promise<Component> {
  const core = await componentEmbed({ binary: await parse(text), witSource: witOf(world) });
  return Component.compileSync(new Uint8Array(await componentNew(core)));
}

function witOf(world: string): string {
  return readFileSync(new URL(`../worlds/${world}.wit`, import.meta.url), 'utf8');
}

/** A memory, and an allocator that frees nothing: `$allocate` gives so many bytes, aligned to 8. */
export const allocator = `
  (memory (export "cm32p2_memory") 1)
  (global $next (mut i32) (i32.const 1024))
  (func $allocate (param $size i32) (result i32)
    (global.set $next (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.get $next)
    (global.set $next (i32.add (global.get $next) (local.get $size))))
  (func (export "cm32p2_realloc") (param i32 i32 i32 i32) (result i32) (call $allocate (local.get 3)))
  (func (export "cm32p2_initialize"))`;
