/** Cases of the corpora that do not pass, each with the reason. A case here that passes fails its test. */
export const knownFailures: ReadonlyMap<string, string> = new Map([
  ['simple-wasm-text', 'the input is a component in text form, and this package reads WIT only'],
  ['kinds-of-deps', 'two of the dependencies are components in binary and text form'],
]);
