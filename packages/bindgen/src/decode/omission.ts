/** Something of a component that WIT has no words for. */
export interface Omission {
  /** The import or export: `imports › a:b/c › f`. */
  readonly path: string;
  /** Why it is not in the WIT, as the end of a sentence: `is a core module`. */
  readonly reason: string;
}

/** Thrown for a part that WIT has no words for; whoever decodes the item around it leaves that out. */
export class NotInWit extends Error {
  override readonly name = 'NotInWit';
}
