import type { TrapCode } from '@wit-bindgen-ts/runtime';

/**
 * The words that scripts use for a trap, which are Wasmtime's, and what this runtime calls the same. Between two
 * components Wasmtime tells less: where `realloc` returned a bad pointer, it only says that the pointer is bad.
 */
const kinds: readonly (readonly [RegExp, ...TrapCode[]])[] = [
  [/unreachable/, 'unreachable'],
  [/thrown Wasm exception|uncaught exception/, 'uncaught-exception'],
  [/cannot enter component instance/, 'cannot-enter'],
  [/cannot leave component instance/, 'cannot-leave'],
  [/unknown handle index/, 'unknown-handle'],
  [/handle index \d+ used with the wrong type/, 'handle-type-mismatch'],
  [/cannot remove owned resource while borrowed/, 'handle-lent'],
  [/borrow handles still remain/, 'borrow-not-dropped'],
  [/invalid `char` bit pattern/, 'invalid-char'],
  [/invalid variant discriminant|discriminant \d+ out of range/, 'invalid-discriminant'],
  [/(invalid|incomplete) utf-(8|16)/, 'string-encoding'],
  [/string pointer\/length out of bounds/, 'string-out-of-bounds'],
  [/string content out-of-bounds/, 'string-out-of-bounds', 'realloc-out-of-bounds'],
  [/list content out-of-bounds/, 'list-out-of-bounds', 'realloc-out-of-bounds'],
  [/realloc return: beyond end of memory/, 'realloc-out-of-bounds'],
  [/realloc return: result not aligned/, 'realloc-unaligned'],
  [/unaligned pointer|string pointer not aligned/, 'pointer-unaligned', 'realloc-unaligned'],
];

/** The codes that a trap may have which a script describes so: none for a trap that this runtime does not have yet. */
export function trapCodes(description: string): readonly TrapCode[] {
  const [, ...codes] = kinds.find(([words]) => words.test(description)) ?? [];
  return codes;
}
