/** All that the standard still gates. */
export const allFeatures = {
  async: true,
  map: true,
  implements: true,
  values: true,
  nestedNames: true,
  moreAsyncBuiltins: true,
  asyncStackful: true,
  threading: true,
  sharedEverythingThreads: true,
  fixedLengthLists: true,
  errorContext: true,
  canonicalInterfaceNames: true,
  memory64: true,
} as const;
