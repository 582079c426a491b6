/**
 * Cases that do not pass, each with the reason. A case here that passes fails the run. The entries are about cases of
 * wasm-tools; each also tells what it takes to be that case, so that another case of the same name is judged like any.
 */

/** Cases with packages in WebAssembly, which are refused with an error that says that they are not read yet. */
export const skippedCases: ReadonlyMap<string, string> = new Map([
  ['accept/simple-wasm-text', 'the input is a component in text form, and only WIT is read yet'],
  [
    'accept/kinds-of-deps',
    'two of the dependencies are components in binary and text form, and only WIT is read yet',
  ],
]);

/** An error that we place elsewhere than wasm-tools, on purpose. */
export interface KnownPlace {
  /** The line and column that wasm-tools gives. */
  readonly expected: string;
  /** The line and column that we give. */
  readonly ours: string;
  /** Why our place is better. */
  readonly reason: string;
}

export const knownPlaces: ReadonlyMap<string, KnownPlace> = new Map([
  [
    'reject/include-with-on-id',
    {
      expected: '10:13',
      ours: '10:22',
      reason:
        'wasm-tools points at the world that is included, we at the name in `with` that it does not have',
    },
  ],
]);
