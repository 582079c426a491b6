/**
 * The features that the standard gates. Those that have shipped with WASI 0.3 are on by default, the others off.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#gated-features
 */
export interface Features {
  /** 🔀 `async`, `stream` and `future`. */
  readonly async: boolean;
  /** 🗺️ `map`. */
  readonly map: boolean;
  /** 🏷️ The attributes `implements` and `external-id` of imports and exports. */
  readonly implements: boolean;
  /** 🪙 Values that are imported and exported, and start functions of components. */
  readonly values: boolean;
  /** 🪺 Nested namespaces and packages in names. */
  readonly nestedNames: boolean;
  /** 🚝 More canonical options of asynchronous built-ins. */
  readonly moreAsyncBuiltins: boolean;
  /** 🚟 `async` lifting without `callback`. */
  readonly asyncStackful: boolean;
  /** 🧵 The built-ins for threads. */
  readonly threading: boolean;
  /** 🧵② Those that need shared-everything threads. */
  readonly sharedEverythingThreads: boolean;
  /** 🔧 `list<T, N>`. */
  readonly fixedLengthLists: boolean;
  /** 📝 `error-context`. */
  readonly errorContext: boolean;
  /** 🔗 Canonical interface names, and the attribute `versionsuffix`. */
  readonly canonicalInterfaceNames: boolean;
  /** 🐘 Memories with 64-bit addresses. */
  readonly memory64: boolean;
}

export type FeatureName = keyof Features;

export const defaultFeatures: Features = {
  async: true,
  map: true,
  implements: true,
  values: false,
  nestedNames: false,
  moreAsyncBuiltins: false,
  asyncStackful: false,
  threading: false,
  sharedEverythingThreads: false,
  fixedLengthLists: false,
  errorContext: false,
  canonicalInterfaceNames: false,
  memory64: false,
};
