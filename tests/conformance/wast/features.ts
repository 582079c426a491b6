import type { Features } from '@wit-bindgen-ts/runtime';

/** What the reference tests and our own ask for, beyond what is on by default. */
export const testedFeatures: Partial<Features> = {
  moreAsyncBuiltins: true,
  asyncStackful: true,
  memory64: true,
  threading: true,
  fixedLengthLists: true,
};
