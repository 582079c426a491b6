/** A type of WIT, with values that a host can pass and give. */
export interface TypeCase {
  /** In kebab-case. */
  readonly name: string;
  /** As WIT spells it. */
  readonly type: string;
  /** What declares the types that it names. */
  readonly declarations?: string;
  /** What is lifted is what was passed, unless it is a {@link Converted}. */
  readonly values: readonly unknown[];
  /** Values that do not fit, and what is said about each behind the name of the parameter. */
  readonly wrong: readonly (readonly [value: unknown, problem: string])[];
  /** Whether it has borrowed handles in it, so that it can be no result. */
  readonly isBorrowed?: true;
  /** The core instructions by which a guest drops what it has borrowed: its first core value is this parameter. */
  readonly dropBorrowed?: (first: number, drop: string) => string;
}

/** A value that is lifted as another than it was lowered from. */
export class Converted {
  readonly given: unknown;
  readonly expected: unknown;

  constructor(given: unknown, expected: unknown) {
    this.given = given;
    this.expected = expected;
  }
}

/** Passes `given`, and expects `expected`. */
export const to = (given: unknown, expected: unknown): Converted => new Converted(given, expected);

export const givenOf = (value: unknown): unknown => (value instanceof Converted ? value.given : value);
export const expectedOf = (value: unknown): unknown => (value instanceof Converted ? value.expected : value);

/** An object of the host's resource `token`. */
export class Token {}
