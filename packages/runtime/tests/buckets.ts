/** A guest that passes around a resource of the host's, by handle. */
import type { HostResource, Instance } from '@wit-bindgen-ts/runtime';
import { compileText, instantiate } from './components.js';

/**
 * Imports the resource `bucket` from `i`, and passes on: `make` and `largest` return what the host's constructor and
 * static function do, as handles; `fill` and `size` call methods by handle; `drop` drops; `pass` and `keep` take handles
 * from the host.
 */
export const buckets = compileText(`(component
  (import "i" (instance $i
    (export "bucket" (type $bucket (sub resource)))
    (export "[constructor]bucket" (func (param "size" u32) (result (own $bucket))))
    (export "[method]bucket.size-in-l" (func (param "self" (borrow $bucket)) (result u32)))
    (export "[static]bucket.largest" (func (result (own $bucket))))
    (export "empty" (func (param "bucket" (own $bucket))))
    (export "find" (func (param "size" u32) (result (option (own $bucket)))))))
  (alias export $i "bucket" (type $bucket))
  (core func $new (canon lower (func $i "[constructor]bucket")))
  (core func $size (canon lower (func $i "[method]bucket.size-in-l")))
  (core func $largest (canon lower (func $i "[static]bucket.largest")))
  (core func $empty (canon lower (func $i "empty")))
  (core func $drop (canon resource.drop $bucket))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "size" (func $size (param i32) (result i32)))
    (import "" "largest" (func $largest (result i32)))
    (import "" "empty" (func $empty (param i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "largest") (result i32) (call $largest))
    (func (export "size") (param i32) (result i32) (call $size (local.get 0)))
    (func (export "empty") (param i32) (call $empty (local.get 0)))
    (func (export "drop") (param i32) (call $drop (local.get 0)))
    (func (export "same") (param i32) (result i32) (local.get 0))
    (func (export "weigh") (param i32) (result i32)
      (call $size (local.get 0))
      (call $drop (local.get 0)))
    (func (export "keep-borrowed") (param i32)))
  (core instance $m (instantiate $M (with "" (instance
    (export "new" (func $new)) (export "size" (func $size)) (export "largest" (func $largest))
    (export "empty" (func $empty)) (export "drop" (func $drop))))))
  (func (export "new") (param "size" u32) (result u32) (canon lift (core func $m "new")))
  (func (export "largest") (result u32) (canon lift (core func $m "largest")))
  (func (export "size") (param "index" u32) (result u32) (canon lift (core func $m "size")))
  (func (export "empty") (param "index" u32) (canon lift (core func $m "empty")))
  (func (export "drop") (param "index" u32) (canon lift (core func $m "drop")))
  (func (export "pass") (param "bucket" (own $bucket)) (result (own $bucket)) (canon lift (core func $m "same")))
  (func (export "keep") (param "bucket" (own $bucket)) (result u32) (canon lift (core func $m "same")))
  (func (export "weigh") (param "bucket" (borrow $bucket)) (result u32) (canon lift (core func $m "weigh")))
  (func (export "keep-borrowed") (param "bucket" (borrow $bucket)) (canon lift (core func $m "keep-borrowed"))))`);

export class Bucket {
  readonly size: number;
  constructor(size: number) {
    this.size = size;
  }
  sizeInL(): number {
    return this.size;
  }
  static largest(): Bucket {
    return new this(1000);
  }
}

interface Functions {
  readonly empty?: (bucket: object) => void;
}

/** An instance whose `bucket` is a class. */
export function openBuckets(cls: HostResource, functions: Functions = {}): Instance {
  return instantiate(buckets, {
    i: { Bucket: cls, empty: () => undefined, find: () => undefined, ...functions },
  });
}
