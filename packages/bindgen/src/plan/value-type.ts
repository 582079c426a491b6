import type { PrimitiveType } from '@wit-bindgen-ts/wit-parser';
import type { NumericPrimitive } from '../wit/primitives.js';

/** A type as one place of a file refers to it: every name is one of that file. */
export type ValueType =
  | { readonly kind: 'primitive'; readonly name: PrimitiveType }
  /** A type that the file declares or imports, with its descriptor under the same name. */
  | { readonly kind: 'named'; readonly name: string }
  /** A handle to a resource that the file declares or imports. */
  | { readonly kind: 'own' | 'borrow'; readonly name: string }
  | {
      readonly kind: 'list';
      readonly element: ValueType;
      /** What the elements are once all names are looked through, if they are numbers. */
      readonly numeric?: NumericPrimitive;
    }
  | { readonly kind: 'fixed-length-list'; readonly element: ValueType; readonly length: number }
  | { readonly kind: 'map'; readonly key: ValueType; readonly value: ValueType }
  | { readonly kind: 'tuple'; readonly types: readonly ValueType[] }
  | {
      readonly kind: 'option';
      readonly some: ValueType;
      /** What it may hold is an option too, so that `undefined` would say too little. */
      readonly nested: boolean;
    }
  | {
      readonly kind: 'result';
      readonly ok?: ValueType;
      readonly err?: ValueType;
      /** Only as what a function returns with `results: 'value'`: the `Result<T, E>` of the runtime. */
      readonly returned?: true;
    }
  | {
      readonly kind: 'stream';
      /** Left out where nothing but the events crosses. */
      readonly element?: ValueType;
      /** As of a list: numbers come many at a time. */
      readonly numeric?: NumericPrimitive;
    }
  | { readonly kind: 'future'; readonly element?: ValueType };
