import type { Features } from '@wit-bindgen-ts/runtime';

/** What the reference tests ask for, beyond what is on by default. */
export const testedFeatures: Partial<Features> = {
  moreAsyncBuiltins: true,
  asyncStackful: true,
  threading: true,
  fixedLengthLists: true,
};
