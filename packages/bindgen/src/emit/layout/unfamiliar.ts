/** Thrown for what the layout does not know how to print as prettier does. */
export class Unfamiliar extends Error {
  override readonly name = 'Unfamiliar';
}
