import { describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import type { CoreModuleDefinition } from '../src/binary/core-definitions.js';
import { decode } from '../src/binary/decode.js';

const i32 = (min: bigint, max?: bigint) => ({ min, max, wide: false });
const func = { nullable: true, heap: 'func', shared: false } as const;

describe('of a core module is decoded', () => {
  it('what its imports and exports are made of', () => {
    expect(
      coreModuleOf(`
        (import "a" "f" (func (param i32 v128) (result externref)))
        (import "a" "g" (global (mut i64)))
        (import "a" "tag" (tag (param f32)))
        (func (param f64))
        (table (export "t") 1 2 funcref)
        (memory (export "m") 3 4 shared)
        (memory i64 5)
        (tag)
        (global (export "g") i32 (i32.const -1))
        (func (export "f") unreachable)
        (start 1)
        (data (i32.const 0) "text")`),
    ).toMatchObject({
      types: [
        { kind: 'rec', types: [{ type: { kind: 'func', params: ['i32', 'v128'] } }] },
        { kind: 'rec', types: [{ type: { kind: 'func', params: ['f32'], results: [] } }] },
        { kind: 'rec', types: [{ type: { kind: 'func', params: ['f64'], results: [] } }] },
        { kind: 'rec', types: [{ type: { kind: 'func', params: [], results: [] } }] },
      ],
      imports: [
        { module: 'a', name: 'f', type: { kind: 'func', type: 0 } },
        { module: 'a', name: 'g', type: { kind: 'global', type: 'i64', mutable: true, shared: false } },
        { module: 'a', name: 'tag', type: { kind: 'tag', type: 1 } },
      ],
      funcs: [2, 3],
      tables: [{ kind: 'table', element: func, limits: i32(1n, 2n), shared: false }],
      memories: [
        { kind: 'memory', limits: i32(3n, 4n), shared: true, pageSize: undefined },
        { kind: 'memory', limits: { min: 5n, max: undefined, wide: true }, shared: false },
      ],
      globals: [{ kind: 'global', type: 'i32', mutable: false, shared: false }],
      tags: [3],
      exports: [
        { name: 't', kind: 'table', index: 0 },
        { name: 'm', kind: 'memory', index: 0 },
        { name: 'g', kind: 'global', index: 1 },
        { name: 'f', kind: 'func', index: 2 },
      ],
    });
  });

  it('recursive types, subtypes, structs and arrays', () => {
    const { types } = coreModuleOf(`
      (rec
        (type $list (sub (struct (field (mut i8)) (field (ref null $list)))))
        (type (sub final $list (struct (field (mut i8)) (field (ref null $list)) (field i31ref)))))
      (type (array i16))
      (type (func (param (ref $list) (ref null any) exnref)))`);
    const fields = [
      { type: 'i8', mutable: true },
      { type: { nullable: true, heap: 0, shared: false }, mutable: false },
    ];
    const i31 = { type: { nullable: true, heap: 'i31', shared: false }, mutable: false };
    const plain = { final: true, supertypes: [], shared: false };
    expect(types).toEqual([
      {
        kind: 'rec',
        types: [
          { ...plain, final: false, type: { kind: 'struct', fields } },
          { ...plain, supertypes: [0], type: { kind: 'struct', fields: [...fields, i31] } },
        ],
      },
      { kind: 'rec', types: [{ ...plain, type: { kind: 'array', field: { type: 'i16', mutable: false } } }] },
      {
        kind: 'rec',
        types: [
          {
            ...plain,
            type: {
              kind: 'func',
              params: [
                { nullable: false, heap: 0, shared: false },
                { nullable: true, heap: 'any', shared: false },
                { nullable: true, heap: 'exn', shared: false },
              ],
              results: [],
            },
          },
        ],
      },
    ]);
  });

  it('what stands after constant expressions', () => {
    const { tables, globals, exports } = coreModuleOf(`
      (type $pair (struct (field i32) (field i64)))
      (type $bytes (array i8))
      (import "a" "n" (global $n i32))
      (func $f)
      (elem declare func $f)
      (table 1 funcref (ref.func $f))
      (table 1 (ref null $pair) (struct.new $pair (i32.const 0x0b) (i64.const -0x7fffffffffffffff)))
      (global i32 (i32.add (global.get $n) (i32.mul (i32.const 11) (i32.sub (i32.const 0) (i32.const -1)))))
      (global i64 (i64.mul (i64.const 11) (i64.add (i64.const 1) (i64.sub (i64.const 1) (i64.const 2)))))
      (global f32 (f32.const 8e-42))
      (global f64 (f64.const nan:0x80b0b0b0b0b0b))
      (global v128 (v128.const i8x16 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11))
      (global externref (ref.null extern))
      (global (ref null $pair) (ref.null $pair))
      (global (ref $pair) (struct.new_default $pair))
      (global (ref $bytes) (array.new $bytes (i32.const 11) (i32.const 11)))
      (global (ref $bytes) (array.new_default $bytes (i32.const 11)))
      (global (ref $bytes) (array.new_fixed $bytes 2 (i32.const 11) (i32.const 11)))
      (global anyref (ref.i31 (i32.const 11)))
      (global anyref (any.convert_extern (extern.convert_any (ref.i31 (i32.const 11)))))
      (export "last" (global 13))`);
    expect([tables.length, globals.length]).toEqual([2, 13]);
    expect(exports).toMatchObject([{ name: 'last', kind: 'global', index: 13 }]);
  });

  it('imports whose module is named once', () => {
    const perItem = [1, 0x61, 0, 0x7f, 2, 1, 0x66, 0x00, 0, 1, 0x67, 0x03, 0x7f, 0];
    const perType = [1, 0x62, 0, 0x7e, 0x00, 0, 2, 1, 0x68, 1, 0x69];
    const type = [1, 4, 1, 0x60, 0, 0];
    const imports = [2, 1 + perItem.length + perType.length, 2, ...perItem, ...perType];
    expect(decodedModule(componentOf([...MODULE_PREAMBLE, ...type, ...imports])).imports).toEqual([
      { module: 'a', name: 'f', type: { kind: 'func', type: 0 } },
      { module: 'a', name: 'g', type: { kind: 'global', type: 'i32', mutable: false, shared: false } },
      { module: 'b', name: 'h', type: { kind: 'func', type: 0 } },
      { module: 'b', name: 'i', type: { kind: 'func', type: 0 } },
    ]);
  });
});

const COMPONENT_PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
const MODULE_PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const CORE_MODULE_SECTION = 0x01;

function coreModuleOf(fields: string): CoreModuleDefinition {
  return decodedModule(encodeComponent(`(component (core module ${fields}))`));
}

function componentOf(module: readonly number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...COMPONENT_PREAMBLE, CORE_MODULE_SECTION, module.length, ...module]);
}

function decodedModule(component: Uint8Array<ArrayBuffer>): CoreModuleDefinition {
  for (const definition of decode(component).definitions) {
    if (definition.kind === 'core-module') return definition.module;
  }
  throw new Error('there is no core module');
}
